import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today } from '@/lib/calendar';

/** The day of a moment, for its reader. */
export function dayOf(at: Date, { zone, locale }: Viewer): string {
  return formatDatedOn({ day: today(zone, at), precision: 'day' }, locale);
}

/** Day and hour of a moment, for its reader. */
export function momentOf(at: Date, { zone, locale }: Viewer): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at);
}
