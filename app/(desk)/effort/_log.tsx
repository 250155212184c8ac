import { uuidv7 } from 'uuidv7';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import type { LastSubject } from '@/lib/effort/data';
import { noSubject, type Timer, writeSubject } from '@/lib/effort/rules';
import type { Skill } from '@/lib/skill/data';
import type { Stream } from '@/lib/stream/rules';
import { saveEffort, spendTime } from './_actions';
import { EffortForm } from './_form';
import { effortFormTexts, purposeOptions, subjectGroups, valuesOfNew } from './_form-options';
import { TapForm } from './_tap';
import { RunningTimer } from './_timer';

const taps = [15, 30, 60];

/** Logging in one tap, by timer, or in full; what was last logged for is chosen already. */
export function Log(props: {
  viewer: Viewer;
  timer: Timer | null;
  last: LastSubject | null;
  streams: readonly Stream[];
  skills: readonly Skill[];
  now: Date;
  t: Texts;
}) {
  const { viewer, timer, last, now, t } = props;
  const subjects = subjectGroups(props.streams, props.skills, null, viewer.locale, t);
  const purposes = purposeOptions(t);
  const { streamId, skillId } = last ?? noSubject;
  const value = streamId
    ? writeSubject({ kind: 'stream', id: streamId })
    : skillId
      ? writeSubject({ kind: 'skill', id: skillId })
      : '';
  // A stream closed since is offered no more.
  const isOffered = subjects.some(({ options }) => options.some((one) => one.value === value));
  const stored = { purpose: last?.purpose ?? 'building', subject: isOffered ? value : '' };
  return (
    <section className="section">
      <SectionHead title={t('effort.log')} />
      {timer ? <RunningTimer timer={timer} viewer={viewer} now={now} t={t} /> : null}
      <TapForm
        action={spendTime}
        id={uuidv7()}
        purposes={purposes}
        subjects={subjects}
        stored={stored}
        canStart={timer === null}
        texts={{
          purpose: t('effort.purpose'),
          subject: t('effort.subject'),
          start: t('effort.startTimer'),
          today: t('effort.today'),
        }}
        minutes={taps.map((minutes) => ({
          value: String(minutes),
          label: t('desk.minutes', { minutes }),
        }))}
      />
      <EffortForm
        action={saveEffort}
        summary={t('effort.more')}
        stored={valuesOfNew({ ...stored, today: today(viewer.zone, now) })}
        purposes={purposes}
        subjects={subjects}
        texts={effortFormTexts(t)}
      />
    </section>
  );
}
