import type { Texts } from '@/app/_text/texts';
import type { Timer } from '@/lib/effort/rules';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { formatStart, subjectName } from './_shown';

/** The running timer in one line that leads to it; nothing while none runs. */
export function TimerBadge(props: {
  timer: Timer | null;
  zone: string;
  now: Date;
  locale: Locale;
  t: Texts;
}) {
  const { timer, zone, now, locale, t } = props;
  if (!timer) return null;
  const what = subjectName(timer, locale, t);
  return (
    <a className="timer-badge" href={paths.effort}>
      {t('effort.badge', { what, time: formatStart(timer, zone, now, locale) })}
    </a>
  );
}
