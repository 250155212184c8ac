import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';

/** x and width are percent of the drawing, y and height are CSS pixels from its top. */
export type Bar = {
  month: string;
  x: number;
  width: number;
  y: number;
  height: number;
  /** Top of the part that is only possible, up to the upper bound. */
  reachY?: number;
};
export type RungLine = { label: string; y: number };
export type IncomeGeometry = { bars: Bar[]; rungs: RungLine[]; best: string | undefined };

export const chartHeight = 262;
export const baseline = 218;
/** Bars end here; rung labels stand in the gutter to the right. */
export const plotEnd = 87;
const ceiling = 48;
const widestBar = 5;
const rungSpacing = 20;

/** The value at the ceiling: the next rung when it is within sight, else a little above the best. */
function top(best: number, rungs: readonly number[]): number {
  if (best <= 0) return rungs.find((value) => value > 1) ?? 1;
  const next = rungs.find((value) => value >= best);
  return next !== undefined && next <= best * 2 ? next : best;
}

/**
 * Places bars and rung lines; up to `reach` a bar goes on lightly. Survives no months, one month, all
 * zeros, refunds and huge sums.
 * @param least what the drawing shows of the scale in any case
 */
export function incomeGeometry(
  months: readonly { month: string; value: number; reach?: number | undefined }[],
  rungs: readonly { label: string; value: number }[],
  least = 0,
): IncomeGeometry {
  const most = max(months, (m) => m.value) ?? 0;
  const highest = Math.max(least, max(months, (m) => m.reach ?? m.value) ?? 0);
  const ascending = [...rungs].sort((a, b) => a.value - b.value);
  const ceilingValue = top(
    highest,
    ascending.map((rung) => rung.value),
  );
  const y = scaleLinear([0, ceilingValue], [baseline, ceiling]);
  const x = scaleBand(
    months.map((m) => m.month),
    [0, plotEnd],
  )
    .paddingInner(0.34)
    .paddingOuter(0.2);
  const width = Math.min(x.bandwidth(), widestBar);

  const bars = months.map((m) => {
    const value = Math.max(0, m.value);
    const height = value === 0 ? 0 : Math.max(2, baseline - y(value));
    const left = (x(m.month) ?? 0) + (x.bandwidth() - width) / 2;
    const bar = { month: m.month, x: left, width, y: baseline - height, height };
    return m.reach === undefined ? bar : { ...bar, reachY: Math.min(bar.y, y(m.reach)) };
  });

  // A line that the drawing is about is drawn however low it lies.
  const room = least > 0 ? 0 : rungSpacing;
  const lines: RungLine[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const rung of ascending.filter((r) => r.value <= ceilingValue).reverse()) {
    const at = y(rung.value);
    if (at - above < rungSpacing || baseline - at < room) continue;
    lines.push({ label: rung.label, y: at });
    above = at;
  }
  return {
    bars,
    rungs: lines,
    best: most > 0 ? months.find((m) => m.value === most)?.month : undefined,
  };
}
