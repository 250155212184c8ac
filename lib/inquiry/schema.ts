import { z } from 'zod';
import { normaliseEmail } from '../email';
import { limits } from '../limits';
import { cleanBlock, cleanLine } from '../text';
import { typedText } from '../text.schema';
import { subjects } from './state.rules';

/** The address an answer can go to. */
export const senderEmail = z
  .string()
  .max(10_000, 'too-long')
  .transform(normaliseEmail)
  .pipe(z.string().min(1, 'required').max(limits.email, 'too-long').pipe(z.email('email-unclear')));

export const senderName = typedText(limits.inquiryName, cleanLine).refine(
  (cleaned) => cleaned !== '',
  'required',
);

/** What the contact form sends, apart from the field that people leave empty. */
export const contactForm = z.strictObject({
  /** The note of lib/inquiry/form.rules.ts. */
  form: z.string().max(1_000),
  name: senderName,
  email: senderEmail,
  subject: z.enum(subjects),
  message: typedText(limits.inquiryMessage, cleanBlock).refine(
    (cleaned) => cleaned !== '',
    'required',
  ),
});
export type ContactForm = z.output<typeof contactForm>;

/** A box that sends its value only while it is ticked. */
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

/** What the settings of the contact form send. */
export const inquirySettingsForm = z.strictObject({
  takesInquiries: ticked,
  showsResponse: ticked,
  /** Empty: closed inquiries stay. */
  inquiryDays: z
    .string()
    .max(100, 'inquiry-days-unclear')
    .transform((typed) => typed.normalize('NFKC').trim())
    .refine((typed) => /^\d{0,4}$/.test(typed), 'inquiry-days-unclear')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((days) => days === null || (days >= 1 && days <= limits.inquiryDays), {
      message: 'inquiry-days-unclear',
    }),
  version: z.coerce.number().int().min(1).max(2_147_483_647),
});

export const unblockForm = z.strictObject({ email: z.string().min(1).max(limits.email) });
