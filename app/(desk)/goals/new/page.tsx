import type { Metadata } from 'next';
import { uuidv7 } from 'uuidv7';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { measures } from '@/lib/goal/rules';
import { getLastIncome } from '@/lib/milestone/data';
import { localCurrency } from '@/lib/money';
import { paths } from '@/lib/paths';
import { getProgress } from '@/lib/progress/data';
import { Desk } from '../../_desk';
import { saveGoal } from '../_actions';
import { GoalForm } from '../_form';
import { goalChoices, goalFormTexts, valuesOfNew } from '../_form-values';
import { goalNames } from '../_goal.view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('goals.newTitle') };
}

/**
 * The empty form. `?measure=followers` opens it on another measure than monthly income, and
 * `?stream=`, `?skill=` or `?audience=` on what it is about.
 */
export default async function NewGoalPage(props: PageProps<'/goals/new'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const [lists, last] = await Promise.all([getProgress(viewer), getLastIncome(viewer)]);
  const names = goalNames(lists, viewer.locale);
  const t = textsIn(viewer.locale);
  const known = (id: unknown) => (typeof id === 'string' && names.has(id) ? id : '');
  return (
    <Desk viewer={viewer} here="goals">
      <PageHeader title={t('goals.newTitle')} />
      <GoalForm
        action={saveGoal}
        stored={valuesOfNew(uuidv7(), {
          measure: measures.find((measure) => measure === search.measure) ?? measures[0],
          stream: known(search.stream),
          skill: known(search.skill),
          audience: known(search.audience),
          currency: last?.currency ?? localCurrency(viewer.zone),
        })}
        texts={goalFormTexts(t)}
        choices={goalChoices(lists, t, viewer.locale)}
        cancelHref={paths.goals}
      />
    </Desk>
  );
}
