import { type Counts, cameTo, type Line } from './rules';

/** Of fewer than these, a part says nothing about how often. */
export const leastForRate = 20;

/** How often one step of the chain led to the next; `few`: too few to say, so only the two counts. */
export type Rate = { readonly kind: 'rate' | 'few'; readonly part: number; readonly of: number };

/**
 * `part` of `of`. Null where nothing could have led to it, and where there is more of it than of what
 * leads to it: people entered by hand may have visited nothing.
 */
export function rateOf(part: number, of: number): Rate | null {
  if (of === 0 || part > of) return null;
  return { kind: of < leastForRate ? 'few' : 'rate', part, of };
}

export const steps = ['shares', 'visits', 'inquiries', 'outcomes', 'income'] as const;
export type StepName = (typeof steps)[number];

/** One step of the chain: its count, and how often the step before led to it. */
export type Step = {
  readonly name: StepName;
  /** Of income: inquiries of which work was agreed. */
  readonly count: number;
  readonly rate: Rate | null;
};

/**
 * The chain share → visit → inquiry → outcome → income. A share leads to many visits and a visit to
 * one person at most, so between shares and visits there is no rate.
 */
export function chainOf(total: Counts): Step[] {
  const outcomes = cameTo(total);
  return [
    { name: 'shares', count: total.shares, rate: null },
    { name: 'visits', count: total.visits, rate: null },
    { name: 'inquiries', count: total.inquiries, rate: rateOf(total.inquiries, total.visits) },
    { name: 'outcomes', count: outcomes, rate: rateOf(outcomes, total.inquiries) },
    { name: 'income', count: total.agreed, rate: rateOf(total.agreed, outcomes) },
  ];
}

/** Which line draws most, by what. */
export type Draw = {
  readonly key: string;
  readonly by: 'people' | 'visits';
  readonly count: number;
  /** Of how many that came by any line with a key. */
  readonly of: number;
};

const leastPeople = 5;
const leastVisits = 100;

/**
 * The line with a key that draws the most, where that can be said: of at least five people who came by
 * any of them it has two more than the next, so that one more person would not turn it; else of at
 * least a hundred visits it has a fifth more than the next. Null: too few, or too close.
 */
export function drawOf(lines: readonly Line[]): Draw | null {
  return leader(lines, 'people', leastPeople, (next) => next + 2) ?? byVisits(lines);
}

function byVisits(lines: readonly Line[]): Draw | null {
  return leader(lines, 'visits', leastVisits, (next) => next * 1.2);
}

function leader(
  lines: readonly Line[],
  by: Draw['by'],
  least: number,
  ahead: (next: number) => number,
): Draw | null {
  const keyed = lines.filter(({ key }) => key !== null).sort((a, b) => b[by] - a[by]);
  const of = keyed.reduce((sum, line) => sum + line[by], 0);
  const [first, second] = keyed;
  if (!first || first.key === null || of < least) return null;
  const next = second?.[by] ?? 0;
  return first[by] >= ahead(next) && first[by] > next
    ? { key: first.key, by, count: first[by], of }
    : null;
}
