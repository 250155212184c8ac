import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  type Month,
  monthsBetween,
  monthsUntil,
  parseDatedOn,
  today,
  writeDatedOn,
} from './calendar';

describe('today', () => {
  const instant = new Date('2026-02-28T15:30:00Z');
  test.each([
    ['Asia/Tokyo', '2026-03-01'],
    ['Asia/Kathmandu', '2026-02-28'],
    ['America/New_York', '2026-02-28'],
  ])('%s', (zone, day) => {
    expect(today(zone, instant)).toBe(day);
  });
});

describe('parseDatedOn', () => {
  test.each([
    ['2026-08-12', '2026-08-12', 'day'],
    ['2026/8/2', '2026-08-02', 'day'],
    ['2026年8月2日', '2026-08-02', 'day'],
    ['２０２６年８月', '2026-08-01', 'month'],
    ['2026-08', '2026-08-01', 'month'],
    ['2026', '2026-01-01', 'year'],
    ['2024-02-29', '2024-02-29', 'day'],
  ])('%s', (typed, day, precision) => {
    expect(parseDatedOn(typed)).toEqual({ day, precision });
  });

  test.each([
    '2026-02-29',
    '2026-13',
    '2026-00',
    '2026-04-31',
    '26',
    '12/08/2026',
    'yesterday',
    '',
  ])('refuses %s', (typed) => expect(parseDatedOn(typed)).toBeNull());

  test('the year 0 and 9999 are days, for the limits to refuse', () => {
    expect(parseDatedOn('0000-01-01')?.day).toBe('0000-01-01');
    expect(parseDatedOn('9999-12-31')?.day).toBe('9999-12-31');
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const typed = date.toISOString().slice(0, 10);
          const parsed = parseDatedOn(typed);
          expect(parsed && writeDatedOn(parsed)).toBe(typed);
        },
      ),
    );
  });
});

test('months add up', () => {
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(monthsUntil('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  fc.assert(
    fc.property(fc.integer({ min: -1_000, max: 1_000 }), (months) => {
      const from: Month = '2026-08';
      expect(monthsBetween(from, addMonths(from, months))).toBe(months);
    }),
  );
});
