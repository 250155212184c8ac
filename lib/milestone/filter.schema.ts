import { z } from 'zod';
import { type DatedOn, firstDay, type Month, parseDatedOn } from '../calendar';
import { codePointBound, limits } from '../limits';
import { currencies } from '../money';
import { cleanLine, truncate } from '../text';
import { kinds, visibilities } from './rules';

const day = z
  .string()
  .max(10)
  .transform((text) => parseDatedOn(text))
  .refine((dated): dated is DatedOn => dated?.precision === 'day' && dated.day >= firstDay)
  .transform((dated) => dated.day);

const query = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  stream: z.uuid().optional().catch(undefined),
  tag: z
    .string()
    .max(codePointBound(limits.tag))
    .transform(cleanLine)
    .pipe(z.string().min(1))
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1900).max(2199).optional().catch(undefined),
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .transform((text) => text as Month)
    .optional()
    .catch(undefined),
  visibility: z.enum(visibilities).optional().catch(undefined),
  currency: z.enum(currencies).optional().catch(undefined),
  q: z
    .string()
    .transform((text) => truncate(cleanLine(text.slice(0, 10_000)), limits.searchQuery))
    .optional()
    .catch(undefined),
  /** Where the page before ended: `2026-08-12_<id>`. */
  after: z
    .string()
    .transform((text) => text.split('_'))
    .pipe(z.tuple([day, z.uuid()]))
    .transform(([day, id]) => ({ day, id }))
    .optional()
    .catch(undefined),
});

/** The address of a list, read forgivingly: what makes no sense narrows nothing. */
export function readListQuery(search: Record<string, string | string[] | undefined>) {
  return query.parse(search);
}
