import { truncate } from '@/lib/text';
import { hasGlyph } from './card-font';

/** Printers' sign for a glyph that is not in the case. */
const geta = '〓';
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * `text` in signs the card's font has, `most` graphemes at most. The renderer would fetch what it
 * lacks from the network, and draw over-long text until memory ends. Emoji are dropped, letters
 * fall back to their plain form (ế to e), and what is left over becomes one 〓 for each stretch.
 */
export function cardText(text: string, most: number): string {
  // A grapheme can be endless too: zalgo is one sign with a thousand marks.
  const bounded = text.slice(0, 4_000);
  let drawn = '';
  for (const { segment } of segmenter.segment(bounded)) {
    const sign = drawable(segment);
    if (sign === geta && drawn.endsWith(geta)) continue;
    drawn += sign;
  }
  const line = drawn.replace(/\s+/gu, ' ').trim();
  return truncate(line, most);
}

function drawable(grapheme: string): string {
  if (/^\s$/u.test(grapheme)) return ' ';
  if (/^[\p{Cc}\p{Cf}]+$/u.test(grapheme)) return '';
  // A variation of a kanji is drawn as the kanji.
  const plain = grapheme.replace(/\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '');
  const forms = [plain, plain.normalize('NFC'), plain.normalize('NFKC')];
  const found = forms.find((form) => form.length <= 4 && isCovered(form));
  if (found !== undefined) return found;
  if (/\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Regional_Indicator}/u.test(grapheme)) {
    return '';
  }
  const [base = ''] = plain.normalize('NFKD');
  return base !== '' && isCovered(base) ? base : geta;
}

function isCovered(text: string): boolean {
  return [...text].every((sign) => hasGlyph(sign.codePointAt(0) ?? 0));
}
