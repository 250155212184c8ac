import { z } from 'zod';
import { type Day, firstDay, parseDatedOn } from '../calendar';
import { codePointBound, limits } from '../limits';
import { parseAmount } from '../money';
import { boundMarks, cleanLine, graphemeCount } from '../text';

/** Whose count it is, as an audience milestone names it: `X @hana`, a newsletter. */
export const audienceName = z
  .string()
  .max(100_000, { error: 'too-long', abort: true })
  .transform((typed) => cleanLine(boundMarks(typed)))
  .refine((name) => name !== '', 'required')
  .refine((name) => graphemeCount(name, limits.measureName) <= limits.measureName, 'too-long')
  .refine((name) => [...name].length <= codePointBound(limits.measureName), 'too-long');

/** What opens an audience. */
export const openAudienceForm = z.strictObject({ name: audienceName });

/** What renames one. */
export const renameAudienceForm = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(2_147_483_647),
  name: audienceName,
});

const day = z
  .string()
  .max(100_000, { error: 'not-a-day', abort: true })
  .transform((typed, context): Day => {
    const when = parseDatedOn(typed);
    if (when?.precision === 'day' && when.day >= firstDay) return when.day;
    const isBlank = typed.trim() === '';
    const reason = isBlank
      ? 'required'
      : when?.precision === 'day'
        ? 'date-too-early'
        : 'not-a-day';
    context.addIssue({ code: 'custom', message: reason });
    return z.NEVER;
  });

const followers = z
  .string()
  .max(100_000, { error: 'too-long', abort: true })
  .transform((typed, context): bigint => {
    // A count is written like an amount without decimals: 1,200 or 1.2万.
    const value = parseAmount(typed, 'JPY');
    if (value.ok) return value.value;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? 'required' : 'count-unclear',
    });
    return z.NEVER;
  });

/** How many there are today. */
export const countTodayForm = z.strictObject({ id: z.uuid(), followers });

/** A count on a day. That the day is not to come is for the mutation, which knows the zone. */
export const countForm = z.strictObject({ id: z.uuid(), day, followers });

/** Names the count of one day. */
export const oneCount = z.strictObject({ id: z.uuid(), day });

/** Names one audience. */
export const oneAudience = z.strictObject({ id: z.uuid() });
