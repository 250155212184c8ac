import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanBlock, cleanLine, fold, graphemeCount, truncate } from './text';

describe('cleanLine', () => {
  test.each([
    ['  two   words ', 'two words'],
    ['a\u202Ecba', 'acba'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['bell\u0007', 'bell'],
    ['か\u3099', 'が'],
    ['lone\uD800', 'lone\uFFFD'],
    ['line\nbreak', 'line break'],
    ['join\u200Der', 'joiner'],
  ])('%j', (typed, cleaned) => expect(cleanLine(typed)).toBe(cleaned));

  test('keeps emoji, flags and rare kanji', () => {
    for (const text of ['👨‍👩‍👧', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '𠮷野家', '葛󠄀城', '❤️']) expect(cleanLine(text)).toBe(text);
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(cleanLine(cleanLine(typed))).toBe(cleanLine(typed));
        expect(cleanBlock(cleanBlock(typed))).toBe(cleanBlock(typed));
      }),
    );
  });
});

test('cleanBlock keeps paragraphs', () => {
  expect(cleanBlock('one \r\n\r\n\r\n\r\ntwo\u2028three')).toBe('one\n\ntwo\nthree');
});

test('graphemes are what a reader counts', () => {
  expect(graphemeCount('👨‍👩‍👧が𠮷')).toBe(3);
  expect(graphemeCount('a'.repeat(1_000_000), 120)).toBe(121);
  expect(truncate('あいうえお', 3)).toBe('あい…');
  expect(truncate('あいう', 3)).toBe('あいう');
});

test('search folds width, case and kana', () => {
  expect(fold('ｱﾌﾟﾘ  Ｔｙｐｅ')).toBe(fold('アプリ type'));
  expect(fold('あぷり')).toBe('アプリ');
});

test('graphemes are the same however long the text around them', () => {
  const family = '👨‍👩‍👧';
  const flags = '🇯🇵'.repeat(3_000);
  expect(graphemeCount(flags)).toBe(3_000);
  expect(graphemeCount(`a${flags}`)).toBe(3_001);
  expect(graphemeCount(family.repeat(2_000))).toBe(2_000);
  expect(graphemeCount(`a${'\u0301'.repeat(2_046)}b`)).toBe(2);
  expect(truncate(family.repeat(2_000), 1_999)).toBe(`${family.repeat(1_998)}…`);
  expect(graphemeCount('')).toBe(0);
});

test('marks piled up by the thousand are cut, and cost little', () => {
  const piled = `e${'\u0300\u0316'.repeat(50_000)}`;
  const hidden = `e${`${'\u0300\u0316'.repeat(15)}\u200b`.repeat(3_000)}`;
  const halfWidth = 'ﾞ\u0316'.repeat(50_000);
  const start = performance.now();
  for (const text of [piled, hidden, halfWidth]) {
    expect([...cleanLine(text)].length).toBeLessThan(1_100);
    expect([...fold(cleanBlock(text))].length).toBeLessThan(1_100);
  }
  graphemeCount('あ'.repeat(100_000), 5_000);
  expect(performance.now() - start).toBeLessThan(1_000);
});
