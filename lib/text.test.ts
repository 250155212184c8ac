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
