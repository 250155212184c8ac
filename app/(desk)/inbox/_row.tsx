import type { Texts } from '@/app/_text/texts';
import { Pill } from '@/app/_ui/pill';
import type { Viewer } from '@/lib/auth/viewer';
import { type Day, formatDatedOn } from '@/lib/calendar';
import { type Inquiry, isOverdue, stateOf } from '@/lib/inquiry/state.rules';
import { paths } from '@/lib/paths';
import { truncate } from '@/lib/text';
import { dayOf } from '../_moments';
import { cameBy } from './_words';

/** Signs of a message that the list shows. */
const glimpse = 120;

/** One who came, in the list: who, about what, when, how they came, where it stands. */
export function InquiryLine(props: { inquiry: Inquiry; today: Day; viewer: Viewer; t: Texts }) {
  const { inquiry, viewer, t } = props;
  const { name, message, note, nextStep, outcome } = inquiry;
  const state = stateOf(inquiry);
  const [first = ''] = (message || note).split('\n');
  return (
    <li className="inbox-line" data-state={state}>
      <p className="inbox-who">
        <a href={paths.inquiry(inquiry.id)}>{name}</a>
        <span className="soft">{t(`contact.subjects.${inquiry.subject}`)}</span>
      </p>
      <p className="inbox-states">
        {outcome ? <Pill>{t(`inbox.outcomes.${outcome}`)}</Pill> : null}
        <Pill>{t(`inbox.states.${state}`)}</Pill>
        <time dateTime={inquiry.arrivedAt.toISOString()}>{dayOf(inquiry.arrivedAt, viewer)}</time>
      </p>
      {first ? <p className="inbox-glimpse">{truncate(first, glimpse)}</p> : null}
      <p className="soft">{cameBy(inquiry, viewer.locale, t)}</p>
      {nextStep ? <NextStep {...props} nextStep={nextStep} /> : null}
    </li>
  );
}

function NextStep(props: {
  inquiry: Inquiry;
  nextStep: string;
  today: Day;
  viewer: Viewer;
  t: Texts;
}) {
  const { inquiry, nextStep: step, today, viewer, t } = props;
  const { nextStepOn: day } = inquiry;
  const late = isOverdue(inquiry, today);
  const by = day
    ? t('inbox.nextStepBy', { step, day: formatDatedOn({ day, precision: 'day' }, viewer.locale) })
    : step;
  return (
    <p className={late ? 'inbox-step inbox-late' : 'inbox-step'}>
      {late ? t('inbox.overdue', { step: by }) : by}
    </p>
  );
}
