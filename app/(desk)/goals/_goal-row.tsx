import type { ReactNode } from 'react';
import type { Texts } from '@/app/_text/texts';
import { Seal } from '@/app/_ui/seal';
import type { Goal, Standing } from '@/lib/goal/rules';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { HourlyRate } from '@/lib/progress/rules';
import { type GoalNames, type GoalView, goalView } from './_goal.view';

/** One goal in a list (`ol` or `ul` with class `goals`): what it measures, how far it is, what it takes. */
export function GoalRow(props: {
  goal: Goal;
  standing: Standing;
  /** Of `rateFor(goal, facts, today)`. */
  rate: HourlyRate | null;
  /** Of `goalNames(…)`. */
  names: GoalNames;
  locale: Locale;
  t: Texts;
  actions?: ReactNode;
  /** Says only what is needed and where it leads, for beside other things. */
  isBrief?: boolean;
}) {
  const { goal, standing, t, actions, isBrief, ...rest } = props;
  const whole = goalView(goal, standing, { ...rest, t });
  const view = isBrief ? { ...whole, facts: whole.facts.filter(isBriefFact) } : whole;
  return (
    // The address names it after it was moved; the keyboard goes on from there.
    <li className="goal" id={`goal-${goal.id}`} tabIndex={-1}>
      <h3 className="goal-title">
        <a href={paths.goal(goal.id)}>{view.title}</a>
      </h3>
      <GoalStanding view={view} t={t} />
      {view.isOverdue ? (
        <p className="goal-overdue">
          {t('goals.overdue')} <a href={paths.goal(goal.id)}>{t('goals.overdueWay')}</a>
        </p>
      ) : null}
      {actions ? <div className="goal-actions">{actions}</div> : null}
    </li>
  );
}

function isBriefFact({ key }: GoalView['facts'][number]): boolean {
  return key === 'needed' || key === 'forecast';
}

/** How far a goal is: figures, bar, what is needed, the pace and where it leads. */
export function GoalStanding({ view, t }: { view: GoalView; t: Texts }) {
  return (
    <>
      <div className="goal-progress">
        <p className="goal-figures">
          <span className="figure">{view.progress}</span>
          {view.isMet ? (
            <span className="goal-met">
              <Seal className="stamped" /> {t('goals.reached')}
            </span>
          ) : null}
        </p>
        <GoalBar view={view} />
        <p className="goal-when">
          <span>{view.when}</span>
          {view.basis ? <span>{view.basis}</span> : null}
        </p>
      </div>
      {view.facts.length > 0 ? (
        <dl className="goal-facts">
          {view.facts.map(({ key, label, text, note }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                {text} {note ? <small className="soft">{note}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </>
  );
}

/** Once the target is passed the bar goes on, and a line across it marks where the target was. */
function GoalBar({ view: { title, progress, bar } }: { view: GoalView }) {
  return (
    <div className="goal-bar">
      <meter aria-label={`${title}: ${progress}`} value={bar.value} max={bar.max} />
      {bar.targetAt === null ? null : (
        <svg aria-hidden="true" className="goal-bar-target">
          <line x1={`${bar.targetAt}%`} x2={`${bar.targetAt}%`} y1="0" y2="100%" />
        </svg>
      )}
    </div>
  );
}
