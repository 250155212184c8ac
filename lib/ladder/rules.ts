import { addMonths, type Month } from '../calendar';
import { type Currency, exponentOf } from '../money';

/** Steps of monthly income in whole units of the currency; the first is the first yen earned. */
const steps: Partial<Record<Currency, readonly number[]>> = {
  JPY: [1, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000],
  USD: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  EUR: [1, 100, 300, 500, 1_000, 3_000, 5_000, 10_000],
  GBP: [1, 100, 250, 500, 1_000, 2_500, 5_000, 8_000],
  KRW: [1, 100_000, 300_000, 500_000, 1_000_000, 3_000_000, 5_000_000, 10_000_000],
  TWD: [1, 2_000, 6_000, 10_000, 20_000, 60_000, 100_000, 200_000],
};

const ladders = new Map(
  Object.entries(steps).map(([code, whole]) => {
    const currency = code as Currency;
    return [currency, whole.map((step) => BigInt(step) * 10n ** BigInt(exponentOf(currency)))];
  }),
);

/** The rungs of a currency in minor units, lowest first; empty for a currency without a ladder. */
export function rungsOf(currency: Currency): readonly bigint[] {
  return ladders.get(currency) ?? [];
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
