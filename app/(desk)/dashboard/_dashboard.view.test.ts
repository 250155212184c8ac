import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '@/lib/calendar';
import type { MonthlyIncome } from '@/lib/milestone/data';
import { dashboardView } from './_dashboard.view';

const now = new Date('2026-08-31T15:30:00Z');
const yen = (month: Month, minor: number, entries = 1): MonthlyIncome => ({
  month,
  currency: 'JPY',
  minor: BigInt(minor),
  entries,
});
const dollars = (month: Month, minor: number): MonthlyIncome => ({
  month,
  currency: 'USD',
  minor: BigInt(minor),
  entries: 1,
});
const view = (income: MonthlyIncome[], zone = 'Asia/Tokyo') =>
  dashboardView({ income, activity: [] }, zone, now, 12);

test('the month it is depends on where one lives', () => {
  const income = [yen('2026-08', 30_000), yen('2026-09', 10_000)];
  expect(view(income, 'Asia/Tokyo').main.thisMonth).toMatchObject({
    month: '2026-09',
    minor: 10_000n,
  });
  expect(view(income, 'America/New_York').main.thisMonth).toMatchObject({
    month: '2026-08',
    minor: 30_000n,
  });
});

test('nothing yet: the person’s own currency, twelve empty months, the first rung next', () => {
  const { main, others } = view([]);
  expect(main.currency).toBe('JPY');
  expect(main.months).toHaveLength(12);
  expect(main.total).toEqual({ minor: 0n, entries: 0 });
  expect(main.climb.next).toEqual({ rung: 1n, missing: 1n });
  expect(others).toEqual([]);
});

test('three months in a row make a rung held', () => {
  const { climb } = view([
    yen('2026-06', 31_000),
    yen('2026-07', 52_000),
    yen('2026-08', 30_000),
  ]).main;
  expect(climb.highestReached).toMatchObject({ rung: 50_000n, reachedOn: '2026-07' });
  expect(climb.holding).toMatchObject({ rung: 30_000n, hold: { since: '2026-06', until: null } });
});

describe('currencies', () => {
  test('the latest one leads, the others stand beside it, and sums stay apart', () => {
    const { main, others } = view([yen('2026-07', 30_000), dollars('2026-08', 12_345)]);
    expect([main.currency, ...others.map(({ currency }) => currency)]).toEqual(['USD', 'JPY']);
    expect(main.total.minor).toBe(12_345n);
    expect(others[0]?.total.minor).toBe(30_000n);
  });

  test('the sum of all months is the sum of all entries, beyond 2^53 too', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 17n), { maxLength: 60 }), (amounts) => {
        const income = amounts.map((minor, i) => ({
          ...yen('2020-01', 0),
          minor,
          month: monthAt(i),
        }));
        expect(view(income).main.total).toEqual({
          minor: amounts.reduce((sum, amount) => sum + amount, 0n),
          entries: amounts.length,
        });
      }),
    );
  });
});

test('activity counts the last twelve months, and totals all of them', () => {
  const { activity } = dashboardView(
    {
      income: [],
      activity: [
        { kind: 'skill', month: '2026-09', count: 2 },
        { kind: 'skill', month: '2025-09', count: 3 },
      ],
    },
    'Asia/Tokyo',
    now,
    12,
  );
  const skill = activity.find(({ kind }) => kind === 'skill');
  expect(skill?.total).toBe(5);
  expect(skill?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
});

function monthAt(index: number): Month {
  return `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}
