import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dateFromDay,
  dayFromDate,
  firstOf,
  type Month,
  monthOf,
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
    '1900-02-29',
    '2100-02-29',
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

describe('a day turns at midnight where the person is', () => {
  // The last instant of a day, and the day that begins a millisecond later.
  test.each([
    ['Asia/Tokyo', '2026-01-31T14:59:59.999Z', '2026-01-31', '2026-02-01'],
    ['Asia/Tokyo', '2026-12-31T14:59:59.999Z', '2026-12-31', '2027-01-01'],
    ['Asia/Kathmandu', '2026-01-31T18:14:59.999Z', '2026-01-31', '2026-02-01'],
    ['America/New_York', '2026-02-01T04:59:59.999Z', '2026-01-31', '2026-02-01'],
    ['America/New_York', '2026-04-01T03:59:59.999Z', '2026-03-31', '2026-04-01'],
  ])('%s at the end of a month: %s', (zone, instant, before, after) => {
    const last = new Date(instant);
    expect(today(zone, last)).toBe(before);
    expect(today(zone, new Date(last.getTime() + 1))).toBe(after);
  });

  test.each([
    ['2024-02-28T14:59:59.999Z', '2024-02-28', '2024-02-29'],
    ['2024-02-29T14:59:59.999Z', '2024-02-29', '2024-03-01'],
    ['2026-02-28T14:59:59.999Z', '2026-02-28', '2026-03-01'],
    ['2000-02-28T14:59:59.999Z', '2000-02-28', '2000-02-29'],
    ['2100-02-28T14:59:59.999Z', '2100-02-28', '2100-03-01'],
  ])('29 February: %s', (instant, before, after) => {
    const last = new Date(instant);
    expect(today('Asia/Tokyo', last)).toBe(before);
    expect(today('Asia/Tokyo', new Date(last.getTime() + 1))).toBe(after);
  });

  test.each([
    // The clock jumps over midnight itself, from 23:59:59 to 01:00.
    ['America/Santiago', '2026-09-06T03:59:59.999Z', '2026-09-05', '2026-09-06'],
    ['Africa/Cairo', '2026-04-23T21:59:59.999Z', '2026-04-23', '2026-04-24'],
    // A day that never was: Samoa went over the date line.
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29', '2011-12-31'],
  ])('where midnight is left out: %s', (zone, instant, before, after) => {
    const last = new Date(instant);
    expect(today(zone, last)).toBe(before);
    expect(today(zone, new Date(last.getTime() + 1))).toBe(after);
  });

  test('an hour left out or doubled at night moves no day', () => {
    for (const [from, to] of [
      ['2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
      ['2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
    ] as const) {
      const day = from.slice(0, 10);
      for (let at = new Date(from).getTime(); at < new Date(to).getTime(); at += 900_000) {
        expect(today('America/New_York', new Date(at))).toBe(day);
      }
      expect(today('America/New_York', new Date(to))).toBe(day);
      expect(today('America/New_York', new Date(new Date(to).getTime() + 1))).not.toBe(day);
    }
  });

  test('no later instant falls on an earlier day, and none is off by more than a day', () => {
    const zone = fc.constantFrom(
      'Asia/Tokyo',
      'Asia/Kathmandu',
      'America/New_York',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
    );
    const instant = fc.date({
      min: new Date('1970-01-02'),
      max: new Date('2199-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zone, instant, fc.nat(2 * 86_400_000), (where, now, more) => {
        const day = today(where, now);
        expect(today(where, new Date(now.getTime() + more)) >= day).toBe(true);
        const utc = dayFromDate(now);
        const apart = (dateFromDay(day).getTime() - dateFromDay(utc).getTime()) / 86_400_000;
        expect(Math.abs(apart)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('months', () => {
  test('add up over the turn of a year', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(monthsUntil('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  });

  const month = fc
    .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, one]) => `${year}-${String(one).padStart(2, '0')}` as Month);
  const count = fc.integer({ min: -1_200, max: 1_200 });

  test('adding and counting undo each other, and steps add up', () => {
    fc.assert(
      fc.property(month, month, count, count, (from, to, some, more) => {
        expect(monthsBetween(from, addMonths(from, some))).toBe(some);
        expect(addMonths(from, monthsBetween(from, to))).toBe(to);
        expect(addMonths(addMonths(from, some), more)).toBe(addMonths(from, some + more));
        expect(Math.sign(monthsBetween(from, to))).toBe(from < to ? 1 : from > to ? -1 : 0);
      }),
    );
  });

  test('the last so many are in a row and end with the last', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 60 }), (last, many) => {
        const row = monthsUntil(last, many);
        expect([row.length, row.at(-1)]).toEqual([many, last]);
        for (const [i, one] of row.entries()) {
          if (i > 0) expect(monthsBetween(row[i - 1] ?? one, one)).toBe(1);
          expect(monthOf(firstOf(one))).toBe(one);
        }
      }),
    );
  });
});
