const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Widths in hundredths of an em, as the sans-serif faces of systems have them, rather too wide. */
const latin: readonly (readonly [signs: string, width: number])[] = [
  ["ijl.,:;'|!`", 28],
  [' ftrI()[]{}/\\-·"*', 37],
  ['cksvxyzJ°^', 53],
  ['wCDGNOQHU&~+=<>#', 74],
  ['mMW%@—…', 92],
  ['ABEFKLPRSTVXYZ', 67],
];
const widths = new Map(
  latin.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)),
);
const usual = 59;
const half = /^[\uff61-\uff9f]/;
const full =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}\u3000-\u303f\u30fb-\u30fc\uff00-\uffef]/u;

/** About how wide `text` is in a sans-serif face of any system, in em. */
export function textWidth(text: string): number {
  let hundredths = 0;
  for (const { segment } of segmenter.segment(text)) {
    const [sign = ''] = segment;
    hundredths += widths.get(sign) ?? (half.test(sign) ? 50 : full.test(sign) ? 100 : usual);
  }
  return hundredths / 100;
}
