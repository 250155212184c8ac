import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHiragana, toRomaji } from 'wanakana';
import { foldText } from './folded.rules';
import { patternOf } from './pattern.rules';
import { findNames, nameKey } from './rules';

/** What stands at each hit of `names` in `text`. */
const found = (text: string, ...names: string[]) =>
  findNames(text, names).map(({ start, end }) => text.slice(start, end));

test('a pattern finds its own name', () => {
  for (const name of ['佐藤 花', 'Taro Yamada', "O'Brien", 'ーっゃ', '(a|b)*', '[x', '𠮟る']) {
    const { text } = foldText(name);
    expect(text.match(patternOf(text))?.[0]).toBe(text);
  }
});

const mora = fc.constantFrom(
  ...'かきくけこがぎさしすせそじたちつてとだなにぬねのはひふへほばびまみむめもやゆよらりるれろわ'.split(
    '',
  ),
  ...['おう', 'きょう', 'しゅん', 'ちゃ', 'っと', 'っち', 'ん', 'りょう', 'ゆう', 'じゅ'],
);
const kanaName = fc
  .tuple(
    fc.constantFrom('さ', 'た', 'や', 'こ', 'む'),
    fc.array(mora, { minLength: 2, maxLength: 6 }),
  )
  .map(([first, rest]) => first + rest.join(''))
  // こおうん may be written Kon: too short to be looked for within other words.
  .filter((name) => toRomaji(name).replace(/([aeiou])[aeiou]+/g, '$1').length > 3);
const surroundings = fc
  .array(
    fc.constantFrom(
      'わたしは',
      'hello',
      ' ',
      '。',
      '㈱',
      '👨‍👩‍👧',
      'ﾊﾞ',
      '𠮷',
      'n',
      't',
      'o',
      '\n',
      'é',
      '1',
      "'",
    ),
  )
  .map((parts) => parts.join(''));

/** Ways to write a kana name; an independent library spells it in Latin letters. */
const writings: Record<string, (name: string) => string> = {
  hiragana: (name) => toHiragana(name),
  katakana: (name) => name.replace(/[ぁ-ん]/g, (k) => String.fromCharCode(k.charCodeAt(0) + 0x60)),
  hepburn: (name) => toRomaji(name),
  capitals: (name) => toRomaji(name).toUpperCase(),
  passport: (name) =>
    toRomaji(name)
      .replace(/o[uo]/g, 'o')
      .replace(/uu/g, 'u')
      .replace(/n(?=[bpm])/g, 'm')
      .replaceAll("'", ''),
  kunrei: (name) =>
    toRomaji(name)
      .replace(/tch/g, 'tty')
      .replace(/sh/g, 'sy')
      .replace(/ch/g, 'ty')
      .replace(/ts/g, 't')
      .replace(/j/g, 'zy')
      .replace(/f/g, 'h')
      .replace(/yi/g, 'i'),
  wide: (name) =>
    toRomaji(name).replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  spaced: (name) => [...name].join('・'),
};

describe('in whatever way it is written', () => {
  test.each(Object.keys(writings))('%s', (way) => {
    fc.assert(
      fc.property(kanaName, surroundings, surroundings, (name, before, after) => {
        const written = writings[way]?.(name) ?? '';
        const text = before + written + after;
        const hits = findNames(text, [name]);
        const isThere = hits.some(
          ({ start, end }) => start < before.length + written.length && end > before.length,
        );
        expect(isThere, `${name} in ${text}`).toBe(true);
        // What was found is the name, with nothing around it.
        for (const { start, end } of hits) {
          const slice = text.slice(start, end);
          expect(found(slice, name)).toEqual([slice]);
        }
      }),
    );
  });

  test('a name in Latin letters in kana', () => {
    fc.assert(
      fc.property(kanaName, surroundings, (name, before) => {
        const [latin, text] = [toRomaji(name), before + name];
        expect(found(text, latin).length, `${latin} in ${text}`).toBeGreaterThan(0);
      }),
    );
  });

  test('any name as it is, in any text', () => {
    const typed = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(typed, surroundings, (name, before) => {
        fc.pre(/^\p{L}{2}/u.test(name) && [...nameKey(name).replace(/ /g, '')].length > 3);
        expect(findNames(`${before} ${name} .`, [name]).length).toBeGreaterThan(0);
      }),
    );
  });
});

test('fifty hostile names in 200 kB of anything come to an end', () => {
  const hostile = [
    'o o o o o o o ox',
    `${'お'.repeat(58)}x`,
    `${'ほ'.repeat(58)}x`,
    `${'エー'.repeat(28)}xx`,
    'oオoオoオoオx',
    `${'んい'.repeat(28)}x`,
    'さとうたろう',
    'o '.repeat(28),
    'Nononononononono',
    '佐藤 花',
  ];
  const names = Array.from({ length: 50 }, (_, i) => `${hostile[i % 10]}${'aiueo'[i % 5]}`);
  for (const unit of [
    'o',
    'n i',
    'お',
    'ほ',
    'ho',
    "n'",
    'エー',
    'ト ウ',
    '佐',
    'e\u0301',
    ' - ',
  ]) {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    expect(findNames(text, names)).toBeInstanceOf(Array);
    const last = findNames(`${text}山田花子`, ['山田花子']).at(-1);
    expect(last).toEqual({ name: '山田花子', start: text.length, end: text.length + 4 });
  }
});
