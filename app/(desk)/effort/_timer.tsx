import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import type { Viewer } from '@/lib/auth/viewer';
import { elapsedMinutes, isForgotten, type Timer } from '@/lib/effort/rules';
import { dropTimer, endTimer } from './_actions';
import { Elapsed } from './_elapsed';
import { formatStart, subjectName } from './_shown';
import { StopForm } from './_stop';

/** The running timer: for what, since when, and how to end it. */
export function RunningTimer(props: { timer: Timer; viewer: Viewer; now: Date; t: Texts }) {
  const { timer, viewer, now, t } = props;
  const { locale, zone } = viewer;
  const isLong = isForgotten(elapsedMinutes(timer.startedAt, now));
  const facts = [subjectName(timer, locale, t)];
  if (timer.subject) facts.push(t(`effort.purposes.${timer.purpose}`));
  return (
    <section className="timer" aria-label={t('effort.running')}>
      <div className="timer-head">
        <div>
          <h3>{t('effort.running')}</h3>
          <p>{facts.join(' · ')}</p>
          <p className="soft">
            <time dateTime={timer.startedAt.toISOString()}>
              {t('effort.since', { time: formatStart(timer, zone, now, locale) })}
            </time>
          </p>
        </div>
        <Elapsed startedAt={timer.startedAt.toISOString()} label={t('effort.elapsed')} />
      </div>
      <StopForm
        action={endTimer}
        id={timer.id}
        asks={isLong ? t('errors.timer-too-long') : null}
        texts={{
          stop: t('effort.stopTimer'),
          stopping: t('effort.stopping'),
          hours: t('effort.reallyHours'),
          hoursHint: t('effort.reallyHoursHint'),
        }}
      />
      <details className="fold">
        <summary>{t('effort.discardHead')}</summary>
        <form action={dropTimer} className="fields">
          <input type="hidden" name="id" value={timer.id} />
          <p className="soft">{t('effort.discardText')}</p>
          <div className="actions">
            <Button variant="danger" small>
              {t('effort.discard')}
            </Button>
          </div>
        </form>
      </details>
    </section>
  );
}
