import { extent } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';

/** x and width are percent of the drawing, y and height are CSS pixels from its top. */
export type Bar = { key: string; x: number; width: number; y: number; height: number };
export type BarTick = { readonly value: number; readonly label: string };
export type BarsGeometry = {
  bars: Bar[];
  ticks: { label: string; y: number }[];
  /** Where zero lies: bars of what is below nothing hang from it. */
  base: number;
  /** The first of the highest bars, if any rises at all. */
  best: string | undefined;
  /** What is written under the bars: labels, and years under every January there is room for. */
  names: { key: string; x: number; isMinor: boolean; year: string | null }[];
};

export const barsHeight = 250;
/** The foot of the plot; names stand below. */
export const barsFoot = 206;
/** Bars end here; tick labels stand in the gutter to the right. */
export const barsEnd = 87;
const ceiling = 40;
const widestBar = 5;
const tickSpacing = 20;
const yearsAtMost = 8;
/** With more months than these only years are named. */
const monthsNamed = 24;

type Value = { readonly key: string; readonly value: number };

function scaleOf(values: readonly Value[]) {
  const [least = 0, most = 0] = extent(values, ({ value }) => value);
  const low = Math.min(0, least);
  const high = Math.max(0, most);
  return scaleLinear([low, high > low ? high : low + 1], [barsFoot, ceiling]);
}

/** Values to name beside the bars, few and round. */
export function barTicks(values: readonly Value[]): number[] {
  return scaleOf(values).ticks(4);
}

/** Places bars by month (`YYYY-MM`). Survives no months, one month, all zeros, losses, huge sums. */
export function barsGeometry(
  values: readonly Value[],
  ticks: readonly BarTick[] = [],
): BarsGeometry {
  const y = scaleOf(values);
  const base = y(0);
  const x = scaleBand(
    values.map(({ key }) => key),
    [0, barsEnd],
  )
    .paddingInner(0.34)
    .paddingOuter(0.2);
  const width = Math.min(x.bandwidth(), widestBar);
  const bars = values.map(({ key, value }) => {
    const left = (x(key) ?? 0) + (x.bandwidth() - width) / 2;
    const height = value === 0 ? 0 : Math.max(2, Math.abs(y(value) - base));
    return { key, x: left, width, y: value > 0 ? base - height : base, height };
  });
  const most = Math.max(0, ...values.map(({ value }) => value));
  return {
    bars,
    ticks: apart(ticks, y),
    base,
    best: most > 0 ? values.find(({ value }) => value === most)?.key : undefined,
    names: namesOf(bars),
  };
}

function apart(ticks: readonly BarTick[], y: (value: number) => number): BarsGeometry['ticks'] {
  const shown: BarsGeometry['ticks'] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const { value, label } of [...ticks].sort((a, b) => b.value - a.value)) {
    const at = y(value);
    if (value === 0 || at - above < tickSpacing || Math.abs(at - y(0)) < tickSpacing) continue;
    shown.push({ label, y: at });
    above = at;
  }
  return shown;
}

function namesOf(bars: readonly Bar[]): BarsGeometry['names'] {
  const isLong = bars.length > monthsNamed;
  const years = bars.filter(({ key }) => key.endsWith('-01'));
  const step = Math.ceil(years.length / yearsAtMost);
  return bars.map(({ key, x, width }) => {
    const month = Number(key.slice(5));
    const isYear = month === 1 && years.findIndex((one) => one.key === key) % step === 0;
    return {
      key,
      x: x + width / 2,
      isMinor: isLong || month % 3 !== 1,
      year: isYear ? key.slice(0, 4) : null,
    };
  });
}
