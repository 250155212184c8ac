import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month, monthsBetween } from '../calendar';
import { limits } from '../limits';
import { currencies, exponentOf } from '../money';
import {
  climb,
  crossing,
  isFirstEarned,
  type MonthTotal,
  missingTo,
  monthsToHold,
  reachedUpTo,
  rungsFor,
  rungsOf,
} from './rules';

const jpy = rungsOf('JPY');

function months(from: Month, ...totals: (number | null)[]): MonthTotal[] {
  return totals.flatMap((total, i) =>
    total === null ? [] : [{ month: addMonths(from, i), total: BigInt(total) }],
  );
}

function rung(totals: MonthTotal[], amount: bigint, thisMonth: Month) {
  const found = climb(totals, jpy, thisMonth).rungs.find((one) => one.rung === amount);
  if (!found) throw new Error('no such rung');
  return found;
}

describe('the ladders', () => {
  test('yen go from the first one to a million', () => {
    expect(jpy).toEqual([1n, 10_000n, 30_000n, 50_000n, 100_000n, 300_000n, 500_000n, 1_000_000n]);
  });

  test('minor units follow the currency', () => {
    expect(rungsOf('USD')[1]).toBe(10_000n);
    expect(rungsOf('KRW')[1]).toBe(100_000n);
    expect(rungsOf('CHF')[1]).toBe(10_000n);
    expect(rungsOf('KWD')[1]).toBe(20_000n);
  });

  test.each(currencies)('%s ascends from one whole unit, within what may be stored', (currency) => {
    const rungs = rungsOf(currency);
    expect(rungs).toHaveLength(jpy.length);
    expect(rungs[0]).toBe(10n ** BigInt(exponentOf(currency)));
    expect(rungs.at(-1)).toBeLessThanOrEqual(limits.amountMinor);
    for (const [i, step] of rungs.entries()) expect(step).toBeGreaterThan(rungs[i - 1] ?? 0n);
  });
});

describe('own ladders', () => {
  const own = [{ currency: 'JPY', rungs: [5_000n, 20_000n] } as const];

  test('stand in the place of the usual one, in their currency alone', () => {
    expect(rungsFor('JPY', own)).toEqual([5_000n, 20_000n]);
    expect(rungsFor('USD', own)).toBe(rungsOf('USD'));
    expect(rungsFor('JPY', [])).toBe(jpy);
  });

  test('begin with the first yen only where it is a rung of theirs', () => {
    expect(isFirstEarned(1n, 'JPY')).toBe(true);
    expect(isFirstEarned(5_000n, 'JPY')).toBe(false);
    expect(isFirstEarned(100n, 'USD')).toBe(true);
    expect(isFirstEarned(1n, 'USD')).toBe(false);
  });
});

describe('a crossing', () => {
  const at = (yen: number) => climb(months('2026-01', 12_000, yen), jpy, '2026-02');

  test('is that of the highest rung reached, until it is marked', () => {
    const climbed = at(60_000);
    expect(crossing(climbed, new Set())).toMatchObject({ rung: 50_000n, reachedOn: '2026-02' });
    expect(crossing(climbed, new Set([1n, 10_000n]))).toMatchObject({ rung: 50_000n });
    expect(crossing(climbed, new Set([50_000n]))).toBeNull();
  });

  test('is none below a mark, of whichever ladder', () => {
    expect(crossing(at(60_000), new Set([100_000n]))).toBeNull();
    const other = climb(months('2026-01', 60_000), [20_000n, 40_000n], '2026-02');
    expect(crossing(other, new Set([50_000n]))).toBeNull();
    expect(crossing(other, new Set([30_000n]))).toMatchObject({ rung: 40_000n });
  });

  test('is none where nothing is reached', () => {
    expect(crossing(climb([], jpy, '2026-02'), new Set())).toBeNull();
  });

  test('marks what was reached with it and nothing above', () => {
    expect(reachedUpTo(at(60_000), 50_000n)).toEqual([1n, 10_000n, 30_000n, 50_000n]);
    expect(reachedUpTo(at(60_000), 10_000n)).toEqual([1n, 10_000n]);
    expect(reachedUpTo(at(60_000), 1_000_000n)).toEqual([1n, 10_000n, 30_000n, 50_000n]);
  });
});

describe('reached', () => {
  test('in the first month at or above, whatever comes later', () => {
    const totals = months('2026-01', 9_999, 10_000, 50_000, 0);
    expect(rung(totals, 10_000n, '2026-04').reachedOn).toBe('2026-02');
    expect(climb(totals, jpy, '2026-04').highestReached?.rung).toBe(50_000n);
    expect(rung(totals, 100_000n, '2026-04').reachedOn).toBeNull();
  });

  test('nothing logged reaches nothing and shows the first yen as next', () => {
    const empty = climb([], jpy, '2026-04');
    expect(empty.highestReached).toBeNull();
    expect(empty.next).toEqual({ rung: 1n, missing: 1n });
  });

  test('the top leaves nothing next, and no rungs nothing at all', () => {
    const totals = months('2026-01', 2_000_000);
    expect(climb(totals, jpy, '2026-01').next).toBeNull();
    expect(climb(totals, [], '2026-01')).toMatchObject({ rungs: [], highestReached: null });
  });

  test('a month to come counts for nothing', () => {
    expect(climb(months('2026-05', 300_000), jpy, '2026-04').highestReached).toBeNull();
  });
});

describe('held', () => {
  test('by three months in a row, still so while this month runs', () => {
    const totals = months('2026-01', 30_000, 40_000, 30_000);
    const held = {
      reachedOn: '2026-01',
      heldOn: '2026-03',
      hold: { since: '2026-01', until: null },
    };
    expect(rung(totals, 30_000n, '2026-03')).toMatchObject(held);
    expect(rung(totals, 30_000n, '2026-04')).toMatchObject(held);
    expect(rung(totals, 30_000n, '2026-05').hold).toEqual({ since: '2026-01', until: '2026-03' });
  });

  test('not by three months with a gap, nor with a weak one between', () => {
    expect(rung(months('2026-01', 1, 1, null, 1), 1n, '2026-04').hold).toBeNull();
    expect(rung(months('2026-01', 30_000, 30_000, 1, 30_000), 30_000n, '2026-04').hold).toBeNull();
  });

  test('tells the latest stretch, and the first time', () => {
    const totals = months('2025-11', 1, 1, 1, 1, null, 1, 1, 1);
    expect(rung(totals, 1n, '2026-06')).toMatchObject({
      heldOn: '2026-01',
      hold: { since: '2026-04', until: null },
    });
  });

  test('a higher rung lost leaves the lower one held', () => {
    const totals = months('2026-01', 300_000, 300_000, 300_000, 50_000, 50_000);
    const climbed = climb(totals, jpy, '2026-05');
    expect(climbed.highestHeld).toMatchObject({ rung: 300_000n, hold: { until: '2026-03' } });
    expect(climbed.holding).toMatchObject({ rung: 50_000n, hold: { since: '2026-01' } });
  });
});

test('what is missing is counted from this month', () => {
  const totals = months('2026-01', 60_000, 82_000);
  expect(climb(totals, jpy, '2026-02').next).toEqual({ rung: 100_000n, missing: 18_000n });
  expect(climb(totals, jpy, '2026-03').next).toEqual({ rung: 100_000n, missing: 100_000n });
  expect(missingTo(10n, 12n)).toBe(0n);
});

describe('properties', () => {
  const from: Month = '2024-01';
  const totals = fc
    .array(fc.option(fc.bigInt({ min: 1n, max: 1_500_000n }), { freq: 4 }), { maxLength: 40 })
    .map((list) =>
      list.flatMap((total, i) => (total === null ? [] : [{ month: addMonths(from, i), total }])),
    );
  const now = fc.integer({ min: 0, max: 45 }).map((i) => addMonths(from, i));

  test('agrees with the plain definition', () => {
    fc.assert(
      fc.property(totals, now, (list, thisMonth) => {
        const at = new Map(list.map(({ month, total }) => [month, total]));
        for (const one of climb(list, jpy, thisMonth).rungs) {
          const good = (month: Month) => month <= thisMonth && (at.get(month) ?? 0n) >= one.rung;
          const threes = Array.from({ length: 60 }, (_, i) => addMonths(from, i)).filter((month) =>
            [0, -1, -2].every((back) => good(addMonths(month, back))),
          );
          expect(one.reachedOn).toBe(list.find(({ month }) => good(month))?.month ?? null);
          expect(one.heldOn).toBe(threes[0] ?? null);
          const last = threes.at(-1);
          if (!one.hold || !last) {
            expect([one.hold, last]).toEqual([null, undefined]);
            continue;
          }
          expect(one.hold.until === null).toBe(monthsBetween(last, thisMonth) <= 1);
          expect(one.hold.until ?? last).toBe(last);
          expect(monthsBetween(one.hold.since, last)).toBeGreaterThanOrEqual(monthsToHold - 1);
          expect(good(addMonths(one.hold.since, -1))).toBe(false);
        }
      }),
    );
  });

  test('order does not matter; a higher rung is never reached sooner or held longer', () => {
    fc.assert(
      fc.property(totals, now, (list, thisMonth) => {
        const climbed = climb(list, jpy, thisMonth);
        expect(climb([...list].reverse(), jpy, thisMonth)).toEqual(climbed);
        for (const [i, one] of climbed.rungs.entries()) {
          const lower = climbed.rungs[i - 1];
          if (!lower) continue;
          if (one.reachedOn) expect(lower.reachedOn && lower.reachedOn <= one.reachedOn).toBe(true);
          if (one.hold) expect(lower.hold).not.toBeNull();
          if (one.hold?.until === null) expect(lower.hold?.until).toBeNull();
        }
      }),
    );
  });

  test('a crossing marked is not offered again, and the next one only above it', () => {
    fc.assert(
      fc.property(totals, now, fc.nat({ max: 24 }), (list, thisMonth, later) => {
        const climbed = climb(list, jpy, thisMonth);
        const crossed = crossing(climbed, new Set());
        if (!crossed) return;
        const marked = new Set(reachedUpTo(climbed, crossed.rung));
        expect(crossing(climbed, marked)).toBeNull();
        const next = crossing(climb(list, jpy, addMonths(thisMonth, later)), marked);
        if (next) expect(next.rung).toBeGreaterThan(crossed.rung);
      }),
    );
  });
});
