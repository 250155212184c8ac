import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestTime } from './timing.rules';

const at = (instant: string) => new Date(instant);
const suggest = (
  zone: string,
  now: string,
  held: { visibleFrom?: string; lastSent?: string } = {},
) => {
  const { at: time, why } = suggestTime({
    zone,
    now: at(now),
    visibleFrom: held.visibleFrom ? at(held.visibleFrom) : null,
    lastSent: held.lastSent ? at(held.lastSent) : null,
  });
  return [time.toISOString().replace('.000Z', 'Z'), why];
};

describe('by day nothing holds it back', () => {
  test.each([
    ['Asia/Tokyo', '2026-08-12T00:00:00+09:00', '2026-08-12T11:00:00Z', 'evening'],
    ['Asia/Tokyo', '2026-08-12T07:59:59+09:00', '2026-08-12T11:00:00Z', 'evening'],
    ['Asia/Tokyo', '2026-08-12T08:00:00+09:00', '2026-08-11T23:00:00Z', 'now'],
    ['Asia/Tokyo', '2026-08-12T20:59:59+09:00', '2026-08-12T11:59:59Z', 'now'],
    ['Asia/Tokyo', '2026-08-12T21:00:00+09:00', '2026-08-13T11:00:00Z', 'evening'],
    ['Asia/Tokyo', '2026-12-31T23:00:00+09:00', '2027-01-01T11:00:00Z', 'evening'],
    ['Asia/Kolkata', '2026-08-12T06:00:00+05:30', '2026-08-12T14:30:00Z', 'evening'],
    // The clocks go forward, and back, before that evening.
    ['America/New_York', '2026-03-08T01:30:00-05:00', '2026-03-09T00:00:00Z', 'evening'],
    ['America/New_York', '2026-11-01T01:30:00-04:00', '2026-11-02T01:00:00Z', 'evening'],
    ['Europe/London', '2026-03-28T22:00:00Z', '2026-03-29T19:00:00Z', 'evening'],
    ['Europe/London', '2026-10-24T22:30:00+01:00', '2026-10-25T20:00:00Z', 'evening'],
    ['Australia/Lord_Howe', '2026-04-05T00:30:00+11:00', '2026-04-05T09:30:00Z', 'evening'],
    ['Pacific/Kiritimati', '2026-08-12T22:00:00+14:00', '2026-08-13T06:00:00Z', 'evening'],
  ])('%s %s', (zone, now, time, why) => expect(suggest(zone, now)).toEqual([time, why]));
});

describe('held back', () => {
  const noon = '2026-08-12T12:00:00+09:00';
  test.each([
    [{ lastSent: '2026-08-12T10:00:00+09:00' }, '2026-08-13T11:00:00Z', 'spaced'],
    [{ lastSent: '2026-08-11T20:00:00+09:00' }, '2026-08-12T07:00:00Z', 'spaced'],
    [{ lastSent: '2026-08-11T16:00:00+09:00' }, '2026-08-12T03:00:00Z', 'now'],
    [{ visibleFrom: '2026-08-20T09:30:00+09:00' }, '2026-08-20T00:30:00Z', 'when-visible'],
    [{ visibleFrom: '2026-08-20T00:00:00+09:00' }, '2026-08-20T11:00:00Z', 'when-visible'],
    [{ visibleFrom: '2026-08-01T00:00:00+09:00' }, '2026-08-12T03:00:00Z', 'now'],
    [
      { visibleFrom: '2026-08-12T15:00:00+09:00', lastSent: '2026-08-11T20:00:00+09:00' },
      '2026-08-12T07:00:00Z',
      'spaced',
    ],
    [
      { visibleFrom: '2026-08-12T17:00:00+09:00', lastSent: '2026-08-11T20:00:00+09:00' },
      '2026-08-12T08:00:00Z',
      'when-visible',
    ],
  ])('%j', (held, time, why) => expect(suggest('Asia/Tokyo', noon, held)).toEqual([time, why]));
});

test('it is always by day there, and not a day later than it could be', () => {
  const instant = fc.date({
    min: at('2024-01-01T00:00:00Z'),
    max: at('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const zone = fc.constantFrom(
    'Asia/Tokyo',
    'America/New_York',
    'Europe/London',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Apia',
    'UTC',
  );
  const maybe = fc.option(instant);
  fc.assert(
    fc.property(instant, zone, maybe, maybe, (now, one, visibleFrom, lastSent) => {
      const { at: time } = suggestTime({ now, zone: one, visibleFrom, lastSent });
      const hours = new Intl.DateTimeFormat('en', {
        hour: 'numeric',
        hourCycle: 'h23',
        timeZone: one,
      });
      expect(Number(hours.format(time))).toBeGreaterThanOrEqual(8);
      expect(Number(hours.format(time))).toBeLessThan(21);
      const possible = Math.max(
        now.getTime(),
        visibleFrom?.getTime() ?? 0,
        lastSent ? lastSent.getTime() + 20 * 3_600_000 : 0,
      );
      expect(time.getTime()).toBeGreaterThanOrEqual(possible);
      expect(time.getTime() - possible).toBeLessThan(24 * 3_600_000);
    }),
  );
});
