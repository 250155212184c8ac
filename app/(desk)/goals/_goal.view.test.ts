import { describe, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import type { Goal, Standing } from '@/lib/goal/rules';
import type { Locale } from '@/lib/locale';
import type { HourlyRate } from '@/lib/progress/rules';
import { goalNames, goalTitle, goalView, rateFor } from './_goal.view';

const blog = '019a0000-0000-7000-8000-00000000b106';
const names = goalNames(
  {
    streams: [{ id: blog, name: { ja: 'ブログ', en: null } }],
    skills: [{ id: 'ts', name: { ja: null, en: 'TypeScript' } }],
    audiences: [{ id: 'x', name: 'X @hana' }],
  },
  'en',
);
const works: Goal = {
  id: '019a0000-0000-7000-8000-000000000000',
  measure: 'works',
  streamId: null,
  skillId: null,
  audienceId: null,
  kind: null,
  currency: null,
  target: 50n,
  dueOn: null,
  every: null,
  since: null,
  position: 0,
  version: 1,
  createdAt: new Date(0),
  closedAt: null,
  outcome: null,
};
const income: Goal = { ...works, measure: 'income_month', currency: 'JPY', target: 50_000n };
const at: Standing = {
  value: 35n,
  fraction: 0.7,
  isMet: false,
  points: 8,
  period: null,
  line: null,
  pace: null,
  forecast: null,
  isOverdue: false,
};
const rate: HourlyRate = { perHour: 2_000n, months: 3, of: 5, minutes: 600 };

function view(goal: Goal, standing: Partial<Standing> = {}, locale: Locale = 'en') {
  const words = { rate: null, names, locale, t: textsIn(locale) };
  return goalView(goal, { ...at, ...standing }, words);
}

function facts(goal: Goal, standing: Partial<Standing>, locale: Locale = 'en') {
  const words = { rate, names, locale, t: textsIn(locale) };
  const found = goalView(goal, { ...at, ...standing }, words).facts;
  return Object.fromEntries(found.map(({ key, text, note }) => [key, [text, note]]));
}

describe('what is measured', () => {
  test.each([
    [{ ...income, streamId: blog }, 'Monthly income · ブログ'],
    [income, 'Monthly income'],
    [{ ...works, measure: 'skill_hours', skillId: 'ts' }, 'Hours on a skill · TypeScript'],
    [{ ...works, measure: 'followers', audienceId: 'x' }, 'Followers · X @hana'],
    [{ ...works, measure: 'milestones', kind: 'credential' }, 'Milestones · Credential'],
    // Gone between two readings.
    [{ ...income, streamId: 'gone' }, 'Monthly income'],
  ] as const)('%#', (goal, title) => {
    expect(goalTitle(goal, names, textsIn('en'))).toBe(title);
  });
});

describe('progress', () => {
  test('as "35 of 50", in the measure’s unit', () => {
    expect(view(works).progress).toBe('35 of 50');
    expect(view(income, { value: 35_000n }).progress).toBe('¥35,000 of ¥50,000');
    const hours: Goal = { ...works, measure: 'skill_hours', skillId: 'ts', target: 3_000n };
    expect(view(hours, { value: 2_130n }).progress).toBe('35.5 of 50 hours');
    expect(view(hours, { value: 2_130n }, 'ja').progress).toBe('35.5 / 50時間');
    expect(view(income, { value: 35_000n }, 'ja').progress).toBe('35,000円 / 50,000円');
  });

  test('what goes over is kept, and the bar tells where the target was', () => {
    const over = view(works, { value: 60n, fraction: 1.2, isMet: true });
    expect(over.progress).toBe('60 of 50');
    expect(over.bar).toEqual({ value: 1.2, max: 1.2, targetAt: 83.333 });
    expect(view(works).bar).toEqual({ value: 0.7, max: 1, targetAt: null });
    expect(view(works, { fraction: 1 }).bar).toEqual({ value: 1, max: 1, targetAt: null });
  });

  test('says what it rests on, except where it is only this month', () => {
    expect(view(income, { points: 1 }).basis).toBe('the only month so far');
    expect(view(income, { points: 4 }).basis).toBe('best of 4 months');
    expect(view({ ...works, since: '2026-01' }).basis).toBe(
      'from 8 months · counted from Jan 2026',
    );
    const period = { from: '2026-08', to: '2026-08' } as const;
    expect(view({ ...works, every: 'month' }, { period }).basis).toBeNull();
  });
});

test('the date, or the rhythm', () => {
  const month = { from: '2026-08', to: '2026-08' } as const;
  const year = { from: '2026-01', to: '2026-12' } as const;
  const due: Goal = { ...works, dueOn: '2027-03-31' };
  expect(view(works).when).toBe('No date');
  expect(view(due).when).toBe('By Mar 31, 2027');
  expect(view(due, {}, 'ja').when).toBe('2027年3月31日まで');
  expect(view(due, { isOverdue: true }).when).toBe('Was due Mar 31, 2027');
  expect(view({ ...works, every: 'month' }, { period: month }).when).toBe('Every month · Aug 2026');
  expect(view({ ...works, every: 'year' }, { period: year }, 'ja').when).toBe('毎年・2026年');
});

describe('what it takes', () => {
  const due: Goal = { ...income, dueOn: '2027-03-31' };

  test('the line: more a month where a month stands for itself, so much a month where months add up', () => {
    expect(facts(due, { line: { perMonth: 12_000n, months: 8 } }).needed).toEqual([
      '¥12,000 more a month until Mar 2027',
      undefined,
    ]);
    const total: Goal = { ...due, measure: 'income_total' };
    expect(facts(total, { line: { perMonth: 12_000n, months: 8 } }).needed?.[0]).toBe(
      '¥12,000 a month until Mar 2027',
    );
    const yearly: Goal = { ...works, every: 'year' };
    const period = { from: '2026-01', to: '2026-12' } as const;
    expect(facts(yearly, { line: { perMonth: 4n, months: 5 }, period }).needed?.[0]).toBe(
      '4 a month until Dec 2026',
    );
    const monthly: Goal = { ...works, every: 'month' };
    expect(facts(monthly, { line: { perMonth: 15n, months: 1 }, period })).toEqual({});
  });

  test('the pace with the months it rests on; too few are said to be', () => {
    const pace = (perMonth: number) => ({ perMonth, low: 0, high: 0, steady: 0, points: 6 });
    expect(facts(due, { pace: pace(4_000.4) }).pace).toEqual([
      '+¥4,000 a month',
      'trend of 6 months',
    ]);
    expect(facts(due, { pace: pace(-4_000) }).pace?.[0]).toBe('-¥4,000 a month');
    expect(facts(works, { pace: pace(0.5) }).pace?.[0]).toBe('0.5 a month');
    expect(facts(works, { pace: pace(12.4) }, 'ja').pace).toEqual(['1か月に12', '直近6か月の傾向']);
    expect(facts(works, { points: 2 }).pace?.[0]).toBe('Shows from three months on.');
    expect(facts(works, { points: 3 }).pace).toBeUndefined();
  });

  test('the forecast is a range of months, and silent about what is over', () => {
    const range = { kind: 'range', from: '2027-02', to: '2027-05' } as const;
    const said = (forecast: Standing['forecast'], more: Partial<Standing> = {}) =>
      facts(works, { forecast, ...more }).forecast?.[0];
    expect(said(range)).toBe('Between Feb 2027 and May 2027');
    expect(said({ ...range, to: '2027-02' })).toBe('Around Feb 2027');
    expect(said({ ...range, to: null })).toBe('Feb 2027 at the earliest');
    expect(said({ kind: 'out-of-sight' })).toBe('Not within ten years at this pace');
    expect(
      facts({ ...works, every: 'year' }, { forecast: { kind: 'out-of-sight' } }).forecast?.[0],
    ).toBe('Not this year at this pace');
    expect(said({ kind: 'reached' })).toBeUndefined();
    expect(said(range, { isMet: true })).toBeUndefined();
    expect(said(range, { isOverdue: true })).toBeUndefined();
    expect(said(null)).toBeUndefined();
  });

  test('what is missing in hours, of income and where an hour brings something', () => {
    expect(facts(income, { value: 32_000n }).rate).toEqual([
      '¥18,000 more is about 9 hours at your rate',
      'rate from 3 months',
    ]);
    expect(facts({ ...income, measure: 'hourly_rate' }, { value: 1_000n }).rate).toBeUndefined();
    expect(facts(income, { value: 60_000n, isMet: true }).rate).toBeUndefined();
    const nothing = {
      rate: { ...rate, perHour: 0n },
      names,
      locale: 'en',
      t: textsIn('en'),
    } as const;
    expect(goalView(income, at, nothing).facts.map(({ key }) => key)).not.toContain('rate');
  });
});

test('the rate is that of the goal’s own stream and currency', () => {
  const sum = { kind: 'income', month: '2026-07', fees: 0n, costs: 0n, milestones: 1 } as const;
  const known = {
    efforts: [],
    followers: [],
    came: [],
    milestones: [
      { ...sum, currency: 'JPY', streamId: blog, gross: 6_000n, minutes: 120 },
      { ...sum, currency: 'JPY', streamId: 'other', gross: 10_000n, minutes: 60 },
      { ...sum, currency: 'USD', streamId: 'other', gross: 99n, minutes: 60 },
    ],
  } as const;
  expect(rateFor({ ...income, streamId: blog }, known, '2026-08-15')?.perHour).toBe(3_000n);
  expect(rateFor({ ...income, streamId: null }, known, '2026-08-15')?.minutes).toBe(180);
  expect(rateFor(works, known, '2026-08-15')).toBeNull();
});
