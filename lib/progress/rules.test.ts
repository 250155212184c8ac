import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { currencies } from '../money';
import {
  type EffortSum,
  hourlyRate,
  type MilestoneSum,
  monthlyGross,
  monthlyMilestones,
  monthlySkillMinutes,
  netOf,
  workMonths,
  workTimes,
} from './rules';

function income(month: Month, gross: bigint, rest: Partial<MilestoneSum> = {}): MilestoneSum {
  const plain = { fees: 0n, costs: 0n, minutes: 0, milestones: 1, streamId: 'code' };
  return { kind: 'income', currency: 'JPY', month, gross, ...plain, ...rest };
}

function building(month: Month, minutes: number, rest: Partial<EffortSum> = {}): EffortSum {
  const plain = { streamId: 'code', skillId: null, efforts: 1 };
  return { purpose: 'building', month, minutes, ...plain, ...rest };
}

test('net is what fees and costs leave, below nothing too', () => {
  expect(netOf({ gross: 60_000n, fees: 6_000n, costs: 4_000n })).toBe(50_000n);
  expect(netOf({ gross: 100n, fees: 80n, costs: 50n })).toBe(-30n);
});

describe('the worked example of an hourly rate', () => {
  const sums = [
    income('2026-05', 60_000n, { fees: 6_000n, costs: 4_000n, minutes: 600 }),
    income('2026-06', 40_000n, { fees: 4_000n, minutes: 480 }),
    income('2026-06', 20_000n, { streamId: 'blog' }),
    income('2026-07', 30_000n),
  ];
  const efforts = [building('2026-05', 720), building('2026-06', 300)];

  test('12 and 8 hours for 50,000 and 36,000 yen are 4,300 an hour', () => {
    const months = workMonths(sums, efforts, 'JPY');
    expect(months.map(({ net, timed, minutes }) => [net, timed, minutes])).toEqual([
      [50_000n, 50_000n, 720],
      [56_000n, 36_000n, 480],
      [30_000n, 0n, 0],
    ]);
    expect(hourlyRate(months)).toEqual({ perHour: 4_300n, months: 2, of: 3, minutes: 1_200 });
  });

  test('of a stream alone', () => {
    const blog = workMonths(sums, efforts, 'JPY', 'blog');
    expect(blog).toMatchObject([{ month: '2026-06', gross: 20_000n, minutes: 0, milestones: 1 }]);
    expect(hourlyRate(blog)).toBeNull();
    expect(hourlyRate(workMonths(sums, efforts, 'JPY', 'code'))?.perHour).toBe(4_300n);
  });
});

test('a rate may be below nothing, and counts hours that brought nothing yet', () => {
  const loss = [income('2026-05', 100n, { costs: 700n, minutes: 60 })];
  expect(hourlyRate(workMonths(loss, [], 'JPY'))?.perHour).toBe(-600n);
  const first = [income('2026-06', 6_000n, { minutes: 60 })];
  const rate = hourlyRate(workMonths(first, [building('2026-05', 60)], 'JPY'));
  expect(rate).toEqual({ perHour: 3_000n, months: 2, of: 1, minutes: 120 });
});

describe('whose hours', () => {
  test('logged ones belong to the currency of most months, then of the last one', () => {
    const usd = { currency: 'USD', minutes: 60 } as const;
    const even = [income('2026-05', 1n), income('2026-06', 1n, usd)];
    const efforts = [building('2026-07', 90)];
    expect(workTimes(even, efforts).at(-1)).toMatchObject({ currency: 'USD', minutes: 90 });
    const more = [...even, income('2026-04', 1n)];
    expect(workTimes(more, efforts).at(-1)).toMatchObject({ currency: 'JPY', minutes: 90 });
  });

  test('of a stream that brought nothing yet they stand beside any currency', () => {
    const efforts = [building('2026-07', 90, { streamId: 'new' })];
    for (const currency of currencies) {
      expect(workMonths([], efforts, currency)).toMatchObject([{ month: '2026-07', minutes: 90 }]);
    }
  });

  test('two currencies in one month share what was logged, none of it counted twice', () => {
    const sums = [
      income('2026-05', 1n, { minutes: 360 }),
      income('2026-04', 1n),
      income('2026-05', 1n, { currency: 'USD', minutes: 240 }),
    ];
    const at = (minutes: number, currency: 'JPY' | 'USD') =>
      workMonths(sums, [building('2026-05', minutes)], currency).at(-1)?.minutes;
    expect([at(500, 'JPY'), at(500, 'USD')]).toEqual([360, 240]);
    expect([at(660, 'JPY'), at(660, 'USD')]).toEqual([420, 240]);
  });

  test('networking, skills and other kinds are no work on a stream', () => {
    const efforts = [
      building('2026-05', 60, { purpose: 'networking' }),
      building('2026-05', 60, { streamId: null, skillId: 'ts' }),
      building('2026-05', 60, { streamId: null }),
    ];
    const work = income('2026-05', 0n, { kind: 'work', currency: null, minutes: 60 });
    expect(workTimes([work], efforts)).toEqual([]);
  });
});

test('months of a kind and of a skill', () => {
  const work = { kind: 'work', currency: null } as const;
  const sums = [
    income('2026-06', 0n, { ...work, milestones: 2 }),
    income('2026-05', 0n, { ...work, streamId: null }),
    income('2026-06', 0n, { ...work, milestones: 3, streamId: null }),
    income('2026-06', 9n),
  ];
  expect(monthlyMilestones(sums, 'work')).toEqual([
    { month: '2026-05', total: 1n },
    { month: '2026-06', total: 5n },
  ]);
  const ts = { streamId: null, skillId: 'ts' };
  const efforts = [
    building('2026-05', 30, ts),
    building('2026-05', 45, ts),
    building('2026-05', 15, { ...ts, purpose: 'networking' }),
    building('2026-05', 15, { ...ts, skillId: 'go' }),
  ];
  expect(monthlySkillMinutes(efforts, 'ts')).toEqual([{ month: '2026-05', total: 75n }]);
});

describe('properties', () => {
  const month = fc.integer({ min: 0, max: 5 }).map((i) => addMonths('2025-11', i));
  const streamId = fc.constantFrom(null, 'a', 'b');
  const amount = fc.bigInt({ min: 0n, max: 999_999_999_999_999_999n });
  const incomes = fc.array(
    fc.record<MilestoneSum>({
      kind: fc.constant('income'),
      currency: fc.constantFrom('JPY', 'USD', 'KWD'),
      streamId,
      month,
      gross: amount,
      fees: amount,
      costs: amount,
      minutes: fc.oneof(fc.constant(0), fc.nat(6_000)),
      milestones: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 30 },
  );
  const efforts = fc.array(
    fc.record<EffortSum>({
      purpose: fc.constantFrom('building', 'networking'),
      streamId,
      skillId: fc.constant(null),
      month,
      minutes: fc.nat(6_000),
      efforts: fc.constant(1),
    }),
    { maxLength: 20 },
  );
  const each = ['JPY', 'USD', 'KWD'] as const;
  const total = (list: readonly bigint[]) => list.reduce((sum, one) => sum + one, 0n);

  test('sums of money are exact to the last unit, and no currency enters another', () => {
    fc.assert(
      fc.property(incomes, efforts, (sums, logged) => {
        for (const currency of each) {
          const own = sums.filter((sum) => sum.currency === currency);
          const gross = monthlyGross(sums, currency);
          expect(gross).toEqual(monthlyGross(own, currency));
          expect(total(gross.map((one) => one.total))).toBe(total(own.map((one) => one.gross)));
          const months = workMonths(sums, logged, currency);
          expect(total(months.map(({ net }) => net))).toBe(
            total(own.map((one) => one.gross)) -
              total(own.map((one) => one.fees)) -
              total(own.map((one) => one.costs)),
          );
        }
      }),
    );
  });

  test('order does not matter', () => {
    fc.assert(
      fc.property(incomes, efforts, fc.infiniteStream(fc.nat()), (sums, logged, keys) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const [otherSums, otherLogged] = [shuffled(sums), shuffled(logged)];
        for (const currency of each) {
          expect(monthlyGross(otherSums, currency)).toEqual(monthlyGross(sums, currency));
          const months = workMonths(sums, logged, currency);
          expect(workMonths(otherSums, otherLogged, currency)).toEqual(months);
          expect([...months].sort((a, b) => (a.month < b.month ? -1 : 1))).toEqual(months);
        }
      }),
    );
  });

  test('an hour counts once: the greater of typed and logged, over all currencies together', () => {
    fc.assert(
      fc.property(incomes, efforts, month, fc.constantFrom('a', 'b'), (sums, logged, at, id) => {
        const here = (one: { month: Month; streamId: string | null }) =>
          one.month === at && one.streamId === id;
        const minutes = (list: readonly { minutes: number }[]) =>
          list.reduce((sum, one) => sum + one.minutes, 0);
        expect(minutes(workTimes(sums, logged).filter(here))).toBe(
          Math.max(
            minutes(sums.filter(here)),
            minutes(logged.filter((one) => here(one) && one.purpose === 'building')),
          ),
        );
      }),
    );
  });

  test('a rate is what hours brought, cut to a unit', () => {
    fc.assert(
      fc.property(incomes, efforts, (sums, logged) => {
        const months = workMonths(sums, logged, 'JPY');
        const rate = hourlyRate(months);
        if (rate === null) {
          expect(months.every(({ minutes }) => minutes === 0)).toBe(true);
          return;
        }
        const lost =
          total(months.map(({ timed }) => timed)) * 60n - rate.perHour * BigInt(rate.minutes);
        expect(lost < 0n ? -lost : lost).toBeLessThan(rate.minutes);
        expect(rate.months).toBeLessThanOrEqual(months.length);
      }),
    );
  });
});
