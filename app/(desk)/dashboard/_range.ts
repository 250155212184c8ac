import { addMonths, type Month, monthsBetween, monthsUntil } from '@/lib/calendar';

export const ranges = ['6', '12', '24', 'all'] as const;
/** How many months the charts show, as it stands in the address. */
export type Range = (typeof ranges)[number];

/** A year, unless the address asks for something else that there is. */
export function readRange(asked: string | string[] | undefined): Range {
  return ranges.find((range) => range === asked) ?? '12';
}

/** Fewer would look like nothing. */
const allAtLeast = 6;

/** The months of a range up to `thisMonth`, oldest first; all begins with the first that has `facts`. */
export function monthsOf(
  range: Range,
  facts: readonly { readonly month: Month }[],
  thisMonth: Month,
): Month[] {
  if (range !== 'all') return monthsUntil(thisMonth, Number(range));
  let first = addMonths(thisMonth, 1 - allAtLeast);
  for (const { month } of facts) if (month < first) first = month;
  return monthsUntil(thisMonth, monthsBetween(first, thisMonth) + 1);
}
