import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHours, parseTags, titleOf, writeHours } from './rules';

describe('parseHours', () => {
  test.each([
    ['6', 360],
    ['6.5', 390],
    ['0.25', 15],
    ['6:30', 390],
    ['6h', 360],
    ['6h 30m', 390],
    ['90m', 90],
    ['6時間', 360],
    ['６時間３０分', 390],
    ['45分', 45],
  ])('%s', (typed, minutes) => expect(parseHours(typed)).toBe(minutes));

  test.each(['', 'six', '-1', '6:75', '1e3', '6,5'])('refuses %s', (typed) =>
    expect(parseHours(typed)).toBeNull(),
  );

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000 }), (minutes) => {
        expect(parseHours(writeHours(minutes))).toBe(minutes);
      }),
    );
  });
});

test('tags part at any comma, once each', () => {
  expect(parseTags('#React、副業, ＃React,, ')).toEqual(['React', '副業']);
});

test('an income without a title goes by its stream', () => {
  const stream = { id: '1', name: { ja: 'ブログ', en: null } };
  expect(titleOf({ title: { ja: null, en: null }, stream }, 'en')).toBe('ブログ');
  expect(titleOf({ title: { ja: '初収入', en: 'First' }, stream }, 'en')).toBe('First');
});
