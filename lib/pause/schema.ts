import { z } from 'zod';
import { addMonths, firstDay, type Month, monthOf, parseDatedOn } from '../calendar';

/** A planned break may begin that many months from now. */
export const monthsAhead = 12;

const typedMonth = z.string().max(1_000, 'too-long');

/**
 * What the form that pauses a month sends: one that was, is running or comes within
 * {@link monthsAhead} months of `thisMonth` (in the person's zone).
 */
export function pauseForm(thisMonth: Month) {
  return z.strictObject({
    month: typedMonth.transform((typed, context): Month => {
      const complain = (message: string) => {
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      };
      if (typed.trim() === '') return complain('required');
      const when = parseDatedOn(typed);
      // A day names its month well enough; a year does not.
      if (!when || when.precision === 'year') return complain('not-a-month');
      if (when.day < firstDay) return complain('date-too-early');
      const month = monthOf(when.day);
      return month > addMonths(thisMonth, monthsAhead) ? complain('pause-too-far') : month;
    }),
  });
}

/** Which pause is taken back; it was paused, so it is a month as stored. */
export const resumeForm = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .transform((month) => month as Month),
});

/** Whether the dashboard is to show the months without a break. */
export const streakForm = z.strictObject({
  shows: z.enum(['yes', 'no']).transform((shows) => shows === 'yes'),
});
