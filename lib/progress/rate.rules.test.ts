import { expect, test } from 'vitest';
import type { Month } from '../calendar';
import { presentRate } from './rate.rules';
import type { MilestoneSum } from './rules';

const income = (month: Month, net: number, hours: number, streamId = 'a'): MilestoneSum => ({
  kind: 'income',
  currency: 'JPY',
  streamId,
  month,
  gross: BigInt(net),
  fees: 0n,
  costs: 0n,
  minutes: hours * 60,
  milestones: 1,
});

test('an hour is worth what it brought in the last twelve months, this one included', () => {
  const sums = [
    income('2025-11', 900_000, 1),
    income('2025-12', 10_000, 10),
    income('2026-11', 50_000, 20),
    income('2026-11', 40_000, 10, 'b'),
  ];
  const rate = presentRate(sums, [], 'JPY', '2026-11');
  expect(rate).toMatchObject({ perHour: 2_500n, months: 2, minutes: 2_400 });
  expect(presentRate(sums, [], 'JPY', '2026-11', 'b')?.perHour).toBe(4_000n);
  expect(presentRate(sums, [], 'JPY', '2028-01')).toBeNull();
});
