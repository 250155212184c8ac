import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, type Day } from '../calendar';
import { facts, goal, sum, year } from '../testing/standing';
import { type Goal, measures, standing, unitOf } from './rules';

const today: Day = '2026-07-10';

test('units', () => {
  expect(measures.map(unitOf)).toEqual([
    'money',
    'money',
    'money',
    'minutes',
    'count',
    'count',
    'count',
    'count',
  ]);
});

test('nothing logged: nothing, from nothing, without a word on pace', () => {
  for (const measure of measures) {
    const kind = measure === 'milestones' ? 'credential' : null;
    expect(
      standing(goal({ measure, kind, skillId: 's', audienceId: 'a' }), facts({}), today),
    ).toEqual({
      value: 0n,
      fraction: 0,
      isMet: false,
      points: 0,
      period: null,
      line: null,
      pace: null,
      forecast: null,
      isOverdue: false,
    });
  }
});

describe('monthly income', () => {
  const milestones = year(40_000, 52_000, 46_000, 90_000, 58_000, 64_000, 20_000);

  test('the worked example: best month, line and forecast', () => {
    const found = standing(goal({ dueOn: '2026-12-31' }), facts({ milestones }), today);
    expect(found).toEqual({
      value: 90_000n,
      fraction: 0.9,
      isMet: false,
      points: 7,
      period: null,
      line: { perMonth: 1_667n, months: 6 },
      pace: { perMonth: 4_800, low: 2_500, high: 9_000, steady: 6_000, points: 6 },
      forecast: { kind: 'range', from: '2027-01', to: '2027-08' },
      isOverdue: false,
    });
  });

  test('every month: this one, no line, no forecast', () => {
    const found = standing(goal({ every: 'month' }), facts({ milestones }), today);
    expect(found).toMatchObject({
      value: 20_000n,
      points: 1,
      period: { from: '2026-07', to: '2026-07' },
      line: null,
      forecast: null,
    });
    expect(found.pace?.points).toBe(6);
    expect(standing(goal({ every: 'month' }), facts({ milestones }), '2026-08-01').value).toBe(0n);
  });

  test('every year: the best month of this year', () => {
    const past = sum('2025-12', 500_000n);
    const found = standing(
      goal({ every: 'year' }),
      facts({ milestones: [past, ...milestones] }),
      today,
    );
    expect(found).toMatchObject({ value: 90_000n, period: { from: '2026-01', to: '2026-12' } });
    expect(found.line).toEqual({ perMonth: 1_667n, months: 6 });
  });

  test('once: the best month since, of a stream, in the currency', () => {
    const more = [
      ...milestones,
      sum('2026-06', 30_000n, { streamId: 'blog' }),
      sum('2026-06', 900_000n, { currency: 'USD' }),
      sum('2026-08', 900_000n),
    ];
    const at = (rest: Partial<Goal>) => standing(goal(rest), facts({ milestones: more }), today);
    expect(at({}).value).toBe(94_000n);
    expect(at({ since: '2026-07' }).value).toBe(20_000n);
    expect(at({ streamId: 'blog' })).toMatchObject({ value: 30_000n, points: 1 });
    expect(at({ currency: 'USD' }).value).toBe(900_000n);
  });

  test('one good month promises nothing', () => {
    const one = year(30_000, 30_000, 30_000, 30_000, 30_000, 290_000);
    const found = standing(goal({ target: 300_000n }), facts({ milestones: one }), today);
    expect(found).toMatchObject({ value: 290_000n, forecast: { kind: 'out-of-sight' } });
  });

  test('a month without income counts for nothing only once a later one has some', () => {
    const gap = [sum('2026-03', 10n), sum('2026-05', 30n)];
    expect(standing(goal({}), facts({ milestones: gap }), today).pace?.points).toBe(3);
  });
});

describe('dates', () => {
  const met = facts({ milestones: year(100_000) });

  test('due today is not overdue, due yesterday is, unless met', () => {
    const at = (dueOn: Day, some = facts({})) => standing(goal({ dueOn }), some, today);
    expect(at('2026-07-10')).toMatchObject({
      isOverdue: false,
      line: { perMonth: 100_000n, months: 1 },
    });
    expect(at('2026-07-09')).toMatchObject({ isOverdue: true, line: null });
    expect(at('2026-07-09', met)).toMatchObject({ isOverdue: false, isMet: true, line: null });
  });
});

test('properties: the line is enough and no more; more income never sets a goal back', () => {
  const month = fc.integer({ min: 0, max: 18 }).map((i) => addMonths('2025-01', i));
  const amount = fc.bigInt(0n, 10n ** 9n);
  const milestones = fc.array(
    fc.tuple(month, amount).map(([at, gross]) => sum(at, gross)),
    { maxLength: 20 },
  );
  const some = fc.record({
    measure: fc.constantFrom('income_month' as const, 'income_total' as const),
    every: fc.constantFrom(null, 'month' as const, 'year' as const),
    target: fc.bigInt(1n, 10n ** 10n),
    dueOn: fc.constantFrom<Day | null>(null, '2026-07-31', '2026-11-30', '2029-02-28'),
  });
  fc.assert(
    fc.property(some, milestones, month, amount, (rest, list, at, gross) => {
      const aim = goal({ ...rest, dueOn: rest.every ? null : rest.dueOn });
      const before = standing(aim, facts({ milestones: list }), today);
      const after = standing(aim, facts({ milestones: [sum(at, gross), ...list] }), today);
      expect(after.value).toBeGreaterThanOrEqual(before.value);
      expect(before.isMet).toBe(before.value >= aim.target);
      if (before.forecast) expect(before.forecast.kind === 'reached').toBe(before.isMet);
      if (!before.line) return;
      const { perMonth, months } = before.line;
      const missing = aim.target - before.value;
      expect(perMonth * BigInt(months)).toBeGreaterThanOrEqual(missing);
      expect((perMonth - 1n) * BigInt(months)).toBeLessThan(missing);
    }),
  );
});
