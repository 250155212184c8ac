import { foldText } from './folded.rules';
import { patternOf } from './pattern.rules';

/** A place where a name stands, in UTF-16 units of the text as it was given. */
export type Hit = { readonly name: string; readonly start: number; readonly end: number };

/** Code points a name has at the least, separators aside: a single sign is in half of all words. */
const shortest = 2;

/**
 * Where any of `names` stands in `text`, in order and without overlap; of two that begin together the
 * longer. A name is found in other widths, cases, kana and variants of its kanji, in kana where it is
 * written in Latin letters and the other way round, with or without separators between its parts, and
 * with its two parts in either order. Kanji has no reading: whoever wants both found lists both.
 *
 * In Latin letters a name of three or fewer is found only as a word of its own, a longer one within
 * words too. Names of one sign are not looked for.
 */
export function findNames(text: string, names: readonly string[]): readonly Hit[] {
  return nameFinder(names)(text);
}

/** {@link findNames} for many texts: what is looked for is made ready once. */
export function nameFinder(names: readonly string[]): (text: string) => readonly Hit[] {
  const patterns = [...byKey(names)].map(([key, name]) => ({ name, pattern: patternOf(key) }));
  return (text) => hitsIn(text, patterns);
}

type Pattern = { readonly name: string; readonly pattern: RegExp };

function hitsIn(text: string, patterns: readonly Pattern[]): readonly Hit[] {
  const { text: folded, starts, ends } = foldText(text);
  const hits: Hit[] = [];
  for (const { name, pattern } of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const last = match.index + match[0].length - 1;
      hits.push({ name, start: starts[match.index] ?? 0, end: ends[last] ?? text.length });
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  let free = 0;
  return hits.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}

/**
 * The folded form by which two entries are the same: they find the same. The parts of a name stay
 * apart in it, because only a name in parts is found the other way round.
 */
export function nameKey(name: string): string {
  // What is nothing but separators has no form of its own; the store wants a key of at most 1,000.
  const key = foldText(name).text.replace(/[ ']+/g, ' ').trim() || name;
  return [...key].slice(0, 1_000).join('');
}

function byKey(names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = foldText(name).text.replace(/[ ']+/g, ' ').trim();
    if ([...key.replaceAll(' ', '')].length >= shortest && !found.has(key)) found.set(key, name);
  }
  return found;
}
