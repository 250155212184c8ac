import type { Texts } from '@/app/_text/texts';
import { type Day, formatDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';

/** A count for a reader: `1,200 followers`. Counts have twelve digits at most, which a number keeps. */
export function peopleShown(followers: bigint, t: Texts): string {
  return t('desk.people', { count: Number(followers) });
}

/** A day in full for a reader. */
export function dayShown(day: Day, locale: Locale): string {
  return formatDatedOn({ day, precision: 'day' }, locale);
}
