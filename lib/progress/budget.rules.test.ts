import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Month } from '../calendar';
import { budgetReturns, budgets } from './budget.rules';
import type { EffortSum, MilestoneSum } from './rules';

function sum(month: Month, rest: Partial<MilestoneSum>): MilestoneSum {
  const money = { gross: 0n, fees: 0n, costs: 0n, minutes: 0, milestones: 1 };
  return { kind: 'income', currency: 'JPY', streamId: null, month, ...money, ...rest };
}

function effort(month: Month, minutes: number, rest: Partial<EffortSum> = {}): EffortSum {
  const plain = { streamId: null, skillId: null, efforts: 1 };
  return { purpose: 'building', month, minutes, ...plain, ...rest };
}

const streams = [
  { id: 'code', origin: 'record' },
  { id: 'friends', origin: 'networking' },
] as const;

describe('the worked example', () => {
  const sums = [
    sum('2026-05', { streamId: 'code', gross: 30_000n }),
    sum('2026-06', { streamId: 'code', gross: 80_000n, fees: 8_000n, minutes: 600 }),
    sum('2026-06', { streamId: 'friends', gross: 50_000n, costs: 5_000n, minutes: 300 }),
    sum('2026-06', { gross: 10_000n, minutes: 60 }),
    sum('2026-06', { kind: 'work', currency: null, minutes: 1_200 }),
    sum('2026-06', { kind: 'skill', currency: null, minutes: 600 }),
    sum('2026-07', { streamId: 'code', gross: 28_000n }),
    sum('2026-07', { streamId: 'code', gross: 99_000n, currency: 'USD' }),
  ];
  const efforts = [
    effort('2026-06', 900, { streamId: 'code' }),
    effort('2026-06', 120, { streamId: 'friends' }),
    effort('2026-06', 240, { skillId: 'ts' }),
    effort('2026-06', 180),
    effort('2026-06', 360, { purpose: 'networking' }),
    effort('2026-07', 420, { streamId: 'code' }),
    effort('2026-07', 60, { purpose: 'networking', streamId: 'friends' }),
  ];

  test('27 hours of building and 6 of networking in June', () => {
    expect(budgets(sums, efforts, ['2026-05', '2026-06', '2026-07'])).toEqual([
      { month: '2026-05', building: 0, networking: 0 },
      { month: '2026-06', building: 1_620, networking: 360 },
      { month: '2026-07', building: 420, networking: 60 },
    ]);
  });

  test('June alone: networking brings more an hour, and it says so', () => {
    expect(budgetReturns(sums, efforts, streams, 'JPY', ['2026-06'])).toEqual({
      building: { net: 82_000n, minutes: 1_320, months: 1, perHour: 3_727n },
      networking: { net: 45_000n, minutes: 660, months: 1, perHour: 4_090n },
    });
  });

  test('three months: May, before anyone counted hours, is left out on both sides', () => {
    const months: Month[] = ['2026-05', '2026-06', '2026-07'];
    expect(budgetReturns(sums, efforts, streams, 'JPY', months)).toEqual({
      building: { net: 110_000n, minutes: 1_740, months: 2, perHour: 3_793n },
      networking: { net: 45_000n, minutes: 720, months: 2, perHour: 3_750n },
    });
  });
});

test('without hours there is no rate, and all of the income is shown', () => {
  const sums = [sum('2026-05', { streamId: 'friends', gross: 500n })];
  expect(budgetReturns(sums, [], streams, 'JPY', ['2026-05'])).toEqual({
    building: { net: 0n, minutes: 0, months: 0, perHour: null },
    networking: { net: 500n, minutes: 0, months: 0, perHour: null },
  });
});

describe('properties', () => {
  const month = fc.integer({ min: 0, max: 3 }).map((i) => addMonths('2025-12', i));
  const months = [0, 1, 2, 3].map((i) => addMonths('2025-12', i));
  const streamId = fc.constantFrom(null, 'code', 'friends');
  const sums = fc.array(
    fc
      .record({ month, streamId, gross: fc.bigInt(0n, 10n ** 15n), minutes: fc.nat(900) })
      .map(({ month, ...rest }) => sum(month, rest)),
    { maxLength: 15 },
  );
  const efforts = fc.array(
    fc
      .record({
        month,
        minutes: fc.integer({ min: 1, max: 900 }),
        purpose: fc.constantFrom('building' as const, 'networking' as const),
        subject: fc.constantFrom(
          { streamId: null, skillId: null },
          { streamId: 'code', skillId: null },
          { streamId: 'friends', skillId: null },
          { streamId: null, skillId: 'ts' },
        ),
      })
      .map(({ month, minutes, purpose, subject }) =>
        effort(month, minutes, { purpose, ...subject }),
      ),
    { maxLength: 15 },
  );

  test('both sides together took the hours of both budgets, and brought all the income', () => {
    fc.assert(
      fc.property(sums, efforts, (some, logged) => {
        const spent = budgets(some, logged, months);
        const { building, networking } = budgetReturns(some, logged, streams, 'JPY', months);
        expect(building.minutes + networking.minutes).toBe(
          spent.reduce((total, one) => total + one.building + one.networking, 0),
        );
        const from = spent.find((one) => one.building + one.networking > 0)?.month ?? months[0];
        expect(building.net + networking.net).toBe(
          some
            .filter((one) => from !== undefined && one.month >= from)
            .reduce((total, one) => total + one.gross, 0n),
        );
      }),
    );
  });

  test('who brought the customers moves income and its hours together', () => {
    fc.assert(
      fc.property(sums, efforts, (some, logged) => {
        const swapped = [
          { id: 'code', origin: 'networking' },
          { id: 'friends', origin: 'record' },
        ] as const;
        const all = (one: ReturnType<typeof budgetReturns>) => [
          one.building.net + one.networking.net,
          one.building.minutes + one.networking.minutes,
        ];
        expect(all(budgetReturns(some, logged, swapped, 'JPY', months))).toEqual(
          all(budgetReturns(some, logged, streams, 'JPY', months)),
        );
      }),
    );
  });

  test('what is logged twice over is no more than what is logged or typed', () => {
    fc.assert(
      fc.property(sums, efforts, (some, logged) => {
        for (const { month, building, networking } of budgets(some, logged, months)) {
          const here = [...some, ...logged].filter((one) => one.month === month);
          expect(building + networking).toBeLessThanOrEqual(
            here.reduce((total, { minutes }) => total + minutes, 0),
          );
        }
        const typedOnly = budgets(some, [], months);
        for (const [i, { building }] of budgets(some, logged, months).entries()) {
          expect(building).toBeGreaterThanOrEqual(typedOnly[i]?.building ?? 0);
        }
      }),
    );
  });
});
