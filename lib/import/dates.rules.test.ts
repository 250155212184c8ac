import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFromDay, dayFromDate } from '../calendar';
import { type DateTally, dateFormOf, foundDateForm, plainDate } from './dates.rules';
import { count } from './form.rules';

const today = '2026-11-30';

describe('dates as they stand in cells', () => {
  test.each([
    ['2026-11-30', '2026-11-30'],
    ['2026/11/30', '2026-11-30'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.30', '2026-11-30'],
    ['20261130', '2026-11-30'],
    ['2026年11月30日', '2026-11-30'],
    ['２０２６年１１月３０日', '2026-11-30'],
    ['2026-11', '2026-11'],
    ['2026年11月', '2026-11'],
    ['2026年', '2026'],
    ['2026', '2026'],
    ['令和8年11月30日', '2026-11-30'],
    ['令和８年１１月', '2026-11'],
    ['令和8年', '2026'],
    ['令和元年5月1日', '2019-05-01'],
    ['㋿8年11月30日', '2026-11-30'],
    ['R8.11.30', '2026-11-30'],
    ['R08/11/30', '2026-11-30'],
    ['r8-11', '2026-11'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['S64.1.7', '1989-01-07'],
    ['大正15年12月25日', '1926-12-25'],
    ['明治33年1月1日', '1900-01-01'],
    ['2026-11-30T09:15:00', '2026-11-30'],
    ['2026/11/30 9:15', '2026-11-30'],
    ['2026/11/30(月)', '2026-11-30'],
    ['2026年11月30日（月曜日） 9:15', '2026-11-30'],
    ['Nov 30, 2026', '2026-11-30'],
    ['30 November 2026', '2026-11-30'],
    ['may 5, 2026', '2026-05-05'],
    [' 2026-11-30 ', '2026-11-30'],
  ])('%j is %s', (cell, date) => {
    expect(plainDate(cell, null, today)).toBe(date);
  });

  test.each([
    ['11/30/2026', 'mdy', '2026-11-30'],
    ['30/11/2026', 'dmy', '2026-11-30'],
    ['30.11.2026', 'dmy', '2026-11-30'],
    ['5-1-2026', 'mdy', '2026-05-01'],
    ['5-1-2026', 'dmy', '2026-01-05'],
    ['11/30/2026 13:05', 'mdy', '2026-11-30'],
    ['30/11/2026', 'mdy', null],
    ['11/30/2026', 'dmy', null],
    ['29/2/2026', 'dmy', null],
    ['11/30-2026', 'mdy', null],
  ] as const)('%j with %s first is %s', (cell, form, date) => {
    expect(plainDate(cell, form, today)).toBe(date);
  });

  test.each([
    // The days that a spreadsheet counts from 1900 are not guessed.
    '46356',
    '46356.5',
    '11/30/2026',
    '30/11/2026',
    '26/11/30',
    '11/30',
    '2026-13-01',
    '2026-02-29',
    '令和0年1月1日',
    '令和8年13月1日',
    '平成32年1月1日',
    'R8',
    'X8.11.30',
    '2026-11-30T09:15:00Z',
    '昨日',
    'last month',
    'Nov 30',
    'Foo 30, 2026',
    '=TODAY()',
    '',
    '1'.repeat(100),
  ])('%j is none', (cell) => {
    expect(plainDate(cell, null, today)).toBeNull();
  });

  const day = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2026-11-30'), noInvalidDate: true })
    .map((date) => dayFromDate(date));

  test('a day is the same in every form', () => {
    fc.assert(
      fc.property(day, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const [m, d] = [String(Number(month)), String(Number(date))];
        const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
          era: 'long',
          year: 'numeric',
          month: 'numeric',
          day: 'numeric',
          timeZone: 'UTC',
        });
        const spelt = era.formatToParts(dateFromDay(day));
        const part = (type: string) => spelt.find((one) => one.type === type)?.value ?? '';
        for (const cell of [
          `${year}/${m}/${d}`,
          `${year}年${m}月${d}日`,
          `${year}${month}${date}`,
          `${part('era')}${part('year')}年${m}月${d}日`,
        ]) {
          expect(plainDate(cell, null, today), cell).toBe(day);
        }
        expect(plainDate(`${m}/${d}/${year}`, 'mdy', today)).toBe(day);
        expect(plainDate(`${d}.${m}.${year}`, 'dmy', today)).toBe(day);
      }),
    );
  });

  test('anything may stand in a cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        plainDate(cell, 'mdy', today);
        dateFormOf(cell);
      }),
    );
  });
});

describe('the form of dates', () => {
  test.each([
    ['11/30/2026', 'mdy'],
    ['30/11/2026', 'dmy'],
    ['30.11.2026 9:15', 'dmy'],
    ['5/1/2026', 'either'],
    // The same day in both.
    ['5/5/2026', null],
    ['30/30/2026', null],
    ['2026-11-30', null],
    ['', null],
  ])('%j: %s', (cell, form) => {
    expect(dateFormOf(cell)).toBe(form);
  });

  const found = (...cells: string[]) => {
    const tally: DateTally = new Map();
    for (const cell of cells) count(tally, dateFormOf(cell));
    return foundDateForm(tally);
  };

  test('is one for the whole file', () => {
    expect(found('2026-11-30')).toBe('none');
    expect(found('5/1/2026', '30/1/2026')).toBe('dmy');
    expect(found('5/1/2026', '1/30/2026')).toBe('mdy');
    expect(found('5/1/2026')).toBe('open');
    expect(found('30/1/2026', '1/30/2026')).toBe('mixed');
  });
});
