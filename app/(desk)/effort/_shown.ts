import type { Texts } from '@/app/_text/texts';
import { formatDatedOn, today } from '@/lib/calendar';
import type { Effort, Purpose, Subject, Timer } from '@/lib/effort/rules';
import { inLocale, type Locale } from '@/lib/locale';

/** Minutes exactly: `45 min`, `2 h`, `1 h 35 min`. */
export function formatDuration(minutes: number, t: Texts): string {
  const parts = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  if (parts.hours === 0) return t('effort.onlyMinutes', parts);
  return parts.minutes === 0 ? t('effort.wholeHours', parts) : t('effort.duration', parts);
}

/** What time was for: its stream or skill, else its purpose. */
export function subjectName(
  { subject, purpose }: { subject: Subject | null; purpose: Purpose },
  locale: Locale,
  t: Texts,
): string {
  return (subject && inLocale(subject.name, locale)) ?? t(`effort.purposes.${purpose}`);
}

/** One effort in a line: how long, for what, when. */
export function effortLine(effort: Effort, locale: Locale, t: Texts): string {
  return [
    formatDuration(effort.minutes, t),
    subjectName(effort, locale, t),
    formatDatedOn({ day: effort.spentOn, precision: 'day' }, locale),
  ].join(' · ');
}

/** When a timer was started, as a clock in `zone` shows it; with its day where that is not today. */
export function formatStart(
  { startedAt }: Pick<Timer, 'startedAt'>,
  zone: string,
  now: Date,
  locale: Locale,
): string {
  const isToday = today(zone, startedAt) === today(zone, now);
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const);
  const clock = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...clock, timeZone: zone }).format(startedAt);
}
