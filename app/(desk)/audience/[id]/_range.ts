import type { AudienceCount } from '@/lib/audience/rules';
import { addMonths, type Day, firstOf, monthOf } from '@/lib/calendar';

/** Months that can be shown; null is all of them. */
export const ranges = [6, 12, 24, null] as const;
export type Range = (typeof ranges)[number];

/** The range an address asks for; a year where it asks for none that there is. */
export function readRange(asked: string | string[] | undefined): Range {
  const range = ranges.find((one) => writeRange(one) === asked);
  return range === undefined ? 12 : range;
}

/** As it stands in the address. */
export function writeRange(range: Range): string {
  return range === null ? 'all' : String(range);
}

/** Counts of the last `range` months, this one included. */
export function within(
  counts: readonly AudienceCount[],
  range: Range,
  today: Day,
): readonly AudienceCount[] {
  if (range === null) return counts;
  const first = firstOf(addMonths(monthOf(today), 1 - range));
  return counts.filter(({ day }) => day >= first);
}
