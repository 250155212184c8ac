import { boundMarks, cleanLine } from '../text';

/** One word of a line: as typed, and as it is compared. */
export type Word = {
  readonly raw: string;
  /** Width and case folded, a comma or colon at its end dropped; empty where it was quoted. */
  readonly seen: string;
  readonly isQuoted: boolean;
};

const quotes = /^["“”＂]|["“”＂]$/g;

/**
 * A line as words, parted by white space of any width. What stands between straight or curly double
 * quotes is part of a name and nothing else, so `"2024"` is no year. A quote that never closes is a
 * sign like any other.
 */
export function wordsOf(line: string): Word[] {
  const typed = cleanLine(line)
    .split(' ')
    .filter((raw) => raw !== '');
  // Where the next closing quote stands, found from the end: one look at each word.
  const closing: number[] = new Array(typed.length);
  for (let i = typed.length - 1, next = -1; i >= 0; i -= 1) {
    if (/["“”＂]$/.test(typed[i] ?? '')) next = i;
    closing[i] = next;
  }
  const words: Word[] = [];
  for (let i = 0; i < typed.length; i += 1) {
    const raw = typed[i] ?? '';
    const end = lastQuoted(typed, i, closing);
    if (end === null) {
      words.push({ raw, seen: foldWord(raw), isQuoted: false });
      continue;
    }
    const inside = typed
      .slice(i, end + 1)
      .join(' ')
      .replace(quotes, '')
      .trim();
    if (inside !== '') words.push({ raw: inside, seen: '', isQuoted: true });
    i = end;
  }
  return words;
}

/** The last word of the quotation that begins with word `start`; null where none begins. */
function lastQuoted(typed: readonly string[], start: number, closing: readonly number[]) {
  const first = typed[start] ?? '';
  if (!/^["“”＂]/.test(first)) return null;
  if (first.length > 2 && /["“”＂]$/.test(first)) return start;
  const end = closing[start + 1] ?? -1;
  return end > start ? end : null;
}

/** A word as it is compared: ３０，０００円 and 30,000円 are one. */
export function foldWord(raw: string): string {
  return boundMarks(raw)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[,;:、。]+$/, '');
}
