import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import type { GoalChange } from '@/lib/goal/data';
import type { Goal } from '@/lib/goal/rules';
import { historyOf } from './_history.view';

/** What became of a goal, each with its day, oldest first. */
export function History(props: {
  goal: Goal;
  changes: readonly GoalChange[];
  viewer: Viewer;
  t: Texts;
}) {
  const { goal, changes, viewer, t } = props;
  const { locale, zone } = viewer;
  const facts = historyOf(goal, changes, (at) => today(zone, at), { locale, t });
  return (
    <section className="section">
      <SectionHead title={t('goals.history')} />
      <ol className="goal-history">
        {facts.map(({ key, day, date, what, detail }) => (
          <li key={key}>
            <time dateTime={day}>{date}</time>
            <span>
              {what}
              {detail ? <small className="soft"> {detail}</small> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
