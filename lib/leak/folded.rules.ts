import { foldKanji } from './kanji.rules';

/**
 * A text as names are compared: width, case, kana, accents and variants of kanji folded, each run of
 * separators a single space, or an apostrophe where it holds nothing else.
 */
export type Folded = {
  readonly text: string;
  /** Where in the source each UTF-16 unit of `text` begins, and where it ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** What may stand between the parts of a name, and between any two Japanese signs. */
export const separators = " '";
// With an address between name and name (`taro@yamada.example`) as much as with a space.
const separator = /[\s\p{Pd}\u2212\u00b7\u2022\u2027\u2219\u30fb_.,=@/]/u;
const apostrophe = /['`\u2018\u2019\u02bb\u02bc\u2032]/u;
// Signs of half width carry their voicing marks behind them, letters their accents, Korean its vowels.
const cluster = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff]{0,30}/gu;

/** `source` folded, with the way back. */
export function foldText(source: string): Folded {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  let last = '';
  for (const { 0: signs, index } of source.matchAll(cluster)) {
    const folded = known.get(signs) ?? foldSigns(signs);
    if (known.size < 10_000) known.set(signs, folded);
    for (const one of folded) {
      const isRepeat = separators.includes(one) && separators.includes(last) && last !== '';
      if (isRepeat) {
        if (one === ' ') pieces[pieces.length - 1] = last = ' ';
        continue;
      }
      // 佐々木 and 佐佐木 are one name.
      const sign = one === '々' && /\p{Script=Han}/u.test(last) ? last : one;
      pieces.push(sign);
      for (let unit = 0; unit < sign.length; unit += 1) {
        starts.push(index);
        ends.push(index + signs.length);
      }
      last = sign;
    }
  }
  return { text: pieces.join(''), starts, ends };
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

function foldSigns(signs: string): string {
  const plain = signs.normalize('NFKC').toLowerCase();
  // Accents of other scripts are letters; ours are left off as people leave them off.
  const bare = /\p{Script=Latin}/u.test(plain)
    ? plain.normalize('NFD').replace(/\p{M}/gu, '')
    : plain.replace(/(?<=[\p{Script=Han}\p{scx=Kana}])\p{M}+/gu, '');
  return [...bare].map(foldSign).join('');
}

function foldSign(sign: string): string {
  if (apostrophe.test(sign)) return "'";
  if (separator.test(sign)) return ' ';
  if (/\p{Default_Ignorable_Code_Point}/u.test(sign)) return '';
  if (/[\u3041-\u3096]/.test(sign)) {
    return smallKe(String.fromCharCode(sign.charCodeAt(0) + 0x60));
  }
  return letters[sign] ?? foldKanji(smallKe(sign));
}

/** 霞ヶ関 and 霞ケ関 are one name. */
function smallKe(kana: string): string {
  return kana === 'ヶ' ? 'ケ' : kana === 'ヵ' ? 'カ' : kana;
}
