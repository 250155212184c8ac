import type { Texts } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import { formatMonth, monthOf } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import { budgets } from '@/lib/progress/budget.rules';
import type { Sums } from '@/lib/progress/data';
import type { DashboardView } from './_dashboard.view';

/** Net, rate, hours and months without a break: what the income took and how steady it was. */
export function WorkFigures(props: {
  view: DashboardView;
  sums: Sums;
  span: { from: string; to: string };
  locale: Locale;
  t: Texts;
}) {
  const { view, sums, span, locale, t } = props;
  const { work, rate, main } = view;
  const money = (minor: bigint) => formatAmount({ minor, currency: main.currency }, locale);
  const [month] = budgets(sums.milestones, sums.efforts, [monthOf(view.today)]);
  const hours = (minutes: number) => t('desk.hours', { hours: hoursShown(minutes) });
  const items: FigureItem[] = [
    {
      label: t('dashboard.net'),
      value: money(work.reduce((sum, { net }) => sum + net, 0n)),
      note: t('dashboard.netNote', span),
      href: paths.streams,
    },
    {
      label: t('dashboard.rate'),
      value: rate ? money(rate.perHour) : '—',
      note: rate
        ? t('dashboard.rateNote', { months: rate.months, of: rate.of })
        : t('dashboard.rateNone'),
    },
    {
      label: t('dashboard.building'),
      value: hours(month?.building ?? 0),
      note: t('dashboard.networkingNote', { time: hours(month?.networking ?? 0) }),
      href: paths.effort,
    },
    ...streakFigure(view, locale, t),
  ];
  return <Figures items={items} />;
}

function streakFigure({ streak }: DashboardView, locale: Locale, t: Texts): FigureItem[] {
  if (!streak) return [];
  const month = streak.since ? formatMonth(streak.since, locale) : '';
  return [
    {
      label: t('dashboard.streak'),
      value: t('dashboard.streakMonths', { count: streak.months }),
      note: !streak.since
        ? t('dashboard.streakNone')
        : streak.includesThisMonth
          ? t('dashboard.streakSince', { month })
          : t('dashboard.streakOpen', { month }),
    },
  ];
}
