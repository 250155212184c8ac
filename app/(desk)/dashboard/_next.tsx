import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { formatDatedOn } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { DashboardView } from './_dashboard.view';

/** Without a way where what is to be done stands right below. */
type Said = { what: string; why: string; href?: string };

/** The one suggestion, with its reason, and the way there. `goalName` puts a goal into words. */
export function Next(props: {
  view: DashboardView;
  goalName: (goalId: string) => string;
  locale: Locale;
  t: Texts;
}) {
  const { what, why, href } = say(props);
  const { t } = props;
  return (
    <section className="next-step">
      <div>
        <h2>{t('dashboard.next.title')}</h2>
        <p className="next-step-what">{what}</p>
        <p className="soft">{why}</p>
      </div>
      {href ? (
        <ButtonLink variant="quiet" href={href}>
          {t('dashboard.next.open')}
        </ButtonLink>
      ) : null}
    </section>
  );
}

function say({ view, goalName, locale, t }: Parameters<typeof Next>[0]): Said {
  const { next, main, presentRate } = view;
  const money = (minor: bigint) => formatAmount({ minor, currency: main.currency }, locale);
  switch (next.step) {
    case 'stop-timer':
      return {
        what: t('dashboard.next.stopTimer'),
        why: t('dashboard.next.stopTimerWhy', { hours: hoursShown(next.minutes) }),
        href: paths.effort,
      };
    case 'first-income':
      return {
        what: t('dashboard.next.firstIncome'),
        why: t('dashboard.next.firstIncomeWhy'),
        href: withQuery(paths.newMilestone, { kind: 'income' }),
      };
    case 'confirm-income':
      return {
        what: t('dashboard.next.confirmIncome'),
        why: t('dashboard.next.confirmIncomeWhy', { count: next.streams }),
      };
    case 'log-last-month':
      return {
        what: t('dashboard.next.lastMonth'),
        why: t('dashboard.next.lastMonthWhy'),
        href: withQuery(paths.newMilestone, { kind: 'income', month: main.lastMonth.month }),
      };
    case 'log-hours':
      return {
        what: t('dashboard.next.hours'),
        why: t('dashboard.next.hoursWhy', { timed: next.timed }),
        href: withQuery(paths.milestones, { kind: 'income' }),
      };
    case 'goal':
      return sayGoal(next.goalId, { view, goalName, locale, t });
    case 'rung':
      return {
        what: t('dashboard.next.rung', { amount: money(next.missing) }),
        why: t('dashboard.next.rungWhy', {
          hours: next.hours,
          rate: money(presentRate?.perHour ?? 0n),
          months: presentRate?.months ?? 0,
        }),
        href: paths.ladder,
      };
    case 'set-goal':
      return {
        what: t('dashboard.next.setGoal'),
        why: t('dashboard.next.setGoalWhy'),
        href: paths.newGoal,
      };
    case 'publish':
      return {
        what: t('dashboard.next.publish'),
        why: t('dashboard.next.publishWhy', { count: next.milestones }),
        href: paths.record,
      };
    case 'keep-going':
      return {
        what: t('dashboard.next.keepGoing'),
        why: t('dashboard.next.keepGoingWhy'),
        href: paths.capture,
      };
  }
}

function sayGoal(goalId: string, props: Parameters<typeof Next>[0]): Said {
  const { view, goalName, locale, t } = props;
  const found = view.goals.find(({ goal }) => goal.id === goalId);
  const day = found?.goal.dueOn;
  const line = found?.standing.line;
  const date = day ? formatDatedOn({ day, precision: 'day' }, locale) : '';
  const { currency = null } = found?.goal ?? {};
  return {
    what: t('dashboard.next.goal', { goal: goalName(goalId) }),
    why:
      line && currency
        ? t('dashboard.next.goalLine', {
            date,
            amount: formatAmount({ minor: line.perMonth, currency }, locale),
          })
        : t('dashboard.next.goalWhy', { date }),
    href: paths.goal(goalId),
  };
}
