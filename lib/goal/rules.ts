import { addMonths, type Day, firstOf, type Month, monthOf, monthsUntil } from '../calendar';
import type { MonthTotal } from '../ladder/rules';
import type { Kind } from '../milestone/rules';
import type { Currency } from '../money';
import {
  type Forecast,
  forecast,
  type Line,
  levelAt,
  lineTo,
  type Pace,
  type Point,
  pace,
} from '../pace/rules';
import { levels, runningTotals } from '../pace/series.rules';
import {
  type EffortSum,
  hourlyRate,
  type MilestoneSum,
  monthlyGross,
  monthlyMilestones,
  monthlySkillMinutes,
  type WorkMonth,
  workMonths,
} from '../progress/rules';

export const measures = [
  'income_month',
  'income_total',
  'hourly_rate',
  'skill_hours',
  'followers',
  'works',
  'milestones',
  'inquiries',
] as const;
export type Measure = (typeof measures)[number];

/** What targets and values of a measure are counted in; money in minor units. */
export function unitOf(measure: Measure): 'money' | 'minutes' | 'count' {
  if (measure === 'skill_hours') return 'minutes';
  const isMoney = ['income_month', 'income_total', 'hourly_rate'].includes(measure);
  return isMoney ? 'money' : 'count';
}

/** Measured anew each month; the others add up, followers on their own. */
function isLevel(measure: Measure): boolean {
  return measure === 'income_month' || measure === 'hourly_rate';
}

export type Goal = {
  readonly id: string;
  readonly measure: Measure;
  /** Of the measures of money; null: all income. */
  readonly streamId: string | null;
  readonly skillId: string | null;
  readonly audienceId: string | null;
  /** Of `milestones`. */
  readonly kind: Kind | null;
  readonly currency: Currency | null;
  /** In the measure's unit. */
  readonly target: bigint;
  readonly dueOn: Day | null;
  /** Begins anew with each; null: once. */
  readonly every: 'month' | 'year' | null;
  /** The first month that counts towards it; null: all of them. */
  readonly since: Month | null;
  readonly position: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: 'met' | 'dropped' | null;
};

export type FollowerPoint = {
  readonly audienceId: string;
  readonly day: Day;
  readonly followers: bigint;
};

/** Everything a goal may be measured by. */
export type GoalFacts = {
  readonly milestones: readonly MilestoneSum[];
  readonly efforts: readonly EffortSum[];
  readonly followers: readonly FollowerPoint[];
  /** People who came because of the record, by month. */
  readonly came: readonly MonthTotal[];
};

export type Standing = {
  /** In the measure's unit. */
  readonly value: bigint;
  /** Of the target; may pass 1, never below 0. */
  readonly fraction: number;
  readonly isMet: boolean;
  /** How many months, or counts of followers, the value rests on. */
  readonly points: number;
  /** Of a recurring goal: what it counts now. */
  readonly period: { readonly from: Month; readonly to: Month } | null;
  /** What is still needed a month until it is due. */
  readonly line: Line | null;
  readonly pace: Pace | null;
  readonly forecast: Forecast | null;
  readonly isOverdue: boolean;
};

/**
 * Where `goal` stands on `today` in the person's zone. What lies in months to come counts for
 * nothing. A recurring goal counts its own month or year, whatever its `since`.
 */
export function standing(goal: Goal, facts: GoalFacts, today: Day): Standing {
  const thisMonth = monthOf(today);
  const known: GoalFacts = {
    milestones: facts.milestones.filter(({ month }) => month <= thisMonth),
    efforts: facts.efforts.filter(({ month }) => month <= thisMonth),
    followers: facts.followers
      .filter(({ audienceId, day }) => audienceId === goal.audienceId && monthOf(day) <= thisMonth)
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    came: facts.came.filter(({ month }) => month <= thisMonth),
  };
  const period = periodOf(goal, thisMonth);
  const series = seriesOf(goal, known);
  const { value, points } = measured(goal, series, period);
  const isMet = value >= goal.target;
  const isOverdue = goal.dueOn !== null && goal.dueOn < today && !isMet;
  const until = goal.every === 'year' && period ? firstOf(period.to) : goal.dueOn;
  const trend = trendOf(goal, series, thisMonth);
  const change = pace(trend, isLevel(goal.measure) ? 'levels' : 'totals');
  return {
    value,
    fraction: Math.max(0, Number(value) / Number(goal.target)),
    isMet,
    points,
    period,
    line:
      isMet || isOverdue || !until ? null : lineTo(goal.target - value, thisMonth, monthOf(until)),
    pace: change,
    forecast: forecastOf(goal, value, trend, change, thisMonth),
    isOverdue,
  };
}

function periodOf({ every }: Goal, thisMonth: Month): Standing['period'] {
  if (every === null) return null;
  if (every === 'month') return { from: thisMonth, to: thisMonth };
  const year = thisMonth.slice(0, 4);
  return { from: `${year}-01` as Month, to: `${year}-12` as Month };
}

/**
 * A rate that is reached once is the rate of late, not of all time; the best month is what reaches
 * an income a month.
 */
function measured(
  goal: Goal,
  { totals, worked, followers }: Series,
  period: Standing['period'],
): { value: bigint; points: number } {
  const from = period ? period.from : goal.since;
  const inScope = ({ month }: { month: Month }) => from === null || month >= from;
  if (goal.measure === 'followers') {
    return { value: followers.at(-1)?.followers ?? 0n, points: followers.length };
  }
  if (goal.measure === 'hourly_rate') {
    const months = worked.filter(inScope);
    const rate = hourlyRate(period ? months : months.slice(-monthsOfRate));
    return { value: rate?.perHour ?? 0n, points: rate?.months ?? 0 };
  }
  const counted = totals.filter(inScope);
  let value = 0n;
  for (const { total } of counted) {
    if (goal.measure !== 'income_month') value += total;
    else if (total > value) value = total;
  }
  return { value, points: counted.length };
}

const monthsOfRate = 3;

/** What a goal's measure is taken from, oldest first; empty but for what the measure needs. */
type Series = {
  /** What each month brought, of the measures that months add to and of monthly income. */
  readonly totals: readonly MonthTotal[];
  /** Months that have hours. */
  readonly worked: readonly WorkMonth[];
  readonly followers: readonly FollowerPoint[];
};

function seriesOf(goal: Goal, { milestones, efforts, followers, came }: GoalFacts): Series {
  const { measure, currency, streamId, skillId, kind } = goal;
  const none: Series = { totals: [], worked: [], followers: [] };
  if (measure === 'followers') return { ...none, followers };
  if (measure === 'inquiries') return { ...none, totals: came };
  const counted = measure === 'works' ? 'work' : kind;
  if (counted) return { ...none, totals: monthlyMilestones(milestones, counted) };
  if (skillId) return { ...none, totals: monthlySkillMinutes(efforts, skillId) };
  if (currency === null) return none;
  if (measure === 'hourly_rate') {
    const months = workMonths(milestones, efforts, currency, streamId);
    return { ...none, worked: months.filter(({ minutes }) => minutes > 0) };
  }
  return { ...none, totals: monthlyGross(milestones, currency, streamId) };
}

/**
 * The points of the pace, of the last twelve complete months: the level of each month that has one,
 * or, where months add up, the running total at its end, from the first month with anything on.
 * Followers are known as of now, so theirs include this month.
 */
function trendOf({ measure }: Goal, series: Series, thisMonth: Month): Point[] {
  const complete = monthsUntil(addMonths(thisMonth, -1), 12);
  if (measure === 'followers') {
    const last = new Map(series.followers.map((one) => [monthOf(one.day), one.followers]));
    return [...complete, thisMonth].flatMap((month) => {
      const followers = last.get(month);
      return followers === undefined ? [] : [{ month, value: Number(followers) }];
    });
  }
  if (measure === 'hourly_rate') {
    return series.worked
      .filter(({ month }) => complete.includes(month))
      .map((one) => ({ month: one.month, value: Number(hourlyRate([one])?.perHour ?? 0n) }));
  }
  return measure === 'income_month'
    ? levels(series.totals, complete)
    : runningTotals(series.totals, complete);
}

/**
 * A level is forecast from where its trend stands, not from its best month; a yearly goal only as
 * far as its year goes, because it begins anew with the next.
 */
function forecastOf(
  { measure, every, target }: Goal,
  value: bigint,
  trend: readonly Point[],
  change: Pace | null,
  thisMonth: Month,
): Forecast | null {
  if (every === 'month' || change === null) return null;
  const current =
    isLevel(measure) && value < target
      ? Math.min(Number(value), levelAt(trend, change, thisMonth))
      : Number(value);
  const found = forecast(change, current, Number(target), thisMonth);
  if (every === null || found?.kind !== 'range') return found;
  const inYear = (month: Month | null) => month?.slice(0, 4) === thisMonth.slice(0, 4);
  if (!inYear(found.from)) return { kind: 'out-of-sight' };
  return inYear(found.to) ? found : { ...found, to: null };
}
