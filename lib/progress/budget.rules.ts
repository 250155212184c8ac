import type { Month } from '../calendar';
import type { Currency } from '../money';
import { type EffortSum, type MilestoneSum, netOf, workTimes } from './rules';

/** Minutes of one month. */
export type BudgetMonth = {
  readonly month: Month;
  readonly building: number;
  readonly networking: number;
};

/**
 * Where the hours of each of `months` went. Building is the work on streams, each hour once
 * (`workTimes`), what was logged on skills, and what was logged on nothing as far as it goes
 * beyond the hours typed with incomes without a stream. Hours typed with a work or a skill cover an
 * unknown stretch of time and are in no month.
 */
export function budgets(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
  months: readonly Month[],
): BudgetMonth[] {
  const work = workTimes(sums, efforts);
  const general = generalMinutes(sums, efforts);
  const networking = minutesBy(efforts.filter(({ purpose }) => purpose === 'networking'));
  const working = minutesBy(work);
  return months.map((month) => ({
    month,
    building: (working.get(month) ?? 0) + (general.get(month) ?? 0),
    networking: networking.get(month) ?? 0,
  }));
}

/** Building that belongs to no stream. */
function generalMinutes(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
): Map<Month, number> {
  const building = efforts.filter(
    ({ purpose, streamId }) => purpose === 'building' && streamId === null,
  );
  const general = minutesBy(building.filter(({ skillId }) => skillId !== null));
  const typed = minutesBy(
    sums.filter(({ kind, streamId }) => kind === 'income' && streamId === null),
  );
  for (const [month, minutes] of minutesBy(building.filter(({ skillId }) => skillId === null))) {
    const beyond = Math.max(0, minutes - (typed.get(month) ?? 0));
    general.set(month, (general.get(month) ?? 0) + beyond);
  }
  return general;
}

/** What one of the two budgets took and brought. */
export type Side = {
  /** Minor units, after fees and costs. */
  readonly net: bigint;
  readonly minutes: number;
  /** How many months have hours on this side. */
  readonly months: number;
  /** Minor units, cut; null without hours. */
  readonly perHour: bigint | null;
};

/**
 * What an hour of each budget brought in `currency` over `months`. Hours follow the income: work for
 * customers who came by networking is part of what networking took, beside the networking itself.
 * Counted from the first of `months` with any hours, the same for both sides: before it nobody
 * counted, and that income would look as if it had taken no time. Hours of no stream belong to no
 * currency and stand in full beside each.
 */
export function budgetReturns(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
  streams: readonly { readonly id: string; readonly origin: 'record' | 'networking' }[],
  currency: Currency,
  months: readonly Month[],
): { building: Side; networking: Side } {
  const met = new Set(streams.filter(({ origin }) => origin === 'networking').map(({ id }) => id));
  const isMet = ({ streamId }: { streamId: string | null }) =>
    streamId !== null && met.has(streamId);
  const asked = new Set(months);
  const inMonths = ({ month }: { month: Month }) => asked.has(month);

  const work = workTimes(sums, efforts).filter(
    (time) => inMonths(time) && (time.currency ?? currency) === currency,
  );
  const general = [...generalMinutes(sums, efforts)]
    .map(([month, minutes]) => ({ month, minutes }))
    .filter(inMonths);
  const networking = efforts.filter((one) => one.purpose === 'networking' && inMonths(one));
  const building = [...work.filter((time) => !isMet(time)), ...general];
  const byPeople = [...work.filter(isMet), ...networking];

  const counted = [...building, ...byPeople].filter(({ minutes }) => minutes > 0);
  const from = counted.map(({ month }) => month).sort()[0];
  const income = sums.filter(
    (sum) =>
      sum.kind === 'income' &&
      sum.currency === currency &&
      inMonths(sum) &&
      (from === undefined || sum.month >= from),
  );
  return {
    building: sideOf(
      income.filter((sum) => !isMet(sum)),
      building,
    ),
    networking: sideOf(income.filter(isMet), byPeople),
  };
}

function sideOf(
  income: readonly MilestoneSum[],
  times: readonly { month: Month; minutes: number }[],
): Side {
  const net = income.reduce((sum, one) => sum + netOf(one), 0n);
  const worked = times.filter(({ minutes }) => minutes > 0);
  const minutes = worked.reduce((sum, one) => sum + one.minutes, 0);
  return {
    net,
    minutes,
    months: new Set(worked.map(({ month }) => month)).size,
    perHour: minutes === 0 ? null : (net * 60n) / BigInt(minutes),
  };
}

function minutesBy(
  times: readonly { readonly month: Month; readonly minutes: number }[],
): Map<Month, number> {
  const sums = new Map<Month, number>();
  for (const { month, minutes } of times) sums.set(month, (sums.get(month) ?? 0) + minutes);
  return sums;
}
