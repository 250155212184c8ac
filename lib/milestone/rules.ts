import type { DatedOn, Day } from '../calendar';
import { limits } from '../limits';
import { type Bilingual, inLocale, type Locale } from '../locale';
import type { Money } from '../money';
import type { Grain } from '../record/disclosure.rules';
import { fold } from '../text';

export const kinds = ['income', 'skill', 'work', 'audience', 'credential', 'recognition'] as const;
export type Kind = (typeof kinds)[number];

export const visibilities = ['private', 'unlisted', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

export function isKind(value: unknown): value is Kind {
  return kinds.some((kind) => kind === value);
}

export function isVisibility(value: unknown): value is Visibility {
  return visibilities.some((visibility) => visibility === value);
}

/** How long a deletion can be taken back. */
export const undoMilliseconds = limits.undoDays * 24 * 60 * 60 * 1000;

/** What income brought and took, all in one currency and in minor units. */
export type Income = Money & { readonly fees: bigint | null; readonly costs: bigint | null };

/** What a person says of one fact; the store adds when and under which id. */
export type MilestoneDraft = {
  readonly kind: Kind;
  readonly title: Bilingual;
  readonly story: Bilingual;
  readonly happened: DatedOn;
  /** Income only. */
  readonly income: Income | null;
  /** Income only: the stream's name as typed. */
  readonly streamName: string | null;
  /** Minutes of work behind it. */
  readonly minutes: number | null;
  /** Audience only: whose count, and the count. */
  readonly measure: { readonly name: string | null; readonly value: bigint } | null;
  /** Credential and recognition only: who gave it. */
  readonly issuer: string | null;
  readonly tags: readonly string[];
  readonly visibility: Visibility;
  /** The language it was first written in. */
  readonly language: Locale;
  /** How its amount is shown; null: as the record says. */
  readonly disclosure: Grain | null;
  /** Strangers do not see it before, though it is public. */
  readonly visibleFrom: Date | null;
  /** http(s) addresses, in the order given. */
  readonly evidence: readonly string[];
};

/** One fact of the record as its owner reads it. */
export type Milestone = Omit<MilestoneDraft, 'streamName'> & {
  readonly id: string;
  readonly stream: { readonly id: string; readonly name: Bilingual } | null;
  readonly version: number;
  readonly publishedAt: Date | null;
  /** What strangers know it by, at its public address. */
  readonly publicId: string;
  /** Not seen before a client agrees. */
  readonly needsPermission: boolean;
  readonly pinnedAt: Date | null;
  readonly recordedAt: Date;
};

/** The title a reader sees: an income without one goes by its stream. */
export function titleOf(milestone: Pick<Milestone, 'title' | 'stream'>, locale: Locale): string {
  return (
    inLocale(milestone.title, locale) ??
    (milestone.stream && inLocale(milestone.stream.name, locale)) ??
    ''
  );
}

/** What search looks through: every text of a milestone and the names of its stream, folded. */
export function searchTextOf(
  said: Pick<MilestoneDraft, 'title' | 'story' | 'issuer' | 'measure' | 'tags'>,
  ...streamNames: readonly (string | null)[]
): string {
  const { title, story, issuer, measure, tags } = said;
  return fold(
    [title.ja, title.en, ...streamNames, issuer, measure?.name, ...tags, story.ja, story.en]
      .filter(Boolean)
      .join('\n'),
  );
}

/** Nothing may happen after `today`. */
export function isFuture(day: Day, today: Day): boolean {
  return day > today;
}

/**
 * Minutes from what people type for hours: `6`, `6.5`, `6:30`, `6h 30m`, `90m`, `6時間30分`,
 * full-width too. Null: not a time.
 */
export function parseHours(typed: string): number | null {
  const text = typed.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const decimal = /^(\d{1,6}(?:\.\d{1,4})?)(?:h|hours?|時間)?$/.exec(text);
  if (decimal) return Math.round(Number(decimal[1]) * 60);
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = /^(?:(\d{1,6})(?:h|時間))?(\d{1,7})(?:m|min|minutes?|分)$/.exec(text);
  return parts ? Number(parts[1] ?? 0) * 60 + Number(parts[2]) : null;
}

/** Minutes as the hours field shows them: `6`, `6.5`, else `6:20`. */
export function writeHours(minutes: number): string {
  if (minutes % 30 === 0) return String(minutes / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes as hours for a reader, to a tenth: 80 are 1.3. */
export function hoursShown(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

/** Tags as typed in one line, parted by commas of any kind; each once, `#` dropped. */
export function parseTags(typed: string): string[] {
  const tags = typed.split(/[,、，\n]/).map((tag) =>
    tag
      .trim()
      .replace(/^[#＃]+/, '')
      .trim(),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
