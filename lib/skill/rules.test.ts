import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import { type Level, levelOf, parseLevels, writeLevels } from './rules';

const level = (hours: number, name: string): Level => ({ name, minutes: hours * 60 });

describe('levels as people list them', () => {
  test.each([
    ['10 はじめの一歩', [level(10, 'はじめの一歩')]],
    ['100h Ship it', [level(100, 'Ship it')]],
    ['100 hours Ship it', [level(100, 'Ship it')]],
    ['１００時間 一人前', [level(100, '一人前')]],
    ['100時間一人前', [level(100, '一人前')]],
    ['1,000　ＡＢＣ', [level(1000, 'ＡＢＣ')]],
    ['0.5 半人前', [level(0.5, '半人前')]],
    ['1:30 h', null],
    ['300 達人\r\n\n 20h Hello h ', [level(20, 'Hello h'), level(300, '達人')]],
    ['', []],
  ])('%j', (typed, levels) => {
    expect(parseLevels(typed)).toEqual(
      levels ? { ok: true, value: levels } : { ok: false, reason: 'levels-unclear' },
    );
  });

  test.each([
    ['一人前', 'levels-unclear'],
    ['100', 'levels-unclear'],
    ['100h', 'levels-unclear'],
    ['100Ship', 'levels-unclear'],
    ['-5 Less', 'levels-unclear'],
    ['0 Nothing', 'levels-unclear'],
    ['1e3 A lot', 'levels-unclear'],
    ['100 一人前\n１００時間 達人', 'levels-alike'],
    ['100001 Too high', 'level-too-high'],
    ['9999999999 Too high', 'levels-unclear'],
    [`10 ${'あ'.repeat(31)}`, 'level-name-long'],
    [`10 a${'\u0301'.repeat(500)}`, 'level-name-long'],
    [Array.from({ length: 11 }, (_, i) => `${i + 1} L`).join('\n'), 'too-many-levels'],
  ])('%j is refused', (typed, reason) => {
    expect(parseLevels(typed)).toEqual({ ok: false, reason });
  });

  test('the highest and the longest are taken', () => {
    expect(parseLevels(`100000 ${'👩‍💻'.repeat(limits.levelName)}`).ok).toBe(true);
  });

  test('what was written is read back', () => {
    const names = fc
      .stringMatching(/^[a-zA-Z0-9ぁ-ん時間h:.]{1,12}( [a-z時]{1,8})?$/)
      .filter((name) => name.trim() !== '');
    const levels = fc
      .uniqueArray(fc.record({ name: names, minutes: fc.integer({ min: 1, max: 6_000_000 }) }), {
        maxLength: limits.skillLevels,
        selector: ({ minutes }) => minutes,
      })
      .map((list) => list.sort((a, b) => a.minutes - b.minutes));
    fc.assert(
      fc.property(levels, fc.constantFrom('ja' as const, 'en' as const), (list, locale) => {
        expect(parseLevels(writeLevels(list, locale))).toEqual({ ok: true, value: list });
      }),
    );
  });
});

describe('where one stands', () => {
  const levels = [level(10, 'one'), level(100, 'two')];
  test('below, on and above the levels', () => {
    expect(levelOf(levels, 599)).toEqual({ current: null, next: levels[0], missing: 1 });
    expect(levelOf(levels, 600)).toEqual({ current: levels[0], next: levels[1], missing: 5400 });
    expect(levelOf(levels, 60_000)).toEqual({ current: levels[1], next: null, missing: 0 });
    expect(levelOf([], 60)).toEqual({ current: null, next: null, missing: 0 });
  });
});
