import { type Texts, textsIn } from '@/app/_text/texts';
import {
  type DatedOn,
  type Day,
  dateFromDay,
  formatDatedOn,
  formatMonthTick,
  type Month,
} from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import type { PublicMilestone, PublicRecord, PublicText } from '@/lib/record/public/shape';

/** A text of the person's own in the language it was found in. */
export type Said = { readonly text: string; readonly lang: Locale };

/** `text` in the reader's language, else in the other one. */
export function say(text: PublicText | undefined, locale: Locale): Said | undefined {
  const other = locale === 'ja' ? 'en' : 'ja';
  if (text?.[locale]) return { text: text[locale], lang: locale };
  return text?.[other] ? { text: text[other], lang: other } : undefined;
}

/** The title, or for an income without one what it came from. */
export function titleOf(milestone: PublicMilestone, locale: Locale): Said {
  const title = say(milestone.title, locale);
  if (title) return title;
  const t = textsIn(locale);
  const stream = say(milestone.stream, locale)?.text;
  const text = stream ? t('document.incomeFrom', { stream }) : t('document.incomeUntitled');
  return { text, lang: locale };
}

/** `45 minutes`, `12 hours`, `11.3 hours`. */
export function timeSpent(minutes: number, t: Texts): string {
  if (minutes < 60) return t('desk.minutes', { minutes });
  return t('desk.hours', { hours: hoursShown(minutes) });
}

/** The day of a milestone, as exactly as it is known. */
export function happenedOn({ happenedOn, precision }: PublicMilestone, locale: Locale): string {
  const day = `${happenedOn}-01-01`.slice(0, 10) as Day;
  return formatDatedOn({ day, precision } satisfies DatedOn, locale);
}

const withinYear: Record<Locale, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat('ja', { month: 'short', day: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' }),
};

/** The same where the year stands above: `Aug 12`, `Aug`, and `2026` where no more is known. */
export function happenedInYear(milestone: PublicMilestone, locale: Locale): string {
  switch (milestone.precision) {
    case 'day':
      return withinYear[locale].format(dateFromDay(milestone.happenedOn as Day));
    case 'month':
      return formatMonthTick(milestone.happenedOn as Month, locale);
    case 'year':
      return happenedOn(milestone, locale);
  }
}

/** Whether a reader of `locale` reads `milestone` in the language it was written in, for want of theirs. */
export function isUntranslated(milestone: PublicMilestone, locale: Locale): boolean {
  const said = [titleOf(milestone, locale), say(milestone.story, locale)];
  return said.some((text) => text !== undefined && text.lang !== locale);
}

/** The public milestones, newest first, as far as the page of the record shows them. */
export function newestOf({
  sections,
  pinned,
  milestones,
}: PublicRecord): readonly PublicMilestone[] {
  if (sections.includes('milestones')) return milestones;
  return sections.includes('pinned') ? pinned : [];
}

export function yearOf(dated: string): number {
  return Number(dated.slice(0, 4));
}

/** What a link shows of its address: host and the start of the path, as the browser reads it. */
export function shortAddress(url: string): string {
  const { host, pathname } = new URL(url);
  const rest = pathname === '/' ? '' : pathname;
  const shown = `${host.replace(/^www\./, '')}${rest}`;
  return shown.length > 34 ? `${shown.slice(0, 33)}…` : shown;
}
