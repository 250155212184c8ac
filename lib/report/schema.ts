import { z } from 'zod';
import { limits } from '../limits';
import { cleanBlock } from '../text';
import { typedText } from '../text.schema';
import { reportReasons } from './rules';

const text = typedText(limits.reportText, cleanBlock);

/** What the form sends that reports a record, apart from the field that people leave empty. */
export const reportForm = z.strictObject({
  /** The note of lib/inquiry/form.rules.ts. */
  form: z.string().max(1_000),
  reason: z.enum(reportReasons),
  text,
});

/** What an owner sends of a message they got. */
export const inquiryReportForm = z.strictObject({
  inquiryId: z.uuid(),
  reason: z.enum(reportReasons),
  text: text.default(''),
});
