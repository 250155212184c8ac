import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, type Month, monthsUntil } from '../calendar';
import { levels, runningTotals } from './series.rules';

const months = monthsUntil('2026-06', 6);
const totals = (...list: [Month, bigint][]) => list.map(([month, total]) => ({ month, total }));

test('a level between months with one is nothing; before and after it is not known', () => {
  const some = totals(['2026-02', 5n], ['2026-04', 7n]);
  expect(levels(some, months)).toEqual([
    { month: '2026-02', value: 5 },
    { month: '2026-03', value: 0 },
    { month: '2026-04', value: 7 },
  ]);
});

test('months outside the window still tell that it lies between them', () => {
  const some = totals(['2025-01', 5n], ['2026-04', 7n], ['2026-07', 1n]);
  expect(levels(some, months).map(({ value }) => value)).toEqual([0, 0, 0, 7, 0, 0]);
});

test('a running total begins with the first month and goes on to the end', () => {
  const some = totals(['2026-03', 5n], ['2026-05', 7n], ['2026-07', 9n]);
  expect(runningTotals(some, months).map(({ value }) => value)).toEqual([5, 5, 12, 12]);
  expect(runningTotals(totals(['2025-03', 5n]), months).map(({ value }) => value)).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect([levels([], months), runningTotals([], months)]).toEqual([[], []]);
});

test('a running total never falls, and ends with the sum of its months', () => {
  const some = fc
    .uniqueArray(fc.integer({ min: -9, max: 9 }), { maxLength: 12 })
    .chain((list) =>
      fc.tuple(...list.sort((a, b) => a - b).map((i) => fc.tuple(fc.constant(i), fc.nat(99)))),
    )
    .map((list) => list.map(([i, n]) => ({ month: addMonths('2026-03', i), total: BigInt(n) })));
  fc.assert(
    fc.property(some, (list) => {
      const points = runningTotals(list, months);
      for (const [i, { value }] of points.entries()) {
        expect(value).toBeGreaterThanOrEqual(points[i - 1]?.value ?? 0);
      }
      const within = list.filter(({ month }) => months.includes(month));
      const sum = within.reduce((total, one) => total + one.total, 0n);
      expect(BigInt(points.at(-1)?.value ?? 0)).toBe(sum);
    }),
  );
});
