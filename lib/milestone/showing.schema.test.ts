import { describe, expect, test } from 'vitest';
import { grains } from '../record/disclosure.rules';
import { milestoneForm } from './schema';

const today = '2026-08-15';
const work = {
  id: '019a0000-0000-7000-8000-000000000000',
  kind: 'work',
  language: 'ja',
  title: 'アプリを公開',
  date: '2026-08-15',
  visibility: 'public',
};
const income = {
  ...work,
  kind: 'income',
  month: '2026-08',
  amount: '1',
  currency: 'JPY',
  stream: 'x',
};

const read = (form: object, zone = 'Asia/Tokyo') => milestoneForm(today, zone).parse(form);
function refused(form: object) {
  const { error } = milestoneForm(today, 'Asia/Tokyo').safeParse(form);
  return error?.issues.map(({ path, message }) => [path[0], message]);
}

describe('how its amount is shown', () => {
  test('by a grain of its own, or as the record says', () => {
    expect(read(income).draft.disclosure).toBeNull();
    expect(read({ ...income, disclosure: '' }).draft.disclosure).toBeNull();
    for (const disclosure of grains) {
      expect(read({ ...income, disclosure }).draft.disclosure).toBe(disclosure);
      // What has no amount shows none.
      expect(read({ ...work, disclosure }).draft.disclosure).toBeNull();
    }
  });

  test('by nothing else', () => {
    for (const disclosure of ['rounded', 'EXACT', ' exact']) {
      expect(refused({ ...income, disclosure })?.[0]?.[0]).toBe('disclosure');
    }
  });
});

describe('since when it is seen', () => {
  test('from the first moment of a day where the person is', () => {
    const since = (visibleFrom: string, zone?: string) =>
      read({ ...work, visibleFrom }, zone).draft.visibleFrom?.toISOString();
    expect(since('')).toBeUndefined();
    expect(since('  ')).toBeUndefined();
    expect(since('2026-09-01')).toBe('2026-08-31T15:00:00.000Z');
    expect(since('２０２６年９月１日')).toBe('2026-08-31T15:00:00.000Z');
    expect(since('2026-09-01', 'America/New_York')).toBe('2026-09-01T04:00:00.000Z');
    // A day long past is as good as none, and no mistake.
    expect(since('2020-01-01')).toBe('2019-12-31T15:00:00.000Z');
    expect(since('1900-01-02')).toMatch(/^1900-01-01/);
    expect(since('2199-12-31', 'Etc/GMT+12')).toBe('2199-12-31T12:00:00.000Z');
  });

  test.each(['2026-09', '2026', '2026-02-30', 'tomorrow', '2026-09-01T10:00'])(
    '%s is no day',
    (visibleFrom) =>
      expect(refused({ ...work, visibleFrom })).toEqual([['visibleFrom', 'not-a-day']]),
  );

  test.each(['0001-01-01', '1900-01-01', '2200-01-01', '9999-12-31'])(
    '%s is a day that the store would refuse, so the form does',
    (visibleFrom) => expect(refused({ ...work, visibleFrom })?.[0]?.[0]).toBe('visibleFrom'),
  );
});

test('the yes to a leak is what was sent; whether it is one is not for the schema to say', () => {
  expect(read(work).leakAccepted).toBe('');
  expect(read({ ...work, leakAccepted: 'x' }).leakAccepted).toBe('x');
  expect(refused({ ...work, leakAccepted: 'x'.repeat(101) })?.[0]?.[0]).toBe('leakAccepted');
});

test('the language it is written in is the one it is first written in', () => {
  expect(read({ ...work, language: 'en' }).draft.language).toBe('en');
  expect(read(work).draft.language).toBe('ja');
});
