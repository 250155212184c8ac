import { kanaOf, spellings } from './kana.rules';

/** One beat of a name, with every way to write it. */
export type Mora = {
  readonly kana: readonly string[];
  readonly letters: readonly string[];
  /** With a small ッ before it. */
  readonly isDoubled: boolean;
  /** Its vowel, if it can be drawn out. */
  readonly vowel: string;
  /** Beats its vowel is drawn out by. */
  readonly long: number;
  /** Written in letters, which often leave a long vowel short. */
  readonly mayBeLong: boolean;
};

const plain = { isDoubled: false, vowel: '', long: 0, mayBeLong: false } as const;
/** Kana that draws out a vowel: ー always, the others behind o and u, or in a row begun by ー. */
export const drawnOut: Readonly<Record<string, string>> = {
  a: 'アー',
  i: 'イー',
  u: 'ウー',
  e: 'エイー',
  o: 'オウー',
};

/** The beats of a name in katakana; null where kana has no spelling in letters. */
export function morasOfKana(kana: string): Mora[] | null {
  const moras: Mora[] = [];
  for (let at = 0; at < kana.length; ) {
    const sign = kana[at] ?? '';
    const before = moras.at(-1);
    if (before && drawsOut(before, sign)) {
      moras[moras.length - 1] = { ...before, long: before.long + 1 };
      at += 1;
      continue;
    }
    const isDoubled = sign === 'ッ';
    if (isDoubled) at += 1;
    const found = [kana.slice(at, at + 2), kana.slice(at, at + 1)].find((one) =>
      spellings.has(one),
    );
    const next = kana[at + (found?.length ?? 1)] ?? '';
    if (!isDoubled && kana[at] === 'ン') {
      moras.push({ ...plain, kana: ['ン'], letters: nasal(spellings.get(next)?.[0] ?? '') });
      at += 1;
      continue;
    }
    const letters = found && spellings.get(found);
    if (!found || !letters || (isDoubled && /^[aiueon]/.test(letters[0] ?? ''))) return null;
    moras.push({ ...plain, kana: [found], letters, isDoubled, vowel: vowelOf(letters) });
    at += found.length;
  }
  return moras;
}

/** The beats of a name in small Latin letters; null where it is not spelled as Japanese is. */
export function morasOfLetters(name: string): Mora[] | null {
  const moras: Mora[] = [];
  for (let at = 0; at < name.length; ) {
    const rest = name.slice(at);
    if (/^(?:n(?![aiueoy])|m(?=[bpm]))/.test(rest)) {
      moras.push({ ...plain, kana: ['ン'], letters: nasal(rest.slice(1)) });
      at += 1;
      continue;
    }
    const isDoubled = /^(?:([^aiueon])\1|tch)/.test(rest);
    const spelled = isDoubled ? rest.slice(1) : rest;
    const length = [3, 2, 1].find(
      (most) => most <= spelled.length && kanaOf.has(spelled.slice(0, most)),
    );
    if (!length) return null;
    const found = spelled.slice(0, length);
    const kana = kanaOf.get(found) ?? [];
    const vowel = found.at(-1) ?? '';
    at += length + (isDoubled ? 1 : 0);
    const tail = drawnTail(vowel, name.slice(at));
    at += tail;
    moras.push({
      kana: [...kana, ...(isDoubled ? [] : splitNasal(found))],
      letters: [...new Set(kana.flatMap((one) => spellings.get(one) ?? []))].flatMap(withNasal),
      isDoubled,
      vowel,
      long: tail,
      mayBeLong: tail === 0 && /[ou]/.test(vowel),
    });
  }
  return moras;
}

function drawsOut({ vowel, long }: Mora, sign: string): boolean {
  if (!vowel) return false;
  if (sign === 'ー') return true;
  return (long > 0 || /[ou]/.test(vowel)) && (drawnOut[vowel] ?? '').includes(sign);
}

/** Letters behind `vowel` that only draw it out: `ou`, `oo`, `uu`, and an h before no vowel. */
function drawnTail(vowel: string, rest: string): number {
  const tail = { o: /^[ou]*(?:h(?![aiueoy]))?/, u: /^u*(?:h(?![aiueoy]))?/ }[vowel];
  return tail?.exec(rest)?.[0].length ?? 0;
}

/** ン before `next` in letters: m before lips, and parted from a vowel now and then. */
function nasal(next: string): string[] {
  if (/^[bpm]/.test(next)) return ['n', 'm'];
  return /^[aiueoy]/.test(next) ? ['n', "n'", 'n '] : ['n'];
}

/** `ni` may be ニ or ンイ: Kenichi. */
function splitNasal(spelled: string): string[] {
  if (spelled[0] !== 'n') return [];
  return (kanaOf.get(spelled.slice(1)) ?? []).map((kana) => `ン${kana}`);
}

function withNasal(spelled: string): string[] {
  return /^n[aiueoy]/.test(spelled) ? [spelled, `n'${spelled.slice(1)}`] : [spelled];
}

function vowelOf(letters: readonly string[]): string {
  return letters[0]?.at(-1) ?? '';
}
