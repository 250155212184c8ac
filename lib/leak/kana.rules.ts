/**
 * How kana is spelled in Latin letters: Hepburn first, then what else people write. All kana here is
 * katakana, all letters small.
 */

const vowels = 'aiueo';
const rows: Readonly<Record<string, string>> = {
  '': 'アイウエオ',
  k: 'カキクケコ',
  g: 'ガギグゲゴ',
  s: 'サシスセソ',
  z: 'ザジズゼゾ',
  t: 'タチツテト',
  d: 'ダヂヅデド',
  n: 'ナニヌネノ',
  h: 'ハヒフヘホ',
  b: 'バビブベボ',
  p: 'パピプペポ',
  m: 'マミムメモ',
  r: 'ラリルレロ',
  y: 'ヤ-ユ-ヨ',
  w: 'ワ---ヲ',
};
/** Onsets of signs followed by a small ャ, ュ, ョ or ェ. */
const gliding: Readonly<Record<string, string>> = {
  キ: 'ky',
  ギ: 'gy',
  シ: 'sh sy',
  ジ: 'j zy jy',
  チ: 'ch ty cy',
  ヂ: 'j dy zy',
  ニ: 'ny',
  ヒ: 'hy',
  ビ: 'by',
  ピ: 'py',
  ミ: 'my',
  リ: 'ry',
};
const own: Readonly<Record<string, string>> = {
  シ: 'shi si',
  ジ: 'ji zi',
  チ: 'chi ti',
  ヂ: 'ji di zi',
  ツ: 'tsu tu',
  ヅ: 'zu du dzu',
  フ: 'fu hu',
  ヲ: 'o wo',
  ヰ: 'i wi',
  ヱ: 'e we',
  ヴ: 'vu bu',
  ティ: 'ti thi',
  ディ: 'di dhi',
  トゥ: 'tu',
  ドゥ: 'du',
  テュ: 'tyu',
  デュ: 'dyu',
  ウィ: 'wi',
  ウェ: 'we',
  ウォ: 'wo',
  ...followed('ファ フィ - フェ フォ', 'f'),
  ...followed('ヴァ ヴィ - ヴェ ヴォ', 'v', 'b'),
  ...followed('ツァ ツィ - ツェ ツォ', 'ts'),
};

function followed(kana: string, ...onsets: string[]): Record<string, string> {
  const pairs = kana
    .split(' ')
    .map((one, i) => [one, onsets.map((onset) => onset + vowels[i]).join(' ')]);
  return Object.fromEntries(pairs.filter(([one]) => one !== '-'));
}

function spelledPlainly(): [string, string][] {
  return Object.entries(rows).flatMap(([onset, kana]) =>
    [...kana].map((one, i): [string, string] => [one, onset + vowels[i]]),
  );
}

function spelledGliding(): [string, string][] {
  const small = { ャ: 'a', ュ: 'u', ョ: 'o', ェ: 'e' };
  return Object.entries(gliding).flatMap(([kana, onsets]) =>
    Object.entries(small).map(([sign, vowel]): [string, string] => [
      kana + sign,
      onsets
        .split(' ')
        .map((onset) => onset + vowel)
        .join(' '),
    ]),
  );
}

/** Spellings of one sign of kana, or of one with a small sign behind it. */
export const spellings: ReadonlyMap<string, readonly string[]> = new Map(
  [...spelledPlainly(), ...spelledGliding(), ...Object.entries(own)]
    .filter(([kana]) => kana !== '-')
    .map(([kana, spelled]) => [kana, spelled.split(' ')]),
);

/** The other way: what kana a spelling may stand for. */
export const kanaOf: ReadonlyMap<string, readonly string[]> = inverted();

function inverted(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [kana, spelled] of spellings) {
    for (const one of spelled) {
      // A bare vowel is hardly ever ヰ, ヱ or ヲ.
      if (one.length === 1 && !/[アイウエオ]/.test(kana)) continue;
      found.set(one, [...(found.get(one) ?? []), kana]);
    }
  }
  return found;
}
