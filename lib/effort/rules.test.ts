import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { elapsedMinutes, isForgotten, minutesOfTimer, readSubject, writeSubject } from './rules';

const id = '01990000-0000-7000-8000-000000000000';
const start = new Date('2026-08-15T03:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

describe('a subject as one value', () => {
  test.each(['stream', 'skill'] as const)('%s comes back', (kind) => {
    const ids = readSubject(writeSubject({ kind, id }));
    expect(ids).toEqual({ streamId: null, skillId: null, [`${kind}Id`]: id });
  });

  test('nothing is a subject too, nonsense is none', () => {
    expect(readSubject(writeSubject(null))).toEqual({ streamId: null, skillId: null });
    for (const text of [id, 'goal:1', `stream:${id}x`, `stream:${id} skill:${id}`, 'skill:']) {
      expect(readSubject(text), text).toBeNull();
    }
  });
});

describe('what a timer leaves', () => {
  test.each([
    [-30, 1],
    [0, 1],
    [29, 1],
    [89, 1],
    [90, 2],
    [3_600, 60],
    [12 * 3_600 + 29, 720],
  ])('%i seconds are %i minutes', (seconds, minutes) => {
    expect(elapsedMinutes(start, at(seconds))).toBe(minutes);
  });

  test('a summer time change makes no hour: instants are subtracted, not clocks', () => {
    const before = new Date('2026-03-08T01:30:00-05:00');
    expect(elapsedMinutes(before, new Date('2026-03-08T03:30:00-04:00'))).toBe(60);
  });

  test('one left on for a week is asked about, twelve hours are not', () => {
    expect(minutesOfTimer(limits.timerMinutes, null)).toEqual({ ok: true, value: 720 });
    const week = elapsedMinutes(start, at(7 * 86_400));
    expect(isForgotten(week)).toBe(true);
    expect(minutesOfTimer(week, null)).toEqual({ ok: false, reason: 'timer-too-long' });
    expect(minutesOfTimer(week, 95)).toEqual({ ok: true, value: 95 });
  });

  test('it never leaves more than the clock ran, and what was typed as typed', () => {
    const minutes = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(minutes, fc.option(minutes), (elapsed, typed) => {
        const left = minutesOfTimer(elapsed, typed);
        if (typed !== null) expect(left.ok).toBe(typed <= elapsed);
        else expect(left.ok).toBe(elapsed <= limits.timerMinutes);
        if (left.ok) expect(left.value).toBe(typed ?? elapsed);
      }),
    );
  });
});
