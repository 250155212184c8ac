import { describe, expect, test } from 'vitest';
import { findNames, nameKey } from './rules';

/** What stands at each hit of `names` in `text`. */
const found = (text: string, ...names: string[]) =>
  findNames(text, names).map(({ start, end }) => text.slice(start, end));

describe('a name is found', () => {
  test.each([
    // Width, case, kana.
    ['はな', 'ﾊﾅです', 'ﾊﾅ'],
    ['ばんば', 'ﾊﾞﾝﾊﾞさん', 'ﾊﾞﾝﾊﾞ'],
    ['がもう', 'か\u3099もう', 'か\u3099もう'],
    ['Hana', '私はＨａｎａです', 'Ｈａｎａ'],
    ['José', 'JOSE', 'JOSE'],
    ['Jose', 'by Jose\u0301.', 'Jose\u0301'],
    ['Straße', 'STRASSE', 'STRASSE'],
    // Between its parts.
    ['佐藤 花', '佐藤花と', '佐藤花'],
    ['佐藤花', '佐藤・花と', '佐藤・花'],
    ['佐藤　花', '花 佐藤', '花 佐藤'],
    ['Taro Yamada', '@taro-yamada', 'taro-yamada'],
    ['Taro Yamada', 'taroyamada', 'taroyamada'],
    ['Taro Yamada', 'Yamada,\u00a0Taro', 'Yamada,\u00a0Taro'],
    ['Taro Yamada', 'https://x.example/yamada_taro', 'yamada_taro'],
    ['やまだ たろう', 'yamadataro.example.com', 'yamadataro'],
    ["O'Brien", 'Pat O’Brien', 'O’Brien'],
    ['ジャン＝リュック', 'ジャン・リュック', 'ジャン・リュック'],
    // Kana and Latin letters.
    ['やまだたろう', 'Taro Yamada or Yamada Tarō', 'Yamada Tarō'],
    ['yamadataro', 'Yamada Taro', 'Yamada Taro'],
    ['やまだ たろう', 'I am Tarō Yamada', 'Tarō Yamada'],
    ['Taro Yamada', 'やまだたろうです', 'やまだたろう'],
    ['Ito', 'いとうさん', 'いとう'],
    ['いとう', 'Mr. Itoh', 'Itoh'],
    ['おおの', 'ohno', 'ohno'],
    ['おおの', 'Oono', 'Oono'],
    ['おおの', 'Ōno', 'Ōno'],
    ['Ohno', 'オオノ', 'オオノ'],
    ['さとう', 'サトー', 'サトー'],
    ['さとう', 'satou', 'satou'],
    ['Sato', '佐藤（さとう）', 'さとう'],
    ['ほんま', 'homma', 'homma'],
    ['Homma', 'ホンマ', 'ホンマ'],
    ['しんいち', "Shin'ichi", "Shin'ichi"],
    ['しんいち', 'sinniti sin-iti', 'sin-iti'],
    ['Kenichi', 'けんいち', 'けんいち'],
    ['つち', 'tuti', 'tuti'],
    ['ふじ', 'huzi', 'huzi'],
    ['ちづる', 'Chiduru', 'Chiduru'],
    ['Jyunko', 'じゅんこ', 'じゅんこ'],
    ['はっとり', 'HATTORI', 'HATTORI'],
    ['Hattori', 'ﾊｯﾄﾘ', 'ﾊｯﾄﾘ'],
    ['まっちゃ', 'maccha', 'maccha'],
    ['Inoue', 'いのうえ', 'いのうえ'],
    ['うちだ', 'hirokouchida', 'uchida'],
    ['さとう', 'scottsato', 'sato'],
    ['マリー', 'Marie', 'Mari'],
    // Kanji.
    ['高橋', '髙橋', '髙橋'],
    ['山﨑', '山崎さん', '山崎'],
    ['渡辺', '渡邉と渡邊', '渡邉'],
    ['斎藤', '齋藤', '齋藤'],
    ['吉野家', '𠮷野家', '𠮷野家'],
    ['葛城', '葛\u{e0100}城', '葛\u{e0100}城'],
    ['佐佐木', '佐々木', '佐々木'],
    ['霞ヶ関', '霞が関、霞ケ関', '霞ケ関'],
    ['佐藤はな', '佐藤Hana', '佐藤Hana'],
    ['김철수', '\u1100\u1175\u11b7철수', '\u1100\u1175\u11b7철수'],
  ])('%s in %s', (name, text, slice) => {
    expect(found(text, name)[0]).toBe(slice);
  });
});

describe('a name is not found', () => {
  test.each([
    ['Ito', 'favorites, ditto, mitosis'],
    ['いとう', 'favorito, titoh'],
    ['Ito', 'ひいとい'],
    ['けん', 'kennel, taken'],
    ['よう', 'you and yo'],
    ['おの', 'ohno'],
    ['さと', 'was atoms'],
    ['Sato', 's a t o'],
    ['さとう', 'さと'],
    ['花', '花火と花'],
    ['・', '・・'],
    ['', 'anything'],
    ['Smith', 'スミス'],
    ['佐藤', 'Sato さとう'],
  ])('%s in %s', (name, text) => expect(found(text, name)).toEqual([]));
});

describe('offsets', () => {
  test.each([
    ['山田', 'a㈱山田㈱', '山田'],
    ['株', '㈱', undefined],
    ['株山', '㈱山', undefined],
    ['(株)山田', '🎉㈱山田', '㈱山田'],
    ['finn', '🎉ﬁnn!', 'ﬁnn'],
    ['バンビ', '👨‍👩‍👧ﾊﾞﾝﾋﾞ', 'ﾊﾞﾝﾋﾞ'],
    ['hana', 'ha\u200bna', 'ha\u200bna'],
    ['hana', '𝐡𝐚𝐧𝐚.', '𝐡𝐚𝐧𝐚'],
    ['花子', '\u0301\u0302花\n子', '花\n子'],
  ])('%s in %s', (name, text, slice) => expect(found(text, name)[0]).toBe(slice));

  test('of two that begin together the longer is told, and none overlap', () => {
    expect(findNames('Yamada Taro, Taro', ['Taro', 'Yamada', 'Taro Yamada'])).toEqual([
      { name: 'Taro Yamada', start: 0, end: 11 },
      { name: 'Taro', start: 13, end: 17 },
    ]);
  });
});

describe('nameKey', () => {
  test.each([
    ['佐藤　花', '佐藤・花'],
    ['Ｈａｎａ', 'hana'],
    ['ﾊﾅ', 'はな'],
    ['髙橋', '高橋'],
    [' Taro  Yamada ', 'taro-yamada'],
  ])('%s and %s are one', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test('parts stay apart, for only a name in parts is found the other way round', () => {
    expect(nameKey('佐藤 花')).not.toBe(nameKey('佐藤花'));
  });

  test('is never empty and never too long for the store', () => {
    expect(nameKey('・')).toBe('・');
    expect([...nameKey('ﷺ'.repeat(480))].length).toBeLessThanOrEqual(1_000);
  });
});
