import type { Texts } from '@/app/_text/texts';
import { hoursShown } from '@/lib/milestone/rules';

/** Minutes for a reader: `45 minutes`, `12.5 hours`, `0 hours`. */
export function minutesShown(minutes: number, t: Texts): string {
  return minutes > 0 && minutes < 60
    ? t('desk.minutes', { minutes })
    : t('desk.hours', { hours: hoursShown(minutes) });
}
