import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';

/** `YYYY-MM` or `YYYY-MM-DD`, and how much there was then. */
export type LinePoint = { readonly key: string; readonly value: number };
export type LineTick = { readonly value: number; readonly label: string };

/** x is percent of the drawing, y is CSS pixels from its top; `at` is the point's place in the list given. */
export type Dot = { at: number; x: number; y: number };
export type LineGeometry = {
  /** By time. */
  dots: Dot[];
  ticks: { label: string; y: number }[];
  /** Where zero lies, or the foot of an axis that is cut. */
  base: number;
  /** Whether the axis begins above zero. */
  isCut: boolean;
  /** Which points are named under the line, by `at`; those in `minor` only where there is room. */
  named: { at: number; x: number; anchor: 'start' | 'middle' | 'end'; minor: boolean }[];
};

export const lineHeight = 214;
/** The line ends here; tick labels stand in the gutter to the right. */
export const lineEnd = 87;
const box = { top: 34, bottom: 172 };
const tickSpacing = 20;
/** A line that moves within this part of its height would look flat above zero. */
const smallRange = 0.25;

type Axis = { low: number; high: number; isCut: boolean };

/** From zero, unless `mayCut` and all values lie close together far above it. Rounded to whole ticks. */
function axisOf(values: readonly number[], mayCut: boolean): Axis {
  const [least = 0, most = 0] = extent(values);
  const isCut = mayCut && least > 0 && most > least && most - least < most * smallRange;
  const low = isCut ? least : Math.min(0, least);
  const high = Math.max(low, most, isCut ? low : 0);
  if (high === low) return { low, high: low + 1, isCut: false };
  const [from = low, to = high] = scaleLinear([low, high], [0, 1]).nice(4).domain();
  return { low: from, high: to, isCut: isCut && from > 0 };
}

/** Values to name beside the axis that these points get; whole ones where all points are whole. */
export function lineTicks(points: readonly LinePoint[], mayCut = false): number[] {
  const values = points.map(({ value }) => value);
  const { low, high } = axisOf(values, mayCut);
  const ticks = scaleLinear([low, high], [0, 1]).ticks(4);
  return values.every(Number.isInteger) ? ticks.filter(Number.isInteger) : ticks;
}

/**
 * Places points by time and value. Survives none, one, equal values, several at one time and huge
 * sums; the order of `points` does not matter.
 */
export function lineGeometry(
  points: readonly LinePoint[],
  ticks: readonly LineTick[] = [],
  options: { mayCut?: boolean; top?: number; bottom?: number; end?: number } = {},
): LineGeometry {
  const { mayCut = false, top = box.top, bottom = box.bottom, end = lineEnd } = options;
  const { low, high, isCut } = axisOf(
    points.map(({ value }) => value),
    mayCut,
  );
  const y = scaleLinear([low, high], [bottom, top]);
  const times = points.map(({ key }) => timeOf(key));
  const [first = 0, last = 0] = extent(times);
  const x = scaleLinear([first, last], [0, end]);
  const dots = points
    .map(({ value }, at) => ({
      at,
      x: first === last ? end / 2 : x(times[at] ?? first),
      y: y(value),
    }))
    .sort((a, b) => a.x - b.x || a.at - b.at);
  return {
    dots,
    ticks: apart(ticks, low, high, y),
    base: y(Math.max(low, 0)),
    isCut,
    named: namedOf(dots, end),
  };
}

/** Milliseconds of a month's or a day's beginning, UTC. */
function timeOf(key: string): number {
  const [year = 1970, month = 1, day = 1] = key.split('-').map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** Ticks on the axis that do not crowd each other, from the top. */
function apart(
  ticks: readonly LineTick[],
  low: number,
  high: number,
  y: (value: number) => number,
): LineGeometry['ticks'] {
  const shown: LineGeometry['ticks'] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const { value, label } of [...ticks].sort((a, b) => b.value - a.value)) {
    const at = y(value);
    if (value < low || value > high || at - above < tickSpacing) continue;
    shown.push({ label, y: at });
    above = at;
  }
  return shown;
}

/** Both ends, the one nearest the middle, and where there is room the ones nearest the quarters. */
function namedOf(dots: readonly Dot[], end: number): LineGeometry['named'] {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return [];
  if (first.x === last.x) return [{ at: last.at, x: last.x, anchor: 'middle', minor: false }];
  const named: LineGeometry['named'] = [
    { at: first.at, x: first.x, anchor: 'start', minor: false },
    { at: last.at, x: last.x, anchor: 'end', minor: false },
  ];
  const offer = (part: number, room: number, minor: boolean) => {
    const aim = end * part;
    const near = dots.reduce((a, b) => (Math.abs(b.x - aim) < Math.abs(a.x - aim) ? b : a));
    if (named.some(({ x }) => Math.abs(x - near.x) < room)) return;
    named.push({ at: near.at, x: near.x, anchor: 'middle', minor });
  };
  offer(1 / 2, end * 0.37, false);
  offer(1 / 4, end * 0.22, true);
  offer(3 / 4, end * 0.22, true);
  return named.sort((a, b) => a.x - b.x);
}
