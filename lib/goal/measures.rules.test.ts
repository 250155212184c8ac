import { describe, expect, test } from 'vitest';
import type { Day, Month } from '../calendar';
import { facts, goal, skill, sum, year } from '../testing/standing';
import { type FollowerPoint, type Goal, standing } from './rules';

const today: Day = '2026-07-10';

describe('what adds up', () => {
  const milestones = year(10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 5_000);

  test('total income, with the line a yearly goal needs', () => {
    const past = sum('2025-12', 70_000n);
    const total = { measure: 'income_total', target: 400_000n } as const;
    const some = facts({ milestones: [past, ...milestones] });
    expect(standing(goal(total), some, today)).toMatchObject({ value: 285_000n, points: 8 });
    expect(standing(goal({ ...total, since: '2026-06' }), some, today).value).toBe(65_000n);
    expect(standing(goal({ ...total, every: 'month' }), some, today).value).toBe(5_000n);
    expect(standing(goal({ ...total, every: 'year' }), some, today)).toMatchObject({
      value: 215_000n,
      line: { perMonth: 30_834n, months: 6 },
    });
  });

  test('running totals of complete months make the pace', () => {
    const steady = year(10, 10, 10, 10, 10, 10, 4);
    const total = goal({ measure: 'income_total', target: 104n });
    expect(standing(total, facts({ milestones: steady }), today)).toMatchObject({
      value: 64n,
      pace: { perMonth: 10, points: 6 },
      forecast: { kind: 'range', from: '2026-11', to: '2026-11' },
    });
  });

  test('a yearly goal is forecast within its year or not at all', () => {
    const steady = year(10, 10, 10, 10, 10, 10, 4);
    const at = (target: bigint) =>
      standing(
        goal({ measure: 'income_total', every: 'year', target }),
        facts({ milestones: steady }),
        today,
      ).forecast;
    expect(at(114n)).toEqual({ kind: 'range', from: '2026-12', to: '2026-12' });
    expect(at(115n)).toEqual({ kind: 'out-of-sight' });
    expect(at(64n)).toEqual({ kind: 'reached' });
    const rising = standing(
      goal({ measure: 'income_total', every: 'year', target: 440_000n }),
      facts({ milestones }),
      today,
    );
    expect(rising.forecast).toEqual({ kind: 'range', from: '2026-12', to: null });
  });

  test('35 of 50 works, and more than enough is kept', () => {
    const works = [
      sum('2026-02', 0n, { kind: 'work', currency: null, milestones: 20 }),
      sum('2026-05', 0n, { kind: 'work', currency: null, milestones: 15 }),
      sum('2026-05', 0n, { kind: 'credential', currency: null, milestones: 3 }),
    ];
    const at = (rest: Partial<Goal>) =>
      standing(goal({ currency: null, ...rest }), facts({ milestones: works }), today);
    expect(at({ measure: 'works', target: 50n })).toMatchObject({
      value: 35n,
      fraction: 0.7,
      points: 2,
    });
    expect(at({ measure: 'works', target: 20n })).toMatchObject({ fraction: 1.75, isMet: true });
    expect(at({ measure: 'milestones', kind: 'credential', target: 5n }).value).toBe(3n);
  });

  test('people who came because of the record, those of months to come left out', () => {
    const came = [
      { month: '2026-03', total: 2n },
      { month: '2026-07', total: 3n },
      { month: '2026-08', total: 9n },
    ] as const;
    const at = (rest: Partial<Goal>) =>
      standing(
        goal({ measure: 'inquiries', currency: null, target: 10n, ...rest }),
        facts({ came }),
        today,
      );
    expect(at({})).toMatchObject({ value: 5n, fraction: 0.5, points: 2, isMet: false });
    expect(at({ since: '2026-07' }).value).toBe(3n);
    expect(at({ every: 'month', target: 3n })).toMatchObject({ value: 3n, isMet: true });
  });

  test('minutes of a skill, of building alone', () => {
    const efforts = [
      skill('2026-06', 90),
      skill('2026-07', 30),
      skill('2026-07', 45, { purpose: 'networking' }),
      skill('2026-07', 45, { skillId: 'go' }),
    ];
    const hours = { measure: 'skill_hours', skillId: 'ts', currency: null, target: 600n } as const;
    expect(standing(goal(hours), facts({ efforts }), today).value).toBe(120n);
    expect(standing(goal({ ...hours, every: 'month' }), facts({ efforts }), today).value).toBe(30n);
  });
});

describe('hourly rate', () => {
  const worked = (month: Month, gross: bigint, minutes: number) =>
    sum(month, gross, { streamId: 'code', minutes });
  const milestones = [
    worked('2025-12', 1_000n, 60),
    worked('2026-03', 2_000n, 60),
    worked('2026-04', 9_000n, 0),
    worked('2026-05', 2_500n, 60),
    worked('2026-07', 3_000n, 60),
  ];
  const rate = { measure: 'hourly_rate', target: 5_000n } as const;

  test('once: of the last three months that have hours; recurring: of the period', () => {
    const some = facts({ milestones });
    expect(standing(goal(rate), some, today)).toMatchObject({ value: 2_500n, points: 3 });
    expect(standing(goal({ ...rate, since: '2026-05' }), some, today).value).toBe(2_750n);
    expect(standing(goal({ ...rate, every: 'month' }), some, today).value).toBe(3_000n);
    const first = facts({ milestones: milestones.slice(0, 2) });
    expect(standing(goal({ ...rate, every: 'year' }), first, today).value).toBe(2_000n);
  });

  test('its pace leaves out months without hours, and the running one', () => {
    expect(standing(goal(rate), facts({ milestones }), today).pace).toMatchObject({ points: 3 });
  });

  test('a loss fills no bar', () => {
    const loss = [sum('2026-07', 100n, { costs: 400n, minutes: 60 })];
    const found = standing(goal(rate), facts({ milestones: loss }), today);
    expect(found).toMatchObject({ value: -300n, fraction: 0, isMet: false });
  });
});

describe('followers', () => {
  const count = (day: Day, followers: bigint, audienceId = 'x'): FollowerPoint => ({
    audienceId,
    day,
    followers,
  });
  const followers = [
    count('2026-07-02', 400n),
    count('2026-04-01', 90n),
    count('2026-04-30', 100n),
    count('2026-05-15', 200n),
    count('2026-07-03', 9_000n, 'other'),
  ];
  const reach = { measure: 'followers', audienceId: 'x', currency: null, target: 1_000n } as const;

  test('the latest count; its pace is of the last one in each month, this one too', () => {
    const found = standing(goal({ ...reach, dueOn: '2026-09-30' }), facts({ followers }), today);
    expect(found).toMatchObject({
      value: 400n,
      fraction: 0.4,
      points: 4,
      line: { perMonth: 200n, months: 3 },
      pace: { perMonth: 100, low: 100, high: 100, points: 3 },
      forecast: { kind: 'range', from: '2027-01', to: '2027-01' },
    });
  });
});
