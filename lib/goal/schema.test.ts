import { describe, expect, test } from 'vitest';
import { extendForm, goalForm } from './schema';

const today = '2026-08-15';
const id = '019a0000-0000-7000-8000-000000000000';
const other = '019a0000-0000-7000-8000-000000000001';
const money = { id, measure: 'income_month', target: '5万', currency: 'JPY' };
const hours = { id, measure: 'skill_hours', target: '1,000', skill: other };
const count = { id, measure: 'works', target: '50' };

function draftOf(form: Record<string, unknown>) {
  return goalForm(today).parse(form).draft;
}

function reasons(form: Record<string, unknown>): Record<string, string> {
  const parsed = goalForm(today).safeParse(form);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [String(issue.path[0] ?? 'form'), issue.message]),
  );
}

test('a measure and a target are enough', () => {
  expect(draftOf(money)).toEqual({
    measure: 'income_month',
    streamId: null,
    skillId: null,
    audienceId: null,
    kind: null,
    currency: 'JPY',
    target: 50_000n,
    dueOn: null,
    every: null,
    since: null,
  });
});

test('only what the measure needs is read', () => {
  const everything = {
    ...money,
    target: '50',
    stream: other,
    skill: other,
    audience: other,
    kind: 'credential',
    since: '2026-01',
  };
  const kept = (measure: string) => {
    const { target: _, dueOn, every, ...rest } = draftOf({ ...everything, measure });
    return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  };
  const inMoney = { currency: 'JPY', streamId: other };
  expect(kept('income_month')).toEqual({ measure: 'income_month', ...inMoney, since: '2026-01' });
  expect(kept('income_total')).toMatchObject({ ...inMoney, since: '2026-01' });
  expect(kept('hourly_rate')).toMatchObject(inMoney);
  expect(kept('skill_hours')).toEqual({
    measure: 'skill_hours',
    skillId: other,
    since: '2026-01',
  });
  expect(kept('followers')).toEqual({ measure: 'followers', audienceId: other });
  expect(kept('works')).toEqual({ measure: 'works', since: '2026-01' });
  expect(kept('milestones')).toEqual({
    measure: 'milestones',
    kind: 'credential',
    since: '2026-01',
  });
});

test('what recurs has no date and no first month, and followers never recur', () => {
  expect(draftOf({ ...count, every: 'month', by: 'whenever', since: '2026-01' })).toMatchObject({
    every: 'month',
    dueOn: null,
    since: null,
  });
  expect(
    draftOf({ id, measure: 'followers', target: '1', audience: other, every: 'year', by: '2027' }),
  ).toMatchObject({ every: null, dueOn: '2027-12-31' });
});

describe('targets as people write them', () => {
  test.each([
    [money, '¥50,000', 50_000n],
    [{ ...money, currency: 'usd' }, '1,234.50', 123_450n],
    [money, '999,999,999,999', 999_999_999_999n],
    [hours, '6:30', 390n],
    [hours, '1,000', 60_000n],
    [hours, '1万時間', 600_000n],
    [hours, '100000h', 6_000_000n],
    [count, '1.2万', 12_000n],
  ])('%#', (form, target, read) => expect(draftOf({ ...form, target }).target).toBe(read));
});

describe('dates as people write them', () => {
  test.each([
    ['2026-08-15', '2026-08-15'],
    ['2026-08', '2026-08-31'],
    ['2028年2月', '2028-02-29'],
    ['2027', '2027-12-31'],
    ['2199', '2199-12-31'],
    [' ', null],
  ])('%s', (by, day) => expect(draftOf({ ...count, by }).dueOn).toBe(day));
});

describe('refusals stand beside their field', () => {
  test.each([
    [{ ...money, target: '' }, { target: 'required' }],
    [{ ...money, target: '0' }, { target: 'goal-zero' }],
    [{ ...money, target: '-1' }, { target: 'amount-negative' }],
    [{ ...money, target: '1000000000000' }, { target: 'amount-too-large' }],
    [{ ...money, target: 'lots' }, { target: 'amount-unclear' }],
    [{ ...money, currency: '' }, { currency: 'currency-unknown' }],
    [{ ...hours, target: '0' }, { target: 'goal-zero' }],
    [{ ...hours, target: '100001' }, { target: 'goal-hours-too-many' }],
    [{ ...hours, target: '9'.repeat(40) }, { target: 'goal-hours-too-many' }],
    [{ ...hours, target: '¥5' }, { target: 'hours-unclear' }],
    [{ ...hours, skill: '' }, { skill: 'skill-missing' }],
    [{ ...hours, skill: undefined }, { skill: 'skill-missing' }],
    [{ id, measure: 'followers', target: '10' }, { audience: 'audience-missing' }],
    [{ ...count, target: '0' }, { target: 'goal-zero' }],
    [{ ...count, target: '1.5' }, { target: 'count-unclear' }],
    [{ ...count, target: '1000000000000' }, { target: 'count-too-large' }],
    [{ ...count, by: '2026-08-14' }, { by: 'date-in-past' }],
    [{ ...count, by: '2026-07' }, { by: 'date-in-past' }],
    [{ ...count, by: '2025' }, { by: 'date-in-past' }],
    [{ ...count, by: '2200' }, { by: 'date-too-late' }],
    [{ ...count, by: '9999-12-31' }, { by: 'date-too-late' }],
    [{ ...count, by: '9999' }, { by: 'date-too-late' }],
    [{ ...count, by: '9999年12月' }, { by: 'date-too-late' }],
    [{ ...count, by: 'soon' }, { by: 'not-a-date' }],
    [{ ...count, since: '2026' }, { since: 'not-a-month' }],
    [{ ...count, since: 'then' }, { since: 'not-a-date' }],
    [{ ...count, since: '1899-12' }, { since: 'date-too-early' }],
    [{ ...count, since: '2200-01' }, { since: 'date-too-late' }],
    [{ ...count, since: '2026-10', by: '2026-09' }, { since: 'since-after-by' }],
    [{ ...count, target: 'x'.repeat(1_001) }, { target: 'too-long' }],
  ])('%#', (form, expected) => expect(reasons(form)).toEqual(expected));

  test('an unknown, missing or foreign field is no typing error', () => {
    expect(Object.keys(reasons({ ...count, ownerId: 'x' }))).toEqual(['form']);
    expect(Object.keys(reasons({ ...count, measure: 'wealth' }))).toEqual(['measure']);
    expect(Object.keys(reasons({ ...money, stream: '1 OR 1=1' }))).toEqual(['stream']);
    expect(Object.keys(reasons({ ...count, every: 'day' }))).toEqual(['every']);
  });
});

describe('putting a date off', () => {
  const form = { id, version: '3', extendTo: '2026-12' };
  const refused = (extendTo: string) =>
    extendForm(today)
      .safeParse({ ...form, extendTo })
      .error?.issues.map(({ message }) => message);

  test('to the last day of a month', () => {
    expect(extendForm(today).parse(form)).toEqual({ id, version: 3, dueOn: '2026-12-31' });
  });

  test.each([
    ['', 'required'],
    ['2026-08-14', 'date-in-past'],
    ['later', 'not-a-date'],
  ])('%s', (typed, reason) => expect(refused(typed)).toEqual([reason]));
});
