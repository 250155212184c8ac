import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEncoding, type Source, textOf } from './encoding.rules';
import { eachLine, findLongLine } from './lines.rules';

/** Shift_JIS for the few signs these tests need; every other is ASCII. */
const shiftJis: Readonly<Record<string, readonly number[]>> = {
  日: [0x93, 0xfa],
  付: [0x95, 0x74],
  収: [0x8e, 0xfb],
  入: [0x93, 0xfc],
  表: [0x95, 0x5c],
  '～': [0x81, 0x60],
  ｶ: [0xb6],
  ﾅ: [0xc5],
  '①': [0x87, 0x40],
};

function sjis(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((sign) => shiftJis[sign] ?? [sign.charCodeAt(0)]));
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A file that comes in pieces of `size` bytes. */
function source(bytes: Uint8Array, size = 65_536): Source {
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
}

async function read(bytes: Uint8Array, size?: number): Promise<string> {
  const found = await findEncoding(source(bytes, size));
  if (!found.ok) return `${found.reason} ${found.line}`;
  let text = '';
  for await (const piece of textOf(source(bytes, size)(), found.value)) text += piece;
  return `${found.value} ${text}`;
}

describe('the signs of a file', () => {
  test.each([
    ['UTF-8', utf8('日付,収入\n'), 'utf-8 日付,収入\n'],
    ['UTF-8 with its mark', join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('日')), 'utf-8 日'],
    ['ASCII', utf8('date,title'), 'utf-8 date,title'],
    ['nothing', utf8(''), 'utf-8 '],
    ['Shift_JIS', sjis('日付,収入\r\n'), 'shift_jis 日付,収入\n'],
    // Its second byte is a backslash, and that of a wave dash a backtick.
    ['Shift_JIS with the bytes of ASCII in it', sjis('表,～\n'), 'shift_jis 表,～\n'],
    ['what Windows added to it', sjis('①'), 'shift_jis ①'],
    ['half-width kana that would be a letter in UTF-8', sjis('日\nﾅｶ'), 'shift_jis 日\nﾅｶ'],
  ])('are told: %s', async (_, bytes, text) => {
    expect(await read(bytes)).toBe(text);
  });

  test.each([
    ['Shift_JIS behind UTF-8', join(utf8('日\na\n'), sjis('付\n')), 'csv-mixed 3'],
    ['UTF-8 behind Shift_JIS', join(sjis('日\r\na\r\n'), utf8('付\n')), 'csv-mixed 3'],
    ['UTF-8 behind its mark, then not', join(utf8('\ufeff日\r\n'), sjis('付')), 'csv-mixed 2'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x0a, 0), 'csv-encoding 1'],
    [
      'a picture',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      'csv-encoding 3',
    ],
    ['a zero byte among letters', utf8('a\nb\0c'), 'csv-encoding 2'],
    ['Latin letters of one byte', Uint8Array.of(0x61, 0x0a, 0xe9, 0x0a), 'csv-encoding 2'],
    ['a sign cut in half', sjis('日付').slice(0, 3), 'csv-encoding 1'],
  ])('are refused with the line: %s', async (_, bytes, told) => {
    expect(await read(bytes)).toBe(told);
  });

  test('are the same in whatever pieces they come, and so are the ends of lines', async () => {
    const sign = fc.constantFrom('日', '表', 'ｶ', 'a', ',', '\r', '\n', '\r\n', '"');
    await fc.assert(
      fc.asyncProperty(
        fc.array(sign, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (signs, size, isSjis) => {
          const text = signs.join('');
          const bytes = isSjis ? sjis(text) : utf8(text);
          const expected = text.replace(/\r\n|\r/g, '\n');
          expect((await read(bytes, size)).replace(/^\S+ /, '')).toBe(expected);
        },
      ),
    );
  });
});

test('lines are numbered as an editor does, in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('é', 'a', '\r', '\n', '\r\n'), { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (signs, size) => {
        const text = signs.join('');
        const found: [string, number][] = [];
        await eachLine(source(utf8(text), size)(), (line, number) => {
          found.push([new TextDecoder().decode(line), number]);
        });
        const lines = text.split(/\r\n|\r|\n/).map((line, i): [string, number] => [line, i + 1]);
        expect(found).toEqual(lines.filter(([line]) => line.includes('é')));
      },
    ),
  );
});

test('millions of lines are looked through in a moment', async () => {
  const many = new Uint8Array(20 * 1024 * 1024).fill(0x0a);
  many[0] = 0x93;
  many[1] = 0xfa;
  expect(await findEncoding(source(many))).toEqual({ ok: true, value: 'shift_jis' });
});

test.each([1, 2, 3, 65_536])(
  'the first line that is too long, in pieces of %d bytes',
  async (size) => {
    const of = (text: string) => findLongLine(source(utf8(text), size)(), 4);
    expect(await of('')).toBeNull();
    expect(await of('1234\r\n1234\r1234\n\n1234')).toBeNull();
    expect(await of('12345')).toBe(1);
    expect(await of('1\r\n2\r3\n\n12345\n123456')).toBe(5);
  },
);
