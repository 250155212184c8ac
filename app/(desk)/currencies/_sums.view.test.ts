import { expect, test } from 'vitest';
import type { Month } from '@/lib/calendar';
import type { Rate } from '@/lib/exchange/rules';
import type { Currency } from '@/lib/money';
import type { MilestoneSum } from '@/lib/progress/rules';
import { sumsView } from './_sums.view';

const months = new Set<Month>(['2026-07', '2026-08']);
const rates: Rate[] = [
  { currency: 'USD', base: 'JPY', day: '2026-08-01', nanos: 150_000_000_000n },
];

function sum(currency: Currency | null, month: Month, gross: bigint, fees = 0n): MilestoneSum {
  return {
    kind: currency ? 'income' : 'skill',
    currency,
    streamId: null,
    month,
    gross,
    fees,
    costs: 0n,
    minutes: 0,
    milestones: 1,
  };
}

const milestones = [
  sum('JPY', '2026-06', 9_999n),
  sum('JPY', '2026-07', 1_000n, 100n),
  sum('USD', '2026-07', 200n),
  sum('USD', '2026-08', 100n),
  sum('EUR', '2026-08', 500n),
  sum(null, '2026-08', 0n),
];

test('every currency keeps its own sum, after fees and of the months asked', () => {
  const { sums, together } = sumsView(milestones, months, { base: null, rates });
  expect(sums).toEqual([
    { currency: 'EUR', net: 500n, milestones: 1, converted: null },
    { currency: 'JPY', net: 900n, milestones: 1, converted: null },
    { currency: 'USD', net: 300n, milestones: 2, converted: null },
  ]);
  expect(together).toBeNull();
});

test('beside it what it is worth in the base, where a rate is known', () => {
  const { sums, together } = sumsView(milestones, months, { base: 'JPY', rates });
  expect(sums.map(({ currency, converted }) => [currency, converted])).toEqual([
    ['JPY', 900n],
    ['EUR', null],
    ['USD', 450n],
  ]);
  expect(together).toEqual({
    minor: 1_350n,
    used: [{ rate: rates[0], months: 2, monthsBefore: 1 }],
    missing: ['EUR'],
  });
});

test('nothing is nothing', () => {
  expect(sumsView([], months, { base: 'JPY', rates })).toEqual({
    sums: [],
    together: { minor: 0n, used: [], missing: [] },
  });
});
