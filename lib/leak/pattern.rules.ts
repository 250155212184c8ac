import { separators } from './folded.rules';
import { drawnOut, type Mora, morasOfKana, morasOfLetters } from './mora.rules';

/**
 * A name as a regular expression over folded text. Nothing in it repeats without a bound, and what
 * may follow an optional sign never begins with that sign, so that a search is linear in the text.
 */

/** Maybe a separator. */
const gap = `[${separators}]?`;
const kana = 'ァ-ヺー';
const runs = new RegExp(`[${kana}]+|[a-z]+|\\p{Script=Han}+|[^${kana}a-z\\p{Script=Han}]+`, 'gu');
/** More parts than any name has: they are then looked for as they are written. */
const mostRuns = 8;
/**
 * Letters a name needs to be looked for in the other script, to be found within a word, and to be
 * found with spaces where none were typed: さとうはな is Sato Hana.
 */
const fewest = { bridged: 3, withinWord: 4, apart: 7 } as const;

const edgeOfWord = { before: '(?<!\\p{Script=Latin})', after: '(?!\\p{Script=Latin})' } as const;
/** Kana has no spaces between words; an honorific at least ends a name. */
const edgeOfKana = {
  before: `(?<![${kana}])`,
  after: `(?:(?![${kana}])|(?=サン|クン|チャン|サマ))`,
} as const;
type Edge = { readonly before: string; readonly after: string };

type Run = {
  readonly text: string;
  readonly script: 'kana' | 'letters' | 'kanji' | 'other';
  readonly moras: readonly Mora[] | null;
  /** Letters at the least. */
  readonly letters: number;
};

/** What finds `folded`, a name as `foldText` gives it, in folded text; its two parts in either order. */
export function patternOf(folded: string): RegExp {
  const parts = folded
    .split(/[ ']/)
    .filter(Boolean)
    .map((part) => (part.match(runs) ?? []).map(runOf));
  const all = parts.flat();
  const isSpelled = all.every(({ script }) => script === 'kana' || script === 'letters');
  const letters = isSpelled ? all.reduce((sum, run) => sum + run.letters, 0) : Infinity;
  const rules = {
    isBridged: letters >= fewest.bridged && all.length <= mostRuns,
    isWhole: letters < fewest.withinWord,
  };
  const inOrder = (order: readonly (readonly Run[])[]) =>
    order
      .map((part, i) =>
        partSource(part, { ...rules, isFirst: i === 0, isLast: i === order.length - 1 }),
      )
      .join(gap);
  const orders = parts.length === 2 ? [parts, parts.toReversed()] : [parts];
  return new RegExp(orders.map(inOrder).join('|'), 'gu');
}

function runOf(text: string): Run {
  if (/^[a-z]/.test(text)) {
    const moras = morasOfLetters(text);
    return { text, script: 'letters', moras, letters: moras ? lettersOf(moras) : text.length };
  }
  if (new RegExp(`^[${kana}]`, 'u').test(text)) {
    const moras = morasOfKana(text);
    // Kana that cannot be spelled is never looked for in letters, however short.
    return { text, script: 'kana', moras, letters: moras ? lettersOf(moras) : Infinity };
  }
  return {
    text,
    script: /^\p{Script=Han}/u.test(text) ? 'kanji' : 'other',
    moras: null,
    letters: 0,
  };
}

function lettersOf(moras: readonly Mora[]): number {
  return moras.reduce(
    (sum, { letters, isDoubled }) =>
      sum +
      Math.min(...letters.map((one) => one.replace(/[ ']/g, '').length)) +
      (isDoubled ? 1 : 0),
    0,
  );
}

type Place = {
  readonly isBridged: boolean;
  /** Only as a word of its own. */
  readonly isWhole: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

function partSource(part: readonly Run[], place: Place): string {
  return part
    .map((run, i) =>
      runSource(run, {
        ...place,
        isFirst: place.isFirst && i === 0,
        isLast: place.isLast && i === part.length - 1,
      }),
    )
    .join(part.every(({ script }) => script === 'other' || script === 'letters') ? '' : gap);
}

function runSource({ text, script, moras, letters }: Run, place: Place): string {
  const within = (source: string, edge: Edge | null) =>
    edge && place.isWhole
      ? `${place.isFirst ? edge.before : ''}${source}${place.isLast ? edge.after : ''}`
      : source;
  const literal = [...text].map(escaped).join(script === 'kana' || script === 'kanji' ? gap : '');
  if (script === 'kanji' || script === 'other') return literal;
  const joint = letters >= fewest.apart ? gap : '';
  if (script === 'kana') {
    const found = [moras ? kanaSource(moras) : literal];
    if (moras && place.isBridged) found.push(within(lettersSource(moras, joint), edgeOfWord));
    return anyOf(found);
  }
  const found: string[] = [];
  if (moras && place.isBridged) {
    const spelled = lettersSource(moras, joint);
    found.push(within(spelled, edgeOfWord), within(kanaSource(moras), edgeOfKana));
    // Two ways to find the same letters would double with each part.
    if (new RegExp(`^(?:${spelled})$`, 'u').test(text)) return anyOf(found);
  }
  return anyOf([...found, within(literal, edgeOfWord)]);
}

function kanaSource(moras: readonly Mora[]): string {
  return moras
    .map(({ kana, isDoubled, vowel, long, mayBeLong }) => {
      const spaced = anyOf(kana.map((one) => [...one].join(gap)));
      const drawn = `(?:${gap}[${drawnOut[vowel] ?? ''}])`;
      const tail = long > 0 ? `${drawn}{${long}}` : mayBeLong ? `${drawn}?` : '';
      return (isDoubled ? `ッ${gap}` : '') + spaced + tail;
    })
    .join(gap);
}

function lettersSource(moras: readonly Mora[], joint: string): string {
  return moras
    .map(({ letters, isDoubled, vowel, long, mayBeLong }) => {
      // A separator has one way only to be matched: at the joint, where there are joints.
      const whole = joint ? letters.filter((one) => !/n[ ']$/.test(one)) : letters;
      const spelled = isDoubled ? whole.flatMap(doubled) : whole;
      const most = long > 0 ? long : mayBeLong ? 1 : 0;
      const drawn = { o: '[ou]', e: '[ei]' }[vowel] ?? vowel;
      return anyOf([...new Set(spelled)]) + (most > 0 ? `${drawn}{0,${most}}h?` : '');
    })
    .join(joint);
}

function doubled(spelled: string): string[] {
  return spelled.startsWith('ch')
    ? [`t${spelled}`, `c${spelled}`]
    : [`${spelled[0] ?? ''}${spelled}`];
}

function anyOf(sources: readonly string[]): string {
  return sources.length === 1 ? (sources[0] ?? '') : `(?:${sources.join('|')})`;
}

function escaped(sign: string): string {
  if (/[\p{L}\p{N}]/u.test(sign)) return sign;
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}
