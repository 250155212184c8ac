import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { listClosedGoals } from '@/lib/goal/data';
import { type Goal, type GoalFacts, standing } from '@/lib/goal/rules';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { getProgress } from '@/lib/progress/data';
import { Desk } from '../_desk';
import { orderGoal } from './_actions';
import { FinishButton } from './_finish';
import { formatValue, type GoalNames, goalNames, goalTitle, rateFor } from './_goal.view';
import { GoalRow } from './_goal-row';
import { LastChange, outcomeOf } from './_last-change';
import { OrderButtons } from './_order';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('goals.title') };
}

/** The goals in progress, in the person's own order, and below them what became of others. */
export default async function GoalsPage(props: PageProps<'/goals'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const [progress, closed] = await Promise.all([getProgress(viewer), listClosedGoals(viewer)]);
  const open = progress.goals;
  const names = goalNames(progress, viewer.locale);
  const t = textsIn(viewer.locale);
  const isEmpty = open.length + closed.length === 0;
  return (
    <Desk viewer={viewer} here="goals">
      <PageHeader
        title={t('goals.title')}
        lead={isEmpty ? undefined : t('goals.lead')}
        actions={<ButtonLink href={paths.newGoal}>{t('goals.new')}</ButtonLink>}
      />
      <LastChange viewer={viewer} search={search} names={names} t={t} />
      {isEmpty ? <NoGoals locale={viewer.locale} t={t} /> : null}
      {isEmpty ? null : (
        <OpenGoals {...{ goals: open, facts: progress, search, names, viewer, t }} />
      )}
      {closed.length > 0 ? <ClosedGoals {...{ goals: closed, names, viewer, t }} /> : null}
    </Desk>
  );
}

function NoGoals({ locale, t }: { locale: Locale; t: Texts }) {
  const marks = locale === 'ja' ? ['一', '二', '三'] : ['1', '2', '3'];
  return (
    <EmptyState
      title={t('goals.emptyTitle')}
      text={t('goals.emptyText')}
      steps={(['one', 'two', 'three'] as const).map((step, i) => ({
        mark: marks[i] ?? '',
        title: t(`goals.steps.${step}Title`),
        text: t(`goals.steps.${step}Text`),
      }))}
    />
  );
}

type Shared = { goals: readonly Goal[]; names: GoalNames; viewer: Viewer; t: Texts };

type Search = Awaited<PageProps<'/goals'>['searchParams']>;

function OpenGoals(props: Shared & { facts: GoalFacts; search: Search }) {
  const { goals, facts, search, names, viewer, t } = props;
  const day = today(viewer.zone, new Date());
  return (
    <section className="section">
      <SectionHead title={t('goals.open')} />
      {goals.length === 0 ? <p className="soft">{t('goals.none')}</p> : null}
      <ol className="goals">
        {goals.map((goal, i) => {
          const stands = standing(goal, facts, day);
          return (
            <GoalRow
              key={goal.id}
              goal={goal}
              standing={stands}
              rate={rateFor(goal, facts, day)}
              names={names}
              locale={viewer.locale}
              t={t}
              actions={
                <>
                  <OrderButtons
                    action={orderGoal}
                    id={goal.id}
                    names={orderNames(goalTitle(goal, names, t), i, goals.length, t)}
                    moved={movedTo(goal, search)}
                  />
                  {stands.isMet && !goal.every ? (
                    <FinishButton id={goal.id} outcome="met" small t={t} />
                  ) : null}
                </>
              }
            />
          );
        })}
      </ol>
    </section>
  );
}

/** The ways a goal can go from its place. */
function orderNames(goal: string, place: number, count: number, t: Texts) {
  return {
    up: place > 0 ? t('goals.up', { goal }) : undefined,
    down: place < count - 1 ? t('goals.down', { goal }) : undefined,
  };
}

function movedTo({ id }: Goal, { moved, direction }: Search) {
  return moved === id && (direction === 'up' || direction === 'down') ? direction : null;
}

function ClosedGoals({ goals, names, viewer, t }: Shared) {
  return (
    <section className="section">
      <SectionHead title={t('goals.closed')} />
      <ul className="goals-closed">
        {goals.map((goal) => (
          <li key={goal.id}>
            <h3 className="goal-title">
              <a href={paths.goal(goal.id)}>{goalTitle(goal, names, t)}</a>
            </h3>
            <span className="figure">
              {formatValue(goal, goal.target, { locale: viewer.locale, t })}
            </span>
            <span className="soft">{outcomeOf(goal, viewer, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
