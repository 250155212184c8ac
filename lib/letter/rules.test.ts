import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar';
import { dueLetters, type Facts, hasNews, isoWeek, standing } from './rules';

const weekly = { letter: 'weekly', remindsIncome: false } as const;
const monthly = { letter: 'monthly', remindsIncome: true } as const;
const occasions = (...args: Parameters<typeof dueLetters>) =>
  dueLetters(...args).map(({ occasion }) => occasion);

describe('the weekly letter', () => {
  test.each([
    // Monday is 23 November; in Tokyo 8:00 is 23:00 of Sunday in UTC.
    ['Asia/Tokyo', '2026-11-22T22:59:59Z', []],
    ['Asia/Tokyo', '2026-11-22T23:00:00Z', ['letter:2026-W48']],
    ['Asia/Tokyo', '2026-11-25T22:59:59Z', ['letter:2026-W48']],
    ['Asia/Tokyo', '2026-11-25T23:00:00Z', []],
    ['Asia/Kathmandu', '2026-11-23T02:14:59Z', []],
    ['Asia/Kathmandu', '2026-11-23T02:15:00Z', ['letter:2026-W48']],
    ['America/Los_Angeles', '2026-11-23T15:59:59Z', []],
    ['America/Los_Angeles', '2026-11-23T16:00:00Z', ['letter:2026-W48']],
    ['Pacific/Kiritimati', '2026-11-22T18:00:00Z', ['letter:2026-W48']],
  ])('in %s at %s: %j', (zone, now, expected) => {
    expect(occasions(weekly, zone, new Date(now))).toEqual(expected);
  });

  test.each([
    // New York moves its clocks on Sunday 8 March and Sunday 1 November 2026.
    ['2026-03-09T11:59:59Z', []],
    ['2026-03-09T12:00:00Z', ['letter:2026-W11']],
    ['2026-03-12T11:59:59Z', ['letter:2026-W11']],
    ['2026-03-12T12:00:00Z', []],
    ['2026-11-02T12:59:59Z', []],
    ['2026-11-02T13:00:00Z', ['letter:2026-W45']],
  ])('goes by the wall clock where it is moved: %s', (now, expected) => {
    expect(occasions(weekly, 'America/New_York', new Date(now))).toEqual(expected);
  });

  test('tells of the week that is over, and of the one before it', () => {
    expect(dueLetters(weekly, 'Asia/Tokyo', new Date('2026-11-24T12:00:00Z'))).toEqual([
      {
        kind: 'weekly',
        occasion: 'letter:2026-W48',
        span: { from: '2026-11-16', to: '2026-11-22' },
        before: { from: '2026-11-09', to: '2026-11-15' },
      },
    ]);
  });
});

describe('the monthly letter and the reminder', () => {
  test.each([
    ['2026-10-31T22:59:59Z', []],
    ['2026-10-31T23:00:00Z', ['letter:2026-11', 'reminder:2026-11']],
    ['2026-11-03T22:59:59Z', ['letter:2026-11', 'reminder:2026-11']],
    ['2026-11-03T23:00:00Z', []],
    // On Mondays too, there is but one.
    ['2026-11-22T23:00:00Z', []],
  ])('at %s: %j', (now, expected) => {
    expect(occasions(monthly, 'Asia/Tokyo', new Date(now))).toEqual(expected);
  });

  test('tell of the month that is over, across a year and a February', () => {
    const [january] = dueLetters(monthly, 'UTC', new Date('2027-01-01T09:00:00Z'));
    expect(january).toMatchObject({
      occasion: 'letter:2027-01',
      span: { from: '2026-12-01', to: '2026-12-31' },
      before: { from: '2026-11-01', to: '2026-11-30' },
    });
    const [april] = dueLetters(monthly, 'UTC', new Date('2028-04-01T09:00:00Z'));
    expect(april?.before).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});

test('who chose none gets none', () => {
  const none = { letter: 'off', remindsIncome: false } as const;
  // A Monday and the first.
  expect(dueLetters(none, 'UTC', new Date('2027-02-01T09:00:00Z'))).toEqual([]);
});

test('every hour of a year finds each letter due for three days and no two at a time', () => {
  const seen = new Map<string, number>();
  const start = Date.parse('2026-01-02T00:00:00Z');
  for (let hour = 0; hour < 364 * 24; hour += 1) {
    const due = dueLetters(weekly, 'Europe/Berlin', new Date(start + hour * 3_600_000));
    expect(due.length).toBeLessThanOrEqual(1);
    for (const { occasion } of due) seen.set(occasion, (seen.get(occasion) ?? 0) + 1);
  }
  expect(seen.size).toBe(52);
  expect([...seen.values()].every((hours) => hours === 72)).toBe(true);
});

test.each([
  ['2026-11-23', '2026-W48'],
  ['2025-12-29', '2026-W01'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-04', '2027-W01'],
])('the week from %s is %s', (monday, week) => {
  expect(isoWeek(monday as Day)).toBe(week);
});

const nothing: Facts = {
  logged: 0,
  titles: [],
  income: [{ currency: 'JPY', total: 0n, before: 300_000n }],
  building: 0,
  networking: 0,
  visits: 0,
  inquiries: 0,
  climb: { currency: 'JPY', reached: 10_000n, next: null },
};

test('where one stands is no news; anything that happened is', () => {
  expect(hasNews(nothing)).toBe(false);
  for (const key of ['logged', 'building', 'networking', 'visits', 'inquiries'] as const) {
    expect(hasNews({ ...nothing, [key]: 1 })).toBe(true);
  }
  expect(hasNews({ ...nothing, income: [{ currency: 'JPY', total: 1n, before: 0n }] })).toBe(true);
});

test('one stands in the currency that came in last', () => {
  const now = new Date('2026-11-25T03:00:00Z');
  const totals = [
    { currency: 'JPY', month: '2026-09', total: 35_000n },
    { currency: 'USD', month: '2026-11', total: 12_000n },
    { currency: 'JPY', month: '2026-12', total: 900_000n },
  ] as const;
  expect(standing(totals, [], 'UTC', now)).toEqual({
    currency: 'USD',
    reached: 10_000n,
    next: { rung: 30_000n, missing: 18_000n },
  });
  const own = [{ currency: 'USD', rungs: [13_000n] }] as const;
  expect(standing(totals, own, 'UTC', now)?.next).toEqual({ rung: 13_000n, missing: 1_000n });
  expect(standing([], [], 'UTC', now)).toBeNull();
});
