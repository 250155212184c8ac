import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '@/lib/calendar';
import type { Goal } from '@/lib/goal/rules';
import type { Currency } from '@/lib/money';
import type { Progress } from '@/lib/progress/data';
import type { EffortSum, MilestoneSum } from '@/lib/progress/rules';
import { dashboardView } from './_dashboard.view';

const now = new Date('2026-08-31T15:30:00Z');
const blog = 'blog';

const income = (
  month: Month,
  minor: number,
  more: Partial<MilestoneSum> & { currency?: Currency } = {},
): MilestoneSum => ({
  kind: 'income',
  currency: 'JPY',
  streamId: blog,
  month,
  gross: BigInt(minor),
  fees: 0n,
  costs: 0n,
  minutes: 0,
  milestones: 1,
  ...more,
});

const effort = (month: Month, minutes: number, more: Partial<EffortSum> = {}): EffortSum => ({
  purpose: 'building',
  streamId: null,
  skillId: null,
  month,
  minutes,
  efforts: 1,
  ...more,
});

const goal: Goal = {
  id: 'goal',
  measure: 'income_month',
  streamId: null,
  skillId: null,
  audienceId: null,
  kind: null,
  currency: 'JPY',
  target: 100_000n,
  dueOn: '2026-10-31',
  every: null,
  since: null,
  position: 0,
  version: 1,
  createdAt: now,
  closedAt: null,
  outcome: null,
};

const nothing: Progress = {
  milestones: [],
  efforts: [],
  goals: [],
  streams: [
    { id: blog, name: { ja: 'ブログ', en: null }, origin: 'record', closedAt: null },
    { id: 'talks', name: { ja: '講演', en: null }, origin: 'record', closedAt: null },
  ],
  skills: [],
  audiences: [],
  followers: [],
  came: [],
  ladders: [],
  marks: [],
  showsStreak: true,
  pauses: [],
  timer: null,
  record: { publishedAt: null, publicCount: 0 },
};

const view = (more: Partial<Progress>, zone = 'Asia/Tokyo') =>
  dashboardView({ ...nothing, ...more }, { zone }, now, '12');

test('the month it is depends on where one lives', () => {
  const milestones = [income('2026-08', 30_000), income('2026-09', 10_000)];
  expect(view({ milestones }, 'Asia/Tokyo').main.thisMonth).toMatchObject({
    month: '2026-09',
    minor: 10_000n,
  });
  expect(view({ milestones }, 'America/New_York').main.thisMonth).toMatchObject({
    month: '2026-08',
    minor: 30_000n,
  });
});

test('nothing yet: the person’s own currency, twelve empty months, the first rung next', () => {
  const { main, others, isEmpty, rate, next, crossing } = view({});
  expect(main.currency).toBe('JPY');
  expect(main.months).toHaveLength(12);
  expect(main.total).toEqual({ minor: 0n, entries: 0 });
  expect(main.climb.next).toEqual({ rung: 1n, missing: 1n });
  expect([others, isEmpty, rate, crossing]).toEqual([[], true, null, null]);
  expect(next).toEqual({ step: 'first-income' });
});

test('three months in a row make a rung held', () => {
  const { climb } = view({
    milestones: [income('2026-06', 31_000), income('2026-07', 52_000), income('2026-08', 30_000)],
  }).main;
  expect(climb.highestReached).toMatchObject({ rung: 50_000n, reachedOn: '2026-07' });
  expect(climb.holding).toMatchObject({ rung: 30_000n, hold: { since: '2026-06', until: null } });
});

test('own rungs are the ones that are climbed, and a crossing is told until it is marked', () => {
  const milestones = [income('2026-08', 30_000)];
  const ladders = [{ currency: 'JPY', rungs: [5_000n, 25_000n, 70_000n] }] as const;
  const own = view({ milestones, ladders });
  expect(own.main.climb.next?.rung).toBe(70_000n);
  expect(own.crossing?.rung).toBe(25_000n);
  const marks = [{ currency: 'JPY', rung: 25_000n }] as const;
  expect(view({ milestones, ladders, marks }).crossing).toBeNull();
  const elsewhere = [{ currency: 'USD', rung: 25_000n }] as const;
  expect(view({ milestones, ladders, marks: elsewhere }).crossing?.rung).toBe(25_000n);
});

test('a rung crossed in another currency is told once that of the main one is marked', () => {
  const milestones = [income('2026-08', 30_000), income('2026-07', 10_000, { currency: 'USD' })];
  expect(view({ milestones }).crossing).toMatchObject({ currency: 'JPY', rung: 30_000n });
  const marks = [{ currency: 'JPY', rung: 30_000n }] as const;
  expect(view({ milestones, marks }).crossing).toMatchObject({ currency: 'USD', rung: 10_000n });
});

describe('currencies', () => {
  test('the latest one leads, the others stand beside it, and sums stay apart', () => {
    const { main, others, streams } = view({
      milestones: [income('2026-07', 30_000), income('2026-08', 12_345, { currency: 'USD' })],
    });
    expect([main.currency, ...others.map(({ currency }) => currency)]).toEqual(['USD', 'JPY']);
    expect(main.total.minor).toBe(12_345n);
    expect(others[0]?.total.minor).toBe(30_000n);
    expect(streams.map(({ net }) => net)).toEqual([12_345n]);
  });

  test('the sum of all months is the sum of all entries, beyond 2^53 too', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 17n), { maxLength: 60 }), (amounts) => {
        const milestones = amounts.map((gross, i) => income(monthAt(i), 0, { gross }));
        expect(view({ milestones }).main.total).toEqual({
          minor: amounts.reduce((sum, amount) => sum + amount, 0n),
          entries: amounts.length,
        });
      }),
    );
  });
});

test('streams stand by what they left, with the rate of those hours that are known', () => {
  const { streams, work, rate } = view({
    milestones: [
      income('2026-07', 60_000, { fees: 6_000n, costs: 4_000n, minutes: 1_000 }),
      income('2026-08', 20_000),
      income('2026-08', 40_000, { streamId: 'talks', minutes: 600 }),
      income('2024-01', 9_999_999, { streamId: 'talks' }),
    ],
    efforts: [effort('2026-08', 200, { streamId: blog })],
  });
  expect(streams.map(({ id, net, entries }) => [id, net, entries])).toEqual([
    [blog, 70_000n, 2],
    ['talks', 40_000n, 1],
  ]);
  expect(streams[0]?.rate).toEqual({ perHour: 3_500n, months: 2, of: 2, minutes: 1_200 });
  expect(work.map(({ month, net }) => [month, net])).toEqual([
    ['2026-07', 50_000n],
    ['2026-08', 60_000n],
  ]);
  expect(rate).toEqual({ perHour: 3_666n, months: 2, of: 2, minutes: 1_800 });
});

test('activity counts the last twelve months, and totals all of them', () => {
  const sum = (month: Month, milestones: number) =>
    income(month, 0, { kind: 'skill', streamId: null, milestones });
  const { activity } = view({ milestones: [sum('2025-09', 3), sum('2026-09', 2)] });
  const skill = activity.find(({ kind }) => kind === 'skill');
  expect(skill?.total).toBe(5);
  expect(skill?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
});

describe('months without a break', () => {
  const milestones = [income('2026-05', 1), income('2026-06', 1), income('2026-08', 1)];

  test('a pause bridges, time alone counts too, and it can be hidden', () => {
    expect(view({ milestones }).streak).toMatchObject({ months: 1, includesThisMonth: false });
    expect(view({ milestones, pauses: ['2026-07'] }).streak).toMatchObject({ months: 3 });
    expect(view({ milestones, efforts: [effort('2026-07', 5)] }).streak).toMatchObject({
      months: 4,
    });
    expect(view({ milestones, showsStreak: false }).streak).toBeNull();
  });
});

test('a timer or a goal is enough for the desk to be no empty one', () => {
  const timer = { id: 't', purpose: 'building', subject: null, startedAt: now } as const;
  expect(view({ timer }).isEmpty).toBe(false);
  expect(view({ goals: [goal] }).isEmpty).toBe(false);
});

describe('the next step', () => {
  const steady = ['2026-05', '2026-06', '2026-07', '2026-08'].map((month) =>
    income(month as Month, 60_000, { minutes: 1_200 }),
  );

  test('income that comes every month is proposed first', () => {
    const { next, proposals } = view({ milestones: steady });
    expect(proposals.map(({ streamId, month }) => [streamId, month])).toEqual([[blog, '2026-09']]);
    expect(next).toEqual({ step: 'confirm-income', streams: 1 });
  });

  test('a goal that is due comes before a rung', () => {
    const milestones = [...steady, income('2026-09', 60_000, { minutes: 1_200 })];
    expect(view({ milestones, goals: [goal] }).next).toEqual({ step: 'goal', goalId: 'goal' });
    const later = { ...goal, dueOn: '2026-12-31' as const };
    expect(view({ milestones, goals: [later] }).next).toEqual({
      step: 'rung',
      missing: 40_000n,
      hours: 14,
    });
  });

  test('a last month that is missing is noticed once it is over', () => {
    const milestones = ['2026-05', '2026-06', '2026-07'].map((month) =>
      income(month as Month, 60_000, { minutes: 1_200 }),
    );
    expect(view({ milestones }).next).toEqual({ step: 'log-last-month' });
  });
});

function monthAt(index: number): Month {
  return `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}
