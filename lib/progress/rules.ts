import type { Month } from '../calendar';
import type { Purpose } from '../effort/rules';
import type { MonthTotal } from '../ladder/rules';
import type { Kind } from '../milestone/rules';
import type { Currency } from '../money';

/** The milestones of one kind, currency and stream in one month, added up. Money in minor units. */
export type MilestoneSum = {
  readonly kind: Kind;
  /** Income only, as the stream. */
  readonly currency: Currency | null;
  readonly streamId: string | null;
  readonly month: Month;
  /** What came in before fees and costs. */
  readonly gross: bigint;
  readonly fees: bigint;
  readonly costs: bigint;
  /** Minutes typed with them. */
  readonly minutes: number;
  readonly milestones: number;
};

/** The efforts of one purpose and one stream, skill or neither in one month, added up. */
export type EffortSum = {
  readonly purpose: Purpose;
  readonly streamId: string | null;
  readonly skillId: string | null;
  readonly month: Month;
  readonly minutes: number;
  readonly efforts: number;
};

/** What remains of an amount, minor units; below nothing where fees and costs were more. */
export function netOf({ gross, fees, costs }: Pick<MilestoneSum, 'gross' | 'fees' | 'costs'>) {
  return gross - fees - costs;
}

/** Gross income by month in `currency`, of one stream or (null) of everything; oldest month first. */
export function monthlyGross(
  sums: readonly MilestoneSum[],
  currency: Currency,
  streamId: string | null = null,
): MonthTotal[] {
  return addUp(incomeIn(sums, currency, streamId), ({ gross }) => gross);
}

/** How many milestones of `kind` by month; oldest month first. */
export function monthlyMilestones(sums: readonly MilestoneSum[], kind: Kind): MonthTotal[] {
  return addUp(
    sums.filter((sum) => sum.kind === kind),
    ({ milestones }) => BigInt(milestones),
  );
}

/** Minutes of building on a skill by month; oldest month first. */
export function monthlySkillMinutes(efforts: readonly EffortSum[], skillId: string): MonthTotal[] {
  return addUp(
    efforts.filter((effort) => effort.purpose === 'building' && effort.skillId === skillId),
    ({ minutes }) => BigInt(minutes),
  );
}

function addUp<T extends { readonly month: Month }>(
  parts: readonly T[],
  amountOf: (part: T) => bigint,
): MonthTotal[] {
  const totals = new Map<Month, bigint>();
  for (const part of parts) {
    totals.set(part.month, (totals.get(part.month) ?? 0n) + amountOf(part));
  }
  return [...totals].map(([month, total]) => ({ month, total })).sort(byMonth);
}

/** Hours of work on one stream (or on income without one) in one month. */
export type WorkTime = {
  readonly streamId: string | null;
  readonly month: Month;
  /** Whose income they belong to; null while their stream has brought none. */
  readonly currency: Currency | null;
  readonly minutes: number;
};

/**
 * Hours of the work that brings income, each counted once: minutes typed with an income count for
 * its currency; of building effort logged on the same stream in the same month counts what goes
 * beyond them, for the stream's main currency. Both tell of the same work, so their sum would
 * count it twice.
 */
export function workTimes(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
): WorkTime[] {
  const incomes = sums.filter(({ kind }) => kind === 'income');
  const typed = new Map<string, number>();
  for (const { streamId, month, minutes } of incomes) add(typed, `${streamId} ${month}`, minutes);
  const logged = new Map<string, WorkTime>();
  const main = mainCurrencies(incomes);
  for (const { purpose, streamId, month, minutes } of efforts) {
    if (purpose !== 'building' || streamId === null) continue;
    const key = `${streamId} ${month}`;
    const currency = main.get(streamId) ?? null;
    const before = logged.get(key)?.minutes ?? 0;
    logged.set(key, { streamId, month, currency, minutes: before + minutes });
  }
  const beyond = [...logged].map(([key, time]) => ({
    ...time,
    minutes: Math.max(0, time.minutes - (typed.get(key) ?? 0)),
  }));
  return [...incomes, ...beyond]
    .filter(({ minutes }) => minutes > 0)
    .map(({ streamId, month, currency, minutes }) => ({ streamId, month, currency, minutes }));
}

/**
 * The main currency of each stream: the one most of its months with income are in, of equals the
 * one that came last.
 */
function mainCurrencies(incomes: readonly MilestoneSum[]): Map<string, Currency> {
  const months = new Map<string, Map<Currency, Set<Month>>>();
  for (const { streamId, currency, month } of incomes) {
    if (streamId === null || currency === null) continue;
    const own = months.get(streamId) ?? new Map<Currency, Set<Month>>();
    months.set(streamId, own.set(currency, (own.get(currency) ?? new Set()).add(month)));
  }
  const main = new Map<string, Currency>();
  for (const [streamId, own] of months) {
    const [first] = [...own].sort(
      ([a, inA], [b, inB]) => inB.size - inA.size || order(last(inB), last(inA)) || order(a, b),
    );
    if (first) main.set(streamId, first[0]);
  }
  return main;
}

function last(months: ReadonlySet<Month>): string {
  return [...months].sort().at(-1) ?? '';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One month of income and the work behind it, in one currency; money in minor units. */
export type WorkMonth = {
  readonly month: Month;
  readonly gross: bigint;
  /** After fees and costs. */
  readonly net: bigint;
  /** The part of `net` from streams whose hours of this month are known. */
  readonly timed: bigint;
  readonly minutes: number;
  /** How many incomes. */
  readonly milestones: number;
};

/**
 * Months with income in `currency` or hours that belong to it ({@link workTimes}), of one stream or
 * (null) of everything, oldest first. Hours of a stream without any income count for the currency
 * asked.
 */
export function workMonths(
  sums: readonly MilestoneSum[],
  efforts: readonly EffortSum[],
  currency: Currency,
  streamId: string | null = null,
): WorkMonth[] {
  const isOwn = (one: { streamId: string | null }) =>
    streamId === null || one.streamId === streamId;
  const months = new Map<Month, Mutable<WorkMonth>>();
  const at = (month: Month) => {
    const known = months.get(month);
    if (known) return known;
    const empty = { month, gross: 0n, net: 0n, timed: 0n, minutes: 0, milestones: 0 };
    months.set(month, empty);
    return empty;
  };
  const isTimed = new Set<string>();
  for (const time of workTimes(sums.filter(isOwn), efforts.filter(isOwn))) {
    if (time.currency !== null && time.currency !== currency) continue;
    isTimed.add(`${time.streamId} ${time.month}`);
    at(time.month).minutes += time.minutes;
  }
  for (const sum of incomeIn(sums, currency, streamId)) {
    const [month, net] = [at(sum.month), netOf(sum)];
    month.gross += sum.gross;
    month.net += net;
    if (isTimed.has(`${sum.streamId} ${sum.month}`)) month.timed += net;
    month.milestones += sum.milestones;
  }
  return [...months.values()].sort(byMonth);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export type HourlyRate = {
  /** Minor units, cut; below nothing where fees and costs were more than came in. */
  readonly perHour: bigint;
  /** How many months had hours, and how many had income. */
  readonly months: number;
  readonly of: number;
  readonly minutes: number;
};

/**
 * What an hour of work brought: net ÷ hours, over what has hours. Income whose hours nobody wrote
 * down is left out, because it would make the rest look better paid. Null without hours.
 */
export function hourlyRate(months: readonly WorkMonth[]): HourlyRate | null {
  const minutes = months.reduce((sum, month) => sum + month.minutes, 0);
  if (minutes === 0) return null;
  const net = months.reduce((sum, month) => sum + month.timed, 0n);
  return {
    perHour: (net * 60n) / BigInt(minutes),
    months: months.filter((month) => month.minutes > 0).length,
    of: months.filter(({ milestones }) => milestones > 0).length,
    minutes,
  };
}

function incomeIn(sums: readonly MilestoneSum[], currency: Currency, streamId: string | null) {
  return sums.filter(
    (sum) =>
      sum.kind === 'income' &&
      sum.currency === currency &&
      (streamId === null || sum.streamId === streamId),
  );
}

function byMonth(a: { month: Month }, b: { month: Month }): number {
  return order(a.month, b.month);
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
