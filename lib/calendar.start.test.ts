import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, dateFromDay, dayFromDate, startOfDay, today } from './calendar';

test.each<[Day, string, string]>([
  ['2026-08-12', 'Asia/Tokyo', '2026-08-11T15:00:00.000Z'],
  ['2026-01-01', 'Asia/Tokyo', '2025-12-31T15:00:00.000Z'],
  ['2026-08-12', 'UTC', '2026-08-12T00:00:00.000Z'],
  ['2026-08-12', 'Asia/Kolkata', '2026-08-11T18:30:00.000Z'],
  ['2026-08-12', 'Asia/Kathmandu', '2026-08-11T18:15:00.000Z'],
  ['2026-08-12', 'America/St_Johns', '2026-08-12T02:30:00.000Z'],
  ['2026-01-12', 'America/St_Johns', '2026-01-12T03:30:00.000Z'],
  // The furthest ahead and the furthest behind.
  ['2026-08-12', 'Pacific/Kiritimati', '2026-08-11T10:00:00.000Z'],
  ['2026-08-12', 'Etc/GMT+12', '2026-08-12T12:00:00.000Z'],
  ['2026-01-12', 'Pacific/Chatham', '2026-01-11T10:15:00.000Z'],
  // The clock changes later that day.
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
  ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
  ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z'],
  ['2026-04-06', 'Australia/Lord_Howe', '2026-04-05T13:30:00.000Z'],
  // Midnight is left out: the day begins at one.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['2018-11-05', 'America/Sao_Paulo', '2018-11-05T02:00:00.000Z'],
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
  // Leap years, and the ends of what may be written.
  ['2024-02-29', 'Asia/Tokyo', '2024-02-28T15:00:00.000Z'],
  ['2199-12-31', 'Pacific/Kiritimati', '2199-12-30T10:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone).toISOString()).toBe(instant);
});

test('where midnight comes twice, the day begins the first time', () => {
  // Havana: at one in the night of 1 November 2026 it is midnight again.
  const start = startOfDay('2026-11-01', 'America/Havana');
  expect(start.toISOString()).toBe('2026-11-01T04:00:00.000Z');
});

test('the first instant of its day, and the last one before is the day before', () => {
  const zone = fc.constantFrom(
    'Asia/Tokyo',
    'Asia/Kathmandu',
    'America/New_York',
    'America/Santiago',
    'America/Havana',
    'Australia/Lord_Howe',
    'Europe/London',
    'Pacific/Kiritimati',
    'Etc/GMT+12',
  );
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2199-12-30'), noInvalidDate: true })
    .map(dayFromDate);
  fc.assert(
    fc.property(zone, day, (where, one) => {
      const start = startOfDay(one, where);
      expect(today(where, start)).toBe(one);
      const before = new Date(start.getTime() - 1);
      expect(today(where, before)).toBe(dayFromDate(new Date(dateFromDay(one).getTime() - 1)));
    }),
    { numRuns: 300 },
  );
});

test('a day that never was begins with the next that was', () => {
  expect(startOfDay('2011-12-30', 'Pacific/Apia').toISOString()).toBe('2011-12-30T10:00:00.000Z');
});
