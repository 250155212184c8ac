import type { Texts } from '@/app/_text/texts';
import { formatMonth, type Month } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { DocumentName } from '@/lib/response/data';
import { type Counts, type Line, none } from '@/lib/response/rules';
import { isNetwork } from '@/lib/share/networks.rules';

/** A line of a table as a reader sees it. */
export type NamedLine = {
  readonly key: string;
  readonly label: string;
  readonly href?: string;
  /** What the inbox is narrowed to, to show who came by it. */
  readonly behind?: Readonly<Record<string, string>>;
  readonly counts: Counts;
};

const became = ['conversation', 'collaboration', 'agreed', 'nothing'] as const;
export type Became = (typeof became)[number] | 'open';

/** What became of the inquiries, as far as anything did; what is still open stands last. */
export function becameOf(counts: Counts): { what: Became; count: number }[] {
  const known = became.map((what) => ({ what, count: counts[what] }));
  const open = counts.inquiries - known.reduce((sum, { count }) => sum + count, 0);
  return [...known, { what: 'open' as const, count: open }].filter(({ count }) => count > 0);
}

/** Networks by name; what came by no share keeps a line of its own, the last. */
export function networkLines(lines: readonly Line[], t: Texts): NamedLine[] {
  const keyed = lines.filter(({ key }) => key !== null);
  const direct = lines.filter(({ key }) => key === null);
  return [...keyed, ...direct].map((line) => ({
    key: line.key ?? '',
    label: networkName(line.key, t),
    href: line.shares > 0 ? paths.shares : undefined,
    ...(line.key !== null && { behind: { network: line.key } }),
    counts: line,
  }));
}

export function networkName(key: string | null, t: Texts): string {
  return isNetwork(key) ? t(`shares.networks.${key}`) : t('response.direct');
}

/** The record and its milestones by title; one that is gone for good has none any more. */
export function documentLines(
  lines: readonly Line[],
  names: ReadonlyMap<string, DocumentName>,
  locale: Locale,
  t: Texts,
): NamedLine[] {
  return lines.map((line) => {
    const isKept = line.key !== null && names.get(line.key)?.isGone === false;
    return {
      key: line.key ?? '',
      label: documentName(line.key, names, locale, t),
      href: line.key === null ? paths.record : isKept ? paths.milestone(line.key) : undefined,
      ...(line.key !== null && { behind: { milestone: line.key } }),
      counts: line,
    };
  });
}

export function documentName(
  key: string | null,
  names: ReadonlyMap<string, DocumentName>,
  locale: Locale,
  t: Texts,
): string {
  if (key === null) return t('shares.ofRecord');
  const name = names.get(key);
  if (!name) return t('response.gone');
  const { title, stream, kind, isGone } = name;
  const called =
    inLocale(title, locale) ?? (stream && inLocale(stream, locale)) ?? t(`kinds.${kind}`);
  return isGone ? t('response.deleted', { title: called }) : called;
}

/** Sites as they named themselves: text, never a link, because anybody can write a referrer. */
export function siteLines(lines: readonly Line[], t: Texts): NamedLine[] {
  return lines.map((line) => ({
    key: line.key ?? '',
    label: line.key ?? t('response.noSite'),
    counts: line,
  }));
}

/** A year and less stands month by month; of more, only months that have something. */
const monthsInFull = 12;

/** Months, the newest first. */
export function monthLines(
  lines: readonly Line[],
  months: readonly Month[],
  locale: Locale,
): NamedLine[] {
  const known = new Map(lines.map((line) => [line.key, line]));
  const asked = months.length <= monthsInFull ? months : months.filter((month) => known.has(month));
  // A person who moved west has counted a day that has not begun there.
  const keys = [...new Set([...asked, ...lines.map(({ key }) => key as Month)])];
  return keys
    .filter((key) => key !== null)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((key) => ({
      key,
      label: formatMonth(key, locale),
      behind: { month: key },
      counts: known.get(key) ?? none,
    }));
}

/** Countries by name, in the reader's language. */
export function countryLines(lines: readonly Line[], locale: Locale, t: Texts): NamedLine[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return lines.map((line) => ({
    key: line.key ?? '',
    label: line.key === null ? t('response.noCountry') : (names.of(line.key) ?? line.key),
    counts: line,
  }));
}
