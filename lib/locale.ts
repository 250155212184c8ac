/** The languages the interface and every reader's text exist in. */
export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

/** A text a reader sees; at least one language where the text is required. */
export type Bilingual = { readonly ja: string | null; readonly en: string | null };

export function isLocale(value: unknown): value is Locale {
  return value === 'ja' || value === 'en';
}

/** `text` in `locale`, else in the other language, else null. */
export function inLocale(text: Bilingual, locale: Locale): string | null {
  return text[locale] ?? text[locale === 'ja' ? 'en' : 'ja'];
}

/**
 * The language of an Accept-Language header (RFC 9110 §12.5.4), by quality and then order.
 * Neither asked for: English, which more strangers can read.
 */
export function negotiateLocale(header: string | null | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(p)?.[1]).find(Boolean);
      return { language: range.split('-')[0], quality: q === undefined ? 1 : Number(q) };
    })
    .filter((part) => part.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((part) => part.language).find(isLocale) ?? 'en';
}
