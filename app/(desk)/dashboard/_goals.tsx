import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Day } from '@/lib/calendar';
import type { GoalFacts } from '@/lib/goal/rules';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { type GoalNames, rateFor } from '../goals/_goal.view';
import { GoalRow } from '../goals/_goal-row';
import type { GoalView } from './_next.view';

/** More would push the rest of the page away; their own page has them all. */
const shownAtMost = 4;

/** The first of the person's goals, in their order, each with its pace. */
export function Goals(props: {
  goals: readonly GoalView[];
  facts: GoalFacts;
  today: Day;
  names: GoalNames;
  locale: Locale;
  t: Texts;
}) {
  const { goals, facts, today, t, ...rest } = props;
  return (
    <section className="section">
      <SectionHead
        title={t('dashboard.goals')}
        aside={
          <a href={goals.length > 0 ? paths.goals : paths.newGoal}>
            {t(goals.length > 0 ? 'dashboard.allGoals' : 'dashboard.next.setGoal')}
          </a>
        }
      />
      {goals.length === 0 ? (
        <p className="soft">{t('dashboard.next.setGoalWhy')}</p>
      ) : (
        <ol className="goals">
          {goals.slice(0, shownAtMost).map(({ goal, standing }) => (
            <GoalRow
              key={goal.id}
              goal={goal}
              standing={standing}
              rate={rateFor(goal, facts, today)}
              t={t}
              isBrief
              {...rest}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
