import { addMonths, type Month } from '../calendar';
import { type Currency, exponentOf } from '../money';

/**
 * The usual steps of monthly income in whole units of each currency. The first is the first yen
 * earned; the others are worth about what JPY's are, rounded to the sums people there think in.
 */
const steps: Record<Currency, readonly number[]> = {
  JPY: [1, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000],
  USD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  EUR: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  GBP: [1, 100, 250, 500, 1_000, 2_500, 5_000, 8_000],
  KRW: [1, 100_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000, 10_000_000],
  TWD: [1, 2_000, 6_000, 10_000, 20_000, 60_000, 100_000, 200_000],
  CNY: [1, 500, 1_500, 3_000, 5_000, 10_000, 30_000, 50_000],
  HKD: [1, 500, 1_500, 3_000, 5_000, 15_000, 30_000, 50_000],
  SGD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  THB: [1, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000],
  VND: [1, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000, 200_000_000],
  IDR: [1, 1_000_000, 3_000_000, 5_000_000, 10_000_000, 30_000_000, 50_000_000, 100_000_000],
  MYR: [1, 300, 1_000, 1_500, 3_000, 10_000, 15_000, 30_000],
  PHP: [1, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000],
  INR: [1, 5_000, 15_000, 25_000, 50_000, 100_000, 300_000, 500_000],
  AUD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  NZD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  CAD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  CHF: [1, 100, 250, 500, 1_000, 2_500, 5_000, 8_000],
  SEK: [1, 1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000],
  NOK: [1, 1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000],
  DKK: [1, 500, 1_500, 3_000, 5_000, 15_000, 30_000, 50_000],
  PLN: [1, 300, 1_000, 2_000, 3_000, 10_000, 20_000, 30_000],
  BRL: [1, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000],
  MXN: [1, 1_000, 3_000, 5_000, 10_000, 30_000, 50_000, 100_000],
  KWD: [1, 20, 60, 100, 200, 600, 1_000, 2_000],
  BHD: [1, 30, 100, 150, 300, 1_000, 1_500, 3_000],
};

const ladders = new Map(
  Object.entries(steps).map(([code, whole]) => {
    const currency = code as Currency;
    return [currency, whole.map((step) => BigInt(step) * 10n ** BigInt(exponentOf(currency)))];
  }),
);

/** The usual rungs of a currency in minor units, lowest first. */
export function rungsOf(currency: Currency): readonly bigint[] {
  return ladders.get(currency) ?? [];
}

/** The rungs a person made for one currency: minor units, lowest first, at least one. */
export type OwnLadder = { readonly currency: Currency; readonly rungs: readonly bigint[] };

/** The rungs a person climbs in a currency: their own where they made some, else the usual ones. */
export function rungsFor(currency: Currency, own: readonly OwnLadder[]): readonly bigint[] {
  return own.find((ladder) => ladder.currency === currency)?.rungs ?? rungsOf(currency);
}

/** Whether a rung stands for the first yen earned: one whole unit, whoever made the ladder. */
export function isFirstEarned(rung: bigint, currency: Currency): boolean {
  return rung === rungsOf(currency)[0];
}

/** Months in a row, at or above a rung, that make it held. */
export const monthsToHold = 3;

export type MonthTotal = { readonly month: Month; readonly total: bigint };

/** The latest stretch of at least {@link monthsToHold} months in a row at or above a rung. */
export type Hold = {
  /** Its first month. */
  readonly since: Month;
  /** Its last month once it has ended; null while the rung is still held. */
  readonly until: Month | null;
};

export type RungClimb = {
  /** Minor units. */
  readonly rung: bigint;
  /** The first month at or above the rung. */
  readonly reachedOn: Month | null;
  /** The month that first made it held, the third in a row. */
  readonly heldOn: Month | null;
  readonly hold: Hold | null;
};

export type Climb = {
  /** One for each rung given, lowest first. */
  readonly rungs: readonly RungClimb[];
  readonly highestReached: RungClimb | null;
  /** The highest rung ever held; `hold.until` tells whether it still is. */
  readonly highestHeld: RungClimb | null;
  /** The highest rung that is still held. */
  readonly holding: RungClimb | null;
  /** The lowest rung above the highest reached; what `thisMonth`'s total lacks of it, minor units. */
  readonly next: { readonly rung: bigint; readonly missing: bigint } | null;
};

/**
 * How far monthly totals (minor units of one currency, any order, a month at most once) have
 * climbed `rungs` (ascending). `thisMonth` is still running, so a stretch that ends with the month
 * before it is not over yet. A month without a total breaks a stretch; months after `thisMonth`
 * are left out.
 */
export function climb(
  totals: readonly MonthTotal[],
  rungs: readonly bigint[],
  thisMonth: Month,
): Climb {
  const past = totals
    .filter(({ month }) => month <= thisMonth)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const climbed = rungs.map((rung) => climbRung(past, rung, thisMonth));
  const highestReached = climbed.findLast((one) => one.reachedOn !== null) ?? null;
  const above = rungs.find((rung) => highestReached === null || rung > highestReached.rung);
  const earned = past.find(({ month }) => month === thisMonth)?.total ?? 0n;
  return {
    rungs: climbed,
    highestReached,
    highestHeld: climbed.findLast((one) => one.hold !== null) ?? null,
    holding: climbed.findLast((one) => one.hold?.until === null) ?? null,
    next: above === undefined ? null : { rung: above, missing: missingTo(above, earned) },
  };
}

/**
 * The crossing to mark now: the highest rung reached, unless it or a higher one was marked before.
 * Lower ones that were never marked are passed over; a rung removed since keeps its mark.
 */
export function crossing({ highestReached }: Climb, marked: ReadonlySet<bigint>): RungClimb | null {
  if (!highestReached) return null;
  const isPast = [...marked].some((rung) => rung >= highestReached.rung);
  return isPast ? null : highestReached;
}

/** The rungs whose crossing is marked with that of `upTo`: those reached, it included. */
export function reachedUpTo({ rungs }: Climb, upTo: bigint): bigint[] {
  return rungs
    .filter(({ rung, reachedOn }) => reachedOn !== null && rung <= upTo)
    .map(({ rung }) => rung);
}

/** What `total` lacks of `rung`, never below nothing. */
export function missingTo(rung: bigint, total: bigint): bigint {
  return total >= rung ? 0n : rung - total;
}

function climbRung(sorted: readonly MonthTotal[], rung: bigint, thisMonth: Month): RungClimb {
  let reachedOn: Month | null = null;
  let heldOn: Month | null = null;
  let hold: { since: Month; last: Month } | null = null;
  let since: Month | null = null;
  let last: Month | null = null;
  let length = 0;
  for (const { month, total } of sorted) {
    if (total < rung) {
      length = 0;
      continue;
    }
    reachedOn ??= month;
    if (length === 0 || last === null || addMonths(last, 1) !== month) {
      since = month;
      length = 0;
    }
    length += 1;
    last = month;
    if (length >= monthsToHold && since !== null) {
      heldOn ??= month;
      hold = { since, last: month };
    }
  }
  const goesOn = hold !== null && hold.last >= addMonths(thisMonth, -1);
  return {
    rung,
    reachedOn,
    heldOn,
    hold: hold && { since: hold.since, until: goesOn ? null : hold.last },
  };
}
