import { z } from 'zod';
import { codePointBound, limits } from '../limits';
import { cleanBlock, cleanLine, graphemeCount } from '../text';
import { parseHandle } from './rules';

function text(most: number, clean: (typed: string) => string) {
  return z
    .string()
    .max(100_000, 'too-long')
    .transform(clean)
    .refine((cleaned) => graphemeCount(cleaned, most) <= most, 'too-long')
    .refine((cleaned) => [...cleaned].length <= codePointBound(most), 'too-long');
}

const orNull = (cleaned: string) => cleaned || null;

/** The name a record is published under; a pen name is as good as any. */
export const displayName = text(limits.displayName, cleanLine).refine(
  (cleaned) => cleaned !== '',
  'required',
);

export const handle = z
  .string()
  .max(10_000, 'too-long')
  .transform((typed, context) => {
    const parsed = parseHandle(typed);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.reason });
    return z.NEVER;
  });

/** What the record form sends. */
export const profileForm = z.strictObject({
  displayName,
  handle,
  headlineJa: text(limits.headline, cleanLine).transform(orNull),
  headlineEn: text(limits.headline, cleanLine).transform(orNull),
  aboutJa: text(limits.about, cleanBlock).transform(orNull),
  aboutEn: text(limits.about, cleanBlock).transform(orNull),
  /** The one the texts were based on. */
  version: z.coerce.number().int().min(1).max(2_147_483_647),
});
