/**
 * What typed text becomes before anyone reads it. Unicode lets text lie about itself: controls
 * that reverse the reading order, signs of no width, private look-alikes of nothing.
 */

const newline = /\r\n?|\u2028|\u2029/g;
// Controls, signs that reverse the reading order, signs without width. Joiners, variation selectors
// and tag signs stay: emoji, flags and some kanji are made with them.
const unreadable =
  /[[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]--[\t\n\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}]]/gv;
// Half-width voicing signs become marks when widths are folded.
const markRun = /[\p{M}\uff9e\uff9f]{2,}/gu;
/** More than any limit of a line lets pass, so that what is cut was refused anyway. */
const marksAtMost = 1_000;
const loneJoiner = /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d/gu;

/** One line: NFC, no controls, white space folded to single spaces, trimmed. */
export function cleanLine(typed: string): string {
  return readable(typed).replace(/\s+/gu, ' ').trim();
}

/** Several lines: as {@link cleanLine} within each line; at most one empty line in a row. */
export function cleanBlock(typed: string): string {
  return readable(typed)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function readable(typed: string): string {
  const visible = typed
    .toWellFormed()
    .replace(newline, '\n')
    .replace(unreadable, '')
    .replace(loneJoiner, '');
  return boundMarks(visible).normalize('NFC');
}

/**
 * `typed` with no more than a thousand combining marks on end: normalising sorts them in quadratic
 * time, 5 s for 100,000. For text that is normalised as it was typed.
 */
export function boundMarks(typed: string): string {
  return typed.replace(markRun, (run) =>
    run.length <= marksAtMost ? run : [...run].slice(0, marksAtMost).join(''),
  );
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Code units segmented at a time: each step of the segmenter costs more the longer its text is. */
const windowUnits = 2_048;

/** The graphemes of `text` in order; one longer than a window comes in pieces. */
function* graphemesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = start + windowUnits;
    // A cut within a code point would make a sign of each half.
    const shown = text.slice(start, isWithinPair(text, end) ? end - 1 : end);
    const isLast = start + shown.length === text.length;
    let held = '';
    for (const { segment } of segmenter.segment(shown)) {
      if (held) yield held;
      held = segment;
    }
    // What touches the end of the window may go on behind it.
    if (isLast || held === shown) yield held;
    start += isLast || held === shown ? shown.length : shown.length - held.length;
  }
}

function isWithinPair(text: string, index: number): boolean {
  return (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

/** Graphemes in `text`; counting stops at `most + 1`, so that a huge text costs little. */
export function graphemeCount(text: string, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (const _ of graphemesOf(text)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

/** The first `most` graphemes, with an ellipsis in the place of the last where text was cut. */
export function truncate(text: string, most: number): string {
  const signs: string[] = [];
  for (const sign of graphemesOf(text)) {
    if (signs.length === most) return `${signs.slice(0, -1).join('').trimEnd()}…`;
    signs.push(sign);
  }
  return text;
}

/**
 * Text as search compares it: width, case and kana folded, so that ｱﾌﾟﾘ, アプリ and あぷり meet.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/\s+/gu, ' ')
    .trim();
}
