import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from './folded.rules';
import { foldKanji } from './kanji.rules';

test.each([
  ['ﾊﾞﾗ はな', 'バラ ハナ'],
  ['Ｔａｒō', 'taro'],
  ['a - _ b', 'a b'],
  ["a'b", "a'b"],
  ["a '-b", 'a b'],
  ['㈱', '(株)'],
  ['佐々木', '佐佐木'],
  ['髙橋邉﨑', '高橋辺崎'],
  ['霞ヶ関', '霞ケ関'],
  ['葛\u{e0100}', '葛'],
  ['й', 'й'],
  ['', ''],
])('%s folds to %s', (source, text) => expect(foldText(source).text).toBe(text));

test('a variant of a kanji stands for one other, which stands for itself', () => {
  for (const sign of '髙﨑嵜邊邉齋齊斎澤櫻國廣眞濱𠮷高崎辺斉') {
    expect(foldKanji(foldKanji(sign))).toBe(foldKanji(sign));
  }
  expect(new Set([...'齋齊斎斉'].map(foldKanji)).size).toBe(1);
});

test('every unit of folded text leads back to where it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const { text, starts, ends } = foldText(source);
      expect(starts).toHaveLength(text.length);
      expect(ends).toHaveLength(text.length);
      for (const [i, start] of starts.entries()) {
        expect(start).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        expect(ends[i]).toBeGreaterThan(start);
        expect(ends[i]).toBeLessThanOrEqual(source.length);
      }
    }),
  );
});
