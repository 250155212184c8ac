import { z } from 'zod';
import { parseDatedOn, writeDatedOn } from '../calendar';
import { limits } from '../limits';
import { currencies } from '../money';
import { cleanLine, truncate } from '../text';
import { kinds } from './rules';

/** Long enough for any amount, day or time as it is typed. */
const short = z
  .string()
  .max(40)
  .transform((text) => cleanLine(text))
  .optional()
  .catch(undefined);

const query = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  /** A stream's id, because a name in an address would say too much to whoever reads logs. */
  stream: z.uuid().optional().catch(undefined),
  currency: z.enum(currencies).optional().catch(undefined),
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  date: z
    .string()
    .max(40)
    .transform((text) => parseDatedOn(text))
    .transform((dated) => (dated ? writeDatedOn(dated) : undefined))
    .optional()
    .catch(undefined),
  amount: short,
  fees: short,
  costs: short,
  hours: short,
  title: z
    .string()
    .transform((text) => truncate(cleanLine(text.slice(0, 10_000)), limits.title))
    .optional()
    .catch(undefined),
});

/**
 * What the address of an empty form fills in, read forgivingly: what makes no sense fills nothing.
 * What is filled in is only shown; saving it asks the form's own schema.
 */
export function readPrefill(search: Record<string, string | string[] | undefined>) {
  return query.parse(search);
}

export type Prefill = ReturnType<typeof readPrefill>;
