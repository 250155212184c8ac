const digits = '〇一二三四五六七八九';
const small: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1_000n };
const large: Record<string, bigint> = { 万: 10_000n, 億: 100_000_000n };

/** Whether a text holds a numeral that {@link spellOut} is there for. */
export function hasKanjiNumeral(text: string): boolean {
  return /[〇零一二三四五六七八九十百]/.test(text);
}

/**
 * A numeral with kanji in it as plain digits: 三万 → 30000, 十二万三千 → 123000, 3万五百 → 30500,
 * 二〇二六 → 2026. Null: not a numeral (万一, 千百万億), or one with decimals.
 */
export function spellOut(text: string): string | null {
  const parts =
    text.replaceAll('零', '〇').match(/[\d,]+|[〇一二三四五六七八九]+|[十百千万億]|./gu) ?? [];
  let [total, section, lastSmall, lastLarge] = [0n, 0n, 10_000n, 10n ** 12n];
  let held: bigint | null = null;
  for (const part of parts) {
    const [smallUnit, largeUnit] = [small[part], large[part]];
    if (smallUnit) {
      if (smallUnit >= lastSmall || (held !== null && (held < 1n || held > 9n))) return null;
      section += (held ?? 1n) * smallUnit;
      [held, lastSmall] = [null, smallUnit];
    } else if (largeUnit) {
      const count = section + (held ?? 0n);
      if (count === 0n || largeUnit >= lastLarge) return null;
      total += count * largeUnit;
      [held, section, lastSmall, lastLarge] = [null, 0n, 10_000n, largeUnit];
    } else {
      const number = numberOf(part);
      if (number === null || held !== null) return null;
      held = number;
    }
  }
  return (total + section + (held ?? 0n)).toString();
}

function numberOf(part: string): bigint | null {
  if (part.length > 24) return null;
  if (/^(\d{1,3}(,\d{3})+|\d+)$/.test(part)) return BigInt(part.replaceAll(',', ''));
  const values = [...part].map((sign) => digits.indexOf(sign));
  return values.includes(-1) ? null : BigInt(values.join(''));
}

/** A count of days, months or hours: digits or kanji, below 10,000; else null. */
export function smallNumber(text: string): number | null {
  const plain = /^\d{1,4}$/.test(text) ? text : hasKanjiNumeral(text) ? spellOut(text) : null;
  return plain !== null && plain.length <= 4 ? Number(plain) : null;
}
