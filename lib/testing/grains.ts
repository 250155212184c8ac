import fc from 'fast-check';
import { type Grain, grains } from '../record/disclosure.rules';

/*
 * What may be known of a record's amounts, reckoned on its own and by other means than the product
 * does: two records of which this is the same must look the same everywhere.
 */

export type Earned = {
  readonly month: `${number}-${number}`;
  readonly currency: 'JPY' | 'USD';
  readonly minor: number;
  readonly grain: Grain | null;
  readonly visibility: 'public' | 'unlisted' | 'private';
  readonly isPinned: boolean;
};

export type Earnings = {
  readonly grain: Grain;
  readonly isSafe: boolean;
  /** Of the owner's own making, in yen; null: the usual one. */
  readonly ladder: readonly number[] | null;
  readonly earned: readonly Earned[];
};

const usual = {
  JPY: [1, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000],
  USD: [100, 10_000, 30_000, 50_000, 100_000, 300_000, 500_000, 1_000_000],
} as const;

/** By what grain a milestone goes in the end. */
export function grainOf({ grain, isSafe }: Earnings, one: Earned): Grain {
  if (one.grain === null) return grain;
  return one.grain === 'exact' && isSafe ? grain : one.grain;
}

/** What an amount tells at a grain; of an index it tells its share, which only all together have. */
function told(
  { ladder }: Earnings,
  currency: Earned['currency'],
  grain: Grain,
  minor: number,
): string {
  const whole = currency === 'USD' ? Math.floor(minor / 100) : minor;
  const rungs = (currency === 'JPY' && ladder) || usual[currency];
  switch (grain) {
    case 'exact':
      return `${minor}`;
    case 'range': {
      const written = String(whole);
      const first = Math.max(...[0, 1, 2, 3, 5, 7].filter((step) => step <= Number(written[0])));
      return `${first} and ${written.length - 1} digits`;
    }
    case 'rung':
      return `${rungs.filter((rung) => rung <= minor).length} rungs`;
    default:
      return '';
  }
}

/** Everything that may be known of `whole`, an index aside. */
export function knownOf(whole: Earnings): string[] {
  const shown = whole.earned.filter(({ visibility }) => visibility !== 'private');
  const each = shown.map((one) => told(whole, one.currency, grainOf(whole, one), one.minor));
  const inSums = shown.filter(
    (one) => one.visibility === 'public' && grainOf(whole, one) === whole.grain,
  );
  const sums = new Map<string, number>();
  for (const { currency, month, minor } of inSums) {
    const spans = ['exact', 'range'].includes(whole.grain)
      ? [month, month.slice(0, 4), 'all']
      : [month];
    for (const span of spans) {
      const key = `${currency} ${span}`;
      sums.set(key, (sums.get(key) ?? 0) + minor);
    }
  }
  const summed = [...sums].map(([key, minor]) => {
    const currency = key.startsWith('JPY') ? 'JPY' : 'USD';
    return `${key}: ${told(whole, currency, whole.grain, minor)}`;
  });
  return [...each, ...summed.sort()];
}

/**
 * Another record of which the same is known, as far from `whole` as chance brings it: each amount in
 * turn takes one of the other values it could have.
 * @param chance numbers from 0 to below 1, without end
 */
export function disguise(whole: Earnings, chance: Iterator<number>): Earnings {
  const next = () => chance.next().value as number;
  const known = knownOf(whole).join();
  const factor = 2 + Math.floor(next() * 30);
  let other: Earnings = {
    ...whole,
    earned: whole.earned.map((one) =>
      grainOf(whole, one) === 'index' ? { ...one, minor: one.minor * factor } : one,
    ),
  };
  for (const [i, one] of other.earned.entries()) {
    const isFree = one.visibility === 'private' || grainOf(whole, one) === 'hidden';
    if (!isFree && ['exact', 'index'].includes(grainOf(whole, one))) continue;
    for (let tries = 0; tries < 40; tries += 1) {
      const spread = isFree ? 3 : 0.4 * (1 - tries / 40);
      const minor = Math.max(1, Math.round(one.minor * 10 ** (spread * (next() - 0.5))));
      const earned = other.earned.with(i, { ...one, minor });
      if (minor === one.minor || knownOf({ ...whole, earned }).join() !== known) continue;
      other = { ...other, earned };
      break;
    }
  }
  return other;
}

const grain = fc.constantFrom(...grains);

/** Three to eight incomes of up to three months, over the turn of a year. */
export const earnings: fc.Arbitrary<Earnings> = fc
  .record({
    grain,
    isSafe: fc.boolean(),
    ladder: fc.constantFrom(null, null, [20_000, 70_000, 90_000, 2_000_000]),
    earned: fc.array(
      fc.record({
        month: fc.constantFrom('2025-12', '2026-01', '2026-02'),
        currency: fc.constantFrom('JPY', 'JPY', 'JPY', 'USD'),
        minor: fc.oneof(
          fc.integer({ min: 1, max: 2_000 }),
          fc.integer({ min: 5_000, max: 2_000_000 }),
        ),
        // Half of them as the record says.
        grain: fc.oneof(fc.constant(null), grain),
        visibility: fc.constantFrom('public', 'public', 'public', 'public', 'unlisted', 'private'),
        isPinned: fc.boolean(),
      }),
      { minLength: 3, maxLength: 8 },
    ),
  } as const)
  // The mode shows nothing exactly, so the store refuses both together.
  .map((whole) => ({ ...whole, isSafe: whole.isSafe && whole.grain !== 'exact' }));
