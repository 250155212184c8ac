import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { forecast, hoursFor, levelAt, lineTo, type Pace, type Point, pace } from './rules';

const from: Month = '2026-01';

function series(...values: (number | null)[]): Point[] {
  return values.flatMap((value, i) =>
    value === null ? [] : [{ month: addMonths(from, i), value }],
  );
}

function paced(points: readonly Point[], of?: 'totals'): Pace {
  const found = pace(points, of);
  if (!found) throw new Error('no pace');
  return found;
}

describe('the worked example: six months, the fourth a good one', () => {
  const points = series(40_000, 52_000, 46_000, 90_000, 58_000, 64_000);
  const found = paced(points);

  test('15 slopes, their median 4,800 and quartiles 2,500 and 9,000', () => {
    expect(found).toEqual({ perMonth: 4_800, low: 2_500, high: 9_000, steady: 6_000, points: 6 });
  });

  test('stands at 68,800 in the seventh month', () => {
    expect(levelAt(points, found, '2026-07')).toBe(68_800);
  });

  test('gets to 100,000 between January and August 2027', () => {
    expect(forecast(found, 68_800, 100_000, '2026-07')).toEqual({
      kind: 'range',
      from: '2027-01',
      to: '2027-08',
    });
  });

  test('and had that month been ten times as good, nothing would change', () => {
    const better = series(40_000, 52_000, 46_000, 900_000, 58_000, 64_000);
    expect(paced(better)).toEqual(found);
    expect(levelAt(better, found, '2026-07')).toBe(68_800);
  });
});

describe('pace', () => {
  test.each([[[]], [[5]], [[5, 9]], [[5, null, null, 9]]])('silent for %j', (values) => {
    expect(pace(series(...values))).toBeNull();
  });

  test('months without a point are time all the same', () => {
    expect(paced(series(10, null, 30, null, null, 60)).perMonth).toBe(10);
  });

  test('four months are too few for the median, so the level goes by the steady pace', () => {
    const points = series(30, 40, 50, 300);
    expect(paced(points)).toMatchObject({ perMonth: 50, steady: 10 });
    expect(levelAt(points, paced(points), '2026-05')).toBe(70);
  });

  test('what adds up is steady by its steps', () => {
    expect(paced(series(10, 20, 30, 530, 540, 550), 'totals').steady).toBe(10);
    expect(paced(series(100, 110, 120, 5_000, 5_010, 5_020), 'totals').steady).toBe(10);
    expect(paced(series(10, 20, null, 220, 230), 'totals').steady).toBe(10);
  });
});

describe('forecast', () => {
  const steady: Pace = { perMonth: 10, low: 5, high: 20, steady: 20, points: 6 };
  test('says nothing without a pace, not even of what is reached; with one it does', () => {
    expect(forecast(null, 0, 100, from)).toBeNull();
    expect(forecast(null, 200, 100, from)).toBeNull();
    expect(forecast(steady, 100, 100, from)).toEqual({ kind: 'reached' });
  });

  test('a range, the next month at the earliest', () => {
    expect(forecast(steady, 0, 100, from)).toEqual({
      kind: 'range',
      from: '2026-06',
      to: '2027-09',
    });
    expect(forecast(steady, 99.9, 100, from)).toMatchObject({ from: '2026-02', to: '2026-02' });
  });

  test('no end when the slow one stands still, or takes over ten years', () => {
    expect(forecast({ ...steady, low: 0 }, 0, 100, from)).toMatchObject({ to: null });
    expect(forecast({ ...steady, low: -5 }, 0, 100, from)).toMatchObject({ to: null });
    expect(forecast(steady, 0, 600, from)).toMatchObject({ to: '2036-01' });
    expect(forecast(steady, 0, 601, from)).toMatchObject({ to: null });
  });

  test('out of sight when even the fast one is', () => {
    const still = { perMonth: 0, low: 0, high: 0, steady: 0, points: 3 };
    expect(forecast(still, 0, 100, from)).toEqual({ kind: 'out-of-sight' });
    expect(forecast(steady, 0, 2_401, from)).toEqual({ kind: 'out-of-sight' });
    expect(forecast({ ...steady, steady: -1 }, 0, 100, from)).toEqual({ kind: 'out-of-sight' });
  });

  test.each([
    [[30, 30, 300]],
    [[30, 30, 30, 300]],
    [[30, 300, 30, 30, 30]],
    [[30, 30, 30, 30, 30, 30, 300]],
  ])('one good month promises nothing: %j', (values) => {
    expect(forecast(pace(series(...values)), 30, 1_000, from)).toEqual({ kind: 'out-of-sight' });
  });
});

test('the line to the end of a month counts the running one', () => {
  expect(lineTo(100n, '2026-07', '2026-12')).toEqual({ perMonth: 17n, months: 6 });
  expect(lineTo(100n, '2026-07', '2026-07')).toEqual({ perMonth: 100n, months: 1 });
});

test('18,000 yen more are 9 hours at 2,000', () => {
  expect(hoursFor(18_000n, 2_000n)).toBe(9);
  expect(hoursFor(18_001n, 2_000n)).toBe(9.1);
  expect(hoursFor(1n, 2_000n)).toBe(0.1);
  expect(hoursFor(19_999n, 2_000n)).toBe(10);
  expect(hoursFor(20_001n, 2_000n)).toBe(11);
  expect(hoursFor(0n, 2_000n)).toBe(0);
  expect(hoursFor(1n, 0n)).toBeNull();
  expect(hoursFor(1n, -5n)).toBeNull();
});

describe('properties', () => {
  const values = (minLength: number) =>
    fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength, maxLength: 13 });

  test('from six months on, no single month carries the pace beyond what the others did', () => {
    fc.assert(
      fc.property(
        values(6),
        fc.nat(12),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (list, which, factor) => {
          const at = which % list.length;
          const points = series(...list);
          const wild = points.map((one, i) =>
            i === at ? { ...one, value: one.value * factor } : one,
          );
          const others = points.flatMap((a, i) =>
            points
              .slice(i + 1)
              .map((b, j) => ({ i, j: i + 1 + j, slope: (b.value - a.value) / (j + 1) }))
              .filter((pair) => pair.i !== at && pair.j !== at)
              .map(({ slope }) => slope),
          );
          const { perMonth } = paced(wild);
          expect(perMonth).toBeGreaterThanOrEqual(Math.min(...others));
          expect(perMonth).toBeLessThanOrEqual(Math.max(...others));
        },
      ),
    );
  });

  test('one good month on top of a straight series never brings the forecast nearer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 13 }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.nat(12),
        fc.integer({ min: 1, max: 10_000_000 }),
        (n, start, step, which, more) => {
          const plain = series(...Array.from({ length: n }, (_, i) => start + step * i));
          const top = start + step * n;
          const good = plain.map((one, i) =>
            i === which % n ? { ...one, value: top + more } : one,
          );
          expect(paced(good).steady).toBeLessThanOrEqual(step);
          expect(levelAt(good, paced(good), addMonths(from, n))).toBeLessThanOrEqual(top + 1e-6);
        },
      ),
    );
  });

  test('the same for a total, where it is a step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.integer({ min: 0, max: 100 }),
        fc.nat(12),
        fc.integer({ min: 1, max: 10_000_000 }),
        (n, step, which, more) => {
          const good = Array.from(
            { length: n },
            (_, i) => step * (i + 1) + (i >= which % n ? more : 0),
          );
          expect(paced(series(...good), 'totals').steady).toBeLessThanOrEqual(step);
        },
      ),
    );
  });

  test('a forecast is never this month or before, its end never before its beginning', () => {
    fc.assert(
      fc.property(
        values(0),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.constantFrom(undefined, 'totals' as const),
        (list, current, target, of) => {
          const found = forecast(pace(series(...list), of), current, target, from);
          if (list.length < 3) expect(found).toBeNull();
          else if (current >= target) expect(found).toEqual({ kind: 'reached' });
          if (found?.kind !== 'range') return;
          expect(found.from > from && found.from <= addMonths(from, 120)).toBe(true);
          if (found.to)
            expect(found.to >= found.from && found.to <= addMonths(from, 120)).toBe(true);
        },
      ),
    );
  });

  test('order does not matter; scale and shift go through; quartiles lie around the middle', () => {
    fc.assert(
      fc.property(
        values(3),
        fc.integer({ min: 1, max: 64 }),
        fc.nat(1_000),
        (list, scale, shift) => {
          const points = series(...list);
          const found = paced(points);
          expect(pace([...points].reverse())).toEqual(found);
          expect(pace([...points].reverse(), 'totals')).toEqual(pace(points, 'totals'));
          const moved = paced(points.map((one) => ({ ...one, value: one.value * scale + shift })));
          expect(moved.perMonth).toBeCloseTo(found.perMonth * scale, 4);
          expect(found.low).toBeLessThanOrEqual(found.perMonth);
          expect(found.high).toBeGreaterThanOrEqual(found.perMonth);
          expect(found.steady).toBeLessThanOrEqual(found.high);
        },
      ),
    );
  });

  test('hours are enough, and a tenth or an hour less would not be', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), fc.bigInt(1n, 10n ** 7n), (missing, perHour) => {
        const hours = hoursFor(missing, perHour) ?? 0;
        const tenths = BigInt(Math.round(hours * 10));
        expect(tenths * perHour).toBeGreaterThanOrEqual(missing * 10n);
        const less = tenths > 100n ? 10n : 1n;
        expect((tenths - less) * perHour).toBeLessThan(missing * 10n);
      }),
    );
  });
});
