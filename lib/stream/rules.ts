import type { Bilingual, Locale } from '../locale';
import { fold } from '../text';

export const origins = ['record', 'networking'] as const;
/** How a stream's customers come: because they saw the record, or through people one knows. */
export type Origin = (typeof origins)[number];

export function isOrigin(value: unknown): value is Origin {
  return origins.some((origin) => origin === value);
}

/** Where income comes from. */
export type Stream = {
  readonly id: string;
  readonly name: Bilingual;
  readonly origin: Origin;
  /** Since when it is offered no more; what came in stays. Null: open. */
  readonly closedAt: Date | null;
  readonly version: number;
};

/**
 * What makes two stream names the same: width, case and kana do not matter. Bounded, because
 * folding makes some single signs into many.
 */
export function streamKey(name: string): string {
  return [...fold(name)].slice(0, 1_000).join('');
}

/** The keys a stream answers to: those of its name in both languages. */
export function keysOf(name: Bilingual): string[] {
  return [name.ja, name.en].filter((text) => text !== null).map(streamKey);
}

/** The one of its keys that no other stream of the owner may have: that of the owner's language. */
export function mainKeyOf(name: Bilingual, language: Locale): string {
  return streamKey(name[language] ?? name.ja ?? name.en ?? '');
}

/**
 * The one of `rows`, in the order of their ids, that answers to one of `keys`. One whose own key it is
 * comes before one that only has such a name in its other language.
 */
export function answeringTo<
  Row extends { nameKey: string; nameJa: string | null; nameEn: string | null },
>(rows: readonly Row[], keys: readonly string[]): Row | null {
  const wanted = new Set(keys);
  return (
    rows.find(({ nameKey }) => wanted.has(nameKey)) ??
    rows.find(({ nameJa, nameEn }) =>
      keysOf({ ja: nameJa, en: nameEn }).some((key) => wanted.has(key)),
    ) ??
    null
  );
}

/** The row of a stream that begins to exist where it is first named, in `language`. */
export function streamRow(ownerId: string, id: string, name: string, language: Locale) {
  const named = language === 'ja' ? { nameJa: name } : { nameEn: name };
  return { ownerId, id, nameKey: streamKey(name), ...named };
}

/** What goes along when a stream is merged into another; milestones deleted not long ago do too. */
export type StreamContents = {
  readonly milestones: number;
  readonly efforts: number;
  readonly goals: number;
  readonly hasTimer: boolean;
};
