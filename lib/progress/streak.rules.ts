import { addMonths, type Month } from '../calendar';
import type { EffortSum, MilestoneSum } from './rules';

/** Months in which anything was logged, milestone or effort. */
export function activeMonths(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
): Set<Month> {
  return new Set([...sums, ...efforts].map(({ month }) => month));
}

export type Streak = {
  /** How many active months; paused ones are not among them. */
  readonly months: number;
  /** The first of them. */
  readonly since: Month | null;
  readonly includesThisMonth: boolean;
};

/**
 * Active months in a row up to `thisMonth`, or up to the last one: `thisMonth` still runs, so it
 * breaks nothing. A paused month neither breaks nor counts; one that was active all the same counts.
 */
export function streak(
  active: ReadonlySet<Month>,
  paused: ReadonlySet<Month>,
  thisMonth: Month,
): Streak {
  let months = 0;
  let since: Month | null = null;
  // Pauses without end end with the months there are.
  let left = [...active].filter((month) => month <= thisMonth).length;
  for (let month = thisMonth; left > 0; month = addMonths(month, -1)) {
    if (active.has(month)) {
      months += 1;
      since = month;
      left -= 1;
    } else if (month !== thisMonth && !paused.has(month)) break;
  }
  return { months, since, includesThisMonth: active.has(thisMonth) };
}
