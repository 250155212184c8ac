import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { getGoal } from '@/lib/goal/data';
import type { Goal } from '@/lib/goal/rules';
import { goalId } from '@/lib/goal/schema';
import { takeUpGoal } from './_actions';
import { formatDay, formatValue, type GoalNames, goalTitle } from './_goal.view';

type Search = Record<string, string | string[] | undefined>;

/** What has just happened, by the address an action led to; a closing can be taken back here. */
export async function LastChange(props: {
  viewer: Viewer;
  search: Search;
  names: GoalNames;
  t: Texts;
}) {
  const { viewer, search, names, t } = props;
  if (search.deleted) return <Notice>{t('goals.deleted')}</Notice>;
  if (search.full) return <Notice>{t('errors.too-many-goals')}</Notice>;
  const what = (['saved', 'extended', 'closed', 'reopened'] as const).find((one) => search[one]);
  const id = what && goalId.safeParse(search[what]).data;
  const goal = id && (await getGoal(viewer, id))?.goal;
  if (!goal) return null;
  const title = goalTitle(goal, names, t);
  if (what === 'closed') {
    return goal.closedAt ? (
      <Notice
        stamped={goal.outcome === 'met'}
        action={
          <form action={takeUpGoal}>
            <input type="hidden" name="id" value={goal.id} />
            <Button variant="quiet" small>
              {t('goals.reopen')}
            </Button>
          </form>
        }
      >
        {t('goals.nowClosed', { goal: title, outcome: outcomeOf(goal, viewer, t) })}
      </Notice>
    ) : null;
  }
  if (what === 'reopened') return <Notice>{t('goals.reopened', { goal: title })}</Notice>;
  if (what === 'extended' && goal.dueOn) {
    const date = formatDay(goal.dueOn, viewer.locale);
    return <Notice>{t('goals.extended', { goal: title, date })}</Notice>;
  }
  const target = formatValue(goal, goal.target, { locale: viewer.locale, t });
  return <Notice>{t('goals.saved', { what: `${title} · ${target}` })}</Notice>;
}

/** "Met on 12 Nov 2026"; empty while it is open. */
export function outcomeOf({ closedAt, outcome }: Goal, viewer: Viewer, t: Texts): string {
  if (!closedAt || !outcome) return '';
  return t(`goals.${outcome}`, { date: formatDay(today(viewer.zone, closedAt), viewer.locale) });
}
