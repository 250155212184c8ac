import type { Metadata } from 'next';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { getGoal } from '@/lib/goal/data';
import { type Goal, standing } from '@/lib/goal/rules';
import { goalId } from '@/lib/goal/schema';
import { paths } from '@/lib/paths';
import { getProgress } from '@/lib/progress/data';
import { Desk } from '../../_desk';
import { putOffGoal, removeGoal, saveGoal, takeUpGoal } from '../_actions';
import { ExtendForm } from '../_extend';
import { FinishButton } from '../_finish';
import { GoalForm } from '../_form';
import { goalChoices, goalFormTexts, valuesOf } from '../_form-values';
import { formatDay, formatValue, goalNames, goalView, rateFor } from '../_goal.view';
import { GoalStanding } from '../_goal-row';
import { History } from '../_history';
import { outcomeOf } from '../_last-change';

type Props = PageProps<'/goals/[id]'>;

/** The viewer's goal of this id; another person's is as missing as none. */
const find = cache(async (id: string) => {
  const known = goalId.safeParse(id);
  return known.success ? getGoal(await requireViewer(), known.data) : null;
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find((await props.params).id);
  const t = await readerTexts();
  return { title: found ? t('goals.editTitle') : t('problems.notFoundTitle') };
}

/** One goal: where it stands, its target and date, what became of it. */
export default async function GoalPage(props: Props) {
  const viewer = await requireViewer();
  const found = await find((await props.params).id);
  if (!found) return missingPage();
  const { goal, changes } = found;
  const { locale } = viewer;
  const facts = await getProgress(viewer);
  const names = goalNames(facts, locale);
  const t = textsIn(locale);
  const day = today(viewer.zone, new Date());
  const stands = standing(goal, facts, day);
  const view = goalView(goal, stands, { rate: rateFor(goal, facts, day), names, locale, t });
  return (
    <Desk viewer={viewer} here="goals">
      <PageHeader
        title={view.title}
        lead={goal.closedAt ? closedLead(goal, viewer, t) : undefined}
      />
      {goal.closedAt ? (
        <form action={takeUpGoal}>
          <input type="hidden" name="id" value={goal.id} />
          <Button>{t('goals.reopen')}</Button>
        </form>
      ) : (
        <div className="goal goal-alone">
          <GoalStanding view={view} t={t} />
          {view.isOverdue ? <p className="goal-overdue">{t('goals.overdue')}</p> : null}
        </div>
      )}
      <div className="split split-even">
        {goal.closedAt ? null : (
          <section className="section">
            <SectionHead title={t('goals.change')} />
            <p className="soft">{t('goals.changeHint')}</p>
            <GoalForm
              action={saveGoal}
              stored={valuesOf(goal)}
              texts={goalFormTexts(t)}
              choices={goalChoices(facts, t, locale)}
              cancelHref={paths.goals}
            />
          </section>
        )}
        <div className="column">
          {goal.closedAt ? null : <Finish goal={goal} viewer={viewer} t={t} />}
          <History goal={goal} changes={changes} viewer={viewer} t={t} />
          <Removal id={goal.id} t={t} />
        </div>
      </div>
    </Desk>
  );
}

function closedLead(goal: Goal, viewer: Viewer, t: Texts): string {
  const target = formatValue(goal, goal.target, { locale: viewer.locale, t });
  return `${target} · ${outcomeOf(goal, viewer, t)}`;
}

function Finish({ goal, viewer, t }: { goal: Goal; viewer: Viewer; t: Texts }) {
  return (
    <section className="section">
      <SectionHead title={t('goals.finish')} />
      <p className="soft">{t('goals.finishHint')}</p>
      <div className="actions">
        <FinishButton id={goal.id} outcome="met" t={t} />
        <FinishButton id={goal.id} outcome="dropped" t={t} />
      </div>
      {goal.dueOn ? (
        <ExtendForm
          action={putOffGoal}
          id={goal.id}
          version={goal.version}
          texts={{
            label: t('goals.extendTo'),
            hint: t('goals.extendHint', { date: formatDay(goal.dueOn, viewer.locale) }),
            extend: t('goals.extend'),
            extending: t('goals.extending'),
          }}
        />
      ) : null}
    </section>
  );
}

/** Asked for twice, because it cannot be undone. */
function Removal({ id, t }: { id: string; t: Texts }) {
  return (
    <details className="goal-removal">
      <summary>{t('goals.delete')}</summary>
      <p>{t('goals.deleteHint')}</p>
      <form action={removeGoal}>
        <input type="hidden" name="id" value={id} />
        <Button variant="danger" small>
          {t('goals.deleteForGood')}
        </Button>
      </form>
    </details>
  );
}
