import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, type Month } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import type { StreakSettings } from '@/lib/pause/data';
import { removePause, savePause, switchStreak } from './_actions';
import { PauseForm } from './_pause-form';

/** Whether the months without a break show, and which months are paused. */
export function StreakSection(props: {
  settings: StreakSettings;
  thisMonth: Month;
  locale: Locale;
  t: Texts;
}) {
  const { settings, thisMonth, locale, t } = props;
  const { shows, pauses } = settings;
  return (
    <section className="section">
      <SectionHead title={t('settings.streak')} />
      <p>{t('settings.streakLead')}</p>
      <form action={switchStreak} className="actions">
        <input type="hidden" name="shows" value={shows ? 'no' : 'yes'} />
        <p>{t(shows ? 'settings.streakShown' : 'settings.streakHidden')}</p>
        <Button variant="quiet" small>
          {t(shows ? 'settings.streakHide' : 'settings.streakShow')}
        </Button>
      </form>
      <h3>{t('settings.pauses')}</h3>
      {pauses.length === 0 ? <p className="soft">{t('settings.noPauses')}</p> : null}
      {pauses.length > 0 ? (
        <ul className="pauses">
          {[...pauses].reverse().map((month) => (
            <li key={month}>
              <span>{formatMonth(month, locale)}</span>
              <form action={removePause}>
                <input type="hidden" name="month" value={month} />
                <Button
                  variant="quiet"
                  small
                  aria-label={t('settings.resumeOne', { month: formatMonth(month, locale) })}
                >
                  {t('settings.resume')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <PauseForm
        action={savePause}
        thisMonth={thisMonth}
        texts={{
          month: t('settings.pauseMonth'),
          hint: t('settings.pauseHint'),
          pause: t('settings.pause'),
          saving: t('desk.saving'),
        }}
      />
    </section>
  );
}
