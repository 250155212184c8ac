import { addMonths, type Month, monthsBetween } from '../calendar';

/** What was measured in, or at the end of, one month. */
export type Point = { readonly month: Month; readonly value: number };

export type Pace = {
  /** Change a month. */
  readonly perMonth: number;
  /** The quartiles of the changes it is the middle of. */
  readonly low: number;
  readonly high: number;
  /** What `high` would be had the best month been no exception; never above it. */
  readonly steady: number;
  /** How many months it rests on. */
  readonly points: number;
};

/** A trend needs more than the straight line that any two points lie on. */
const fewestPoints = 3;

/**
 * The trend of `points` (any order, a month at most once): the Theil–Sen estimator, that is the
 * median of the slopes of all pairs of points, with the quartiles of those slopes as its range.
 * Null under three points. `of` tells what a best month is: the highest level, or the largest step
 * of a running total.
 *
 * One wild month is in `n - 1` of `n(n - 1) / 2` slopes, so from five points on it cannot carry
 * the median off, where a least-squares line would follow it. Sources: H. Theil, "A rank-invariant
 * method of linear and polynomial regression analysis", Proc. Kon. Ned. Akad. v. Wetensch. A 53
 * (1950); P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of
 * the American Statistical Association 63 (1968). Quartiles as Hyndman and Fan's type 7 (1996).
 */
export function pace(points: readonly Point[], of: 'levels' | 'totals' = 'levels'): Pace | null {
  if (points.length < fewestPoints) return null;
  const sorted = [...points].sort((a, b) => (a.month < b.month ? -1 : 1));
  const slopes = slopesOf(sorted);
  const rest = of === 'levels' ? withoutHighest(sorted) : withoutLargestStep(sorted);
  const high = quantile(slopes, 0.75);
  return {
    perMonth: quantile(slopes, 0.5),
    low: quantile(slopes, 0.25),
    high,
    steady: Math.min(high, quantile(slopesOf(rest), 0.75)),
    points: points.length,
  };
}

/** The slopes of all pairs, the least first. */
function slopesOf(points: readonly Point[]): number[] {
  return points
    .flatMap((a, i) =>
      points.slice(i + 1).map((b) => (b.value - a.value) / monthsBetween(a.month, b.month)),
    )
    .sort((a, b) => a - b);
}

/** Of equals the last one goes. */
function withoutHighest(points: readonly Point[]): Point[] {
  const highest = Math.max(...points.map(({ value }) => value));
  const at = points.findLastIndex(({ value }) => value === highest);
  return points.filter((_, i) => i !== at);
}

/** The largest step a month counts as the second largest. */
function withoutLargestStep(points: readonly Point[]): Point[] {
  const steps = points.slice(1).map(({ month, value }, i) => {
    const before = points[i] ?? { month, value };
    const months = monthsBetween(before.month, month);
    return { months, perMonth: (value - before.value) / months };
  });
  const [second = 0, largest = 0] = steps
    .map(({ perMonth }) => perMonth)
    .sort((a, b) => a - b)
    .slice(-2);
  const at = steps.findLastIndex(({ perMonth }) => perMonth === largest);
  const less = (largest - second) * (steps[at]?.months ?? 0);
  return points.map((point, i) => (i > at ? { ...point, value: point.value - less } : point));
}

/**
 * Where the trend stands in `month`: the median of what each point would be by then, at the steady
 * pace where that is slower. One good month is no new level.
 */
export function levelAt(points: readonly Point[], trend: Pace, month: Month): number {
  const perMonth = Math.min(trend.perMonth, trend.steady);
  const levels = points.map((point) => point.value + perMonth * monthsBetween(point.month, month));
  return quantile(
    levels.sort((a, b) => a - b),
    0.5,
  );
}

export type Forecast =
  /** `to` is null when the slow end of the trend never gets there, or not within ten years. */
  | { readonly kind: 'range'; readonly from: Month; readonly to: Month | null }
  | { readonly kind: 'reached' }
  /** Not even the fast end gets there within ten years. */
  | { readonly kind: 'out-of-sight' };

const farthestMonths = 120;

/**
 * The months between which `current` gets to `target` if it goes on as it does, by the fast and the
 * slow quartile of the pace; the next month at the earliest. The fast one has to hold without the
 * best month too, so that one good month promises nothing. Null, silent, without a pace.
 */
export function forecast(
  pace: Pace | null,
  current: number,
  target: number,
  thisMonth: Month,
): Forecast | null {
  if (pace === null) return null;
  if (current >= target) return { kind: 'reached' };
  const monthsAt = (perMonth: number) => {
    const months = perMonth > 0 ? Math.ceil((target - current) / perMonth) : farthestMonths + 1;
    return months > farthestMonths ? null : months;
  };
  const soonest = monthsAt(pace.steady);
  if (soonest === null) return { kind: 'out-of-sight' };
  const latest = monthsAt(Math.min(pace.low, pace.steady));
  return {
    kind: 'range',
    from: addMonths(thisMonth, soonest),
    to: latest === null ? null : addMonths(thisMonth, latest),
  };
}

/** So much a month, for so many months, the running one among them. */
export type Line = { readonly perMonth: bigint; readonly months: number };

/** What it takes from `thisMonth` to the end of `until` to get `missing` together, rounded up. */
export function lineTo(missing: bigint, thisMonth: Month, until: Month): Line {
  const months = Math.max(1, monthsBetween(thisMonth, until) + 1);
  return { perMonth: (missing + BigInt(months) - 1n) / BigInt(months), months };
}

/**
 * Hours that `missing` takes at `perHour` (both minor units of one currency), rounded up: to a tenth
 * below ten hours, to whole ones above. Null where an hour brings nothing.
 */
export function hoursFor(missing: bigint, perHour: bigint): number | null {
  if (perHour <= 0n) return null;
  if (missing <= 0n) return 0;
  const tenths = (missing * 10n + perHour - 1n) / perHour;
  return tenths < 100n ? Number(tenths) / 10 : Number((missing + perHour - 1n) / perHour);
}

/** Of ascending numbers, at least one. Between two of them, the part of the way. */
function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
