import { z } from 'zod';
import { leakYes } from '../leak/schema';
import { codePointBound, limits } from '../limits';
import type { Locale } from '../locale';
import { boundMarks, cleanLine, graphemeCount } from '../text';
import { origins } from './rules';

const most = limits.streamName;

const name = z
  .string()
  .max(10_000, 'too-long')
  .transform((typed) => cleanLine(boundMarks(typed)))
  .refine(
    (cleaned) =>
      graphemeCount(cleaned, most) <= most && [...cleaned].length <= codePointBound(most),
    'too-long',
  )
  .transform((cleaned) => cleaned || null);

const named = { nameJa: name, nameEn: name, origin: z.enum(origins) };

/** At least one name; where both are empty, the one in the person's own language is asked for. */
function inBoth(language: Locale) {
  return (
    form: { nameJa: string | null; nameEn: string | null },
    context: z.RefinementCtx<{ nameJa: string | null; nameEn: string | null }>,
  ) => {
    if (form.nameJa ?? form.nameEn) return;
    const path = [language === 'ja' ? 'nameJa' : 'nameEn'];
    context.addIssue({ code: 'custom', path, message: 'required' });
  };
}

/** A stream's id: UUIDv7, made by the app when the empty form is drawn. */
export const streamId = z.uuidv7();

/** What the form of a new stream sends. */
export function newStreamForm(language: Locale) {
  return z.strictObject({ id: streamId, ...named }).superRefine(inBoth(language));
}

/** What the form of a stream's names and origin sends. */
export function streamForm(language: Locale) {
  return z
    .strictObject({
      id: streamId,
      version: z.coerce.number().int().min(1).max(2_147_483_647),
      /** Others may read these names although they are kept out otherwise. */
      leakAccepted: leakYes,
      ...named,
    })
    .superRefine(inBoth(language));
}

/** A button about one stream. */
export const oneStream = z.strictObject({ id: streamId });

/** What the form sends that merges `id` into `into`. */
export const mergeForm = z.strictObject({ id: streamId, into: streamId, leakAccepted: leakYes });
