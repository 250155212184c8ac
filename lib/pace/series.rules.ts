import type { Month } from '../calendar';
import type { MonthTotal } from '../ladder/rules';
import type { Point } from './rules';

/**
 * The level of each of `months` (ascending) between the first and the last of `totals` (ascending),
 * nothing where a month between them has none. What comes after the last is not known yet.
 */
export function levels(totals: readonly MonthTotal[], months: readonly Month[]): Point[] {
  const first = totals[0]?.month;
  const last = totals.at(-1)?.month;
  if (!first || !last) return [];
  const at = amounts(totals);
  return months
    .filter((month) => month >= first && month <= last)
    .map((month) => ({ month, value: at.get(month) ?? 0 }));
}

/** What has come together by the end of each of `months`, from the first of `totals` on. */
export function runningTotals(totals: readonly MonthTotal[], months: readonly Month[]): Point[] {
  const first = totals[0]?.month;
  if (!first) return [];
  const at = amounts(totals);
  let value = 0;
  return months
    .filter((month) => month >= first)
    .map((month) => {
      value += at.get(month) ?? 0;
      return { month, value };
    });
}

function amounts(totals: readonly MonthTotal[]): Map<Month, number> {
  return new Map(totals.map(({ month, total }) => [month, Number(total)]));
}
