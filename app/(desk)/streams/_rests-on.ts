import type { Texts } from '@/app/_text/texts';

/** How many months had hours at all, which an hourly rate rests on. */
export function restsOn({ timed, of }: { timed: number; of: number }, t: Texts): string {
  return timed === of ? t('streams.hoursAll', { of }) : t('streams.hoursKnown', { timed, of });
}
