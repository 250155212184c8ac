import { BudgetChart } from '@/app/_charts/budget-chart';
import type { Texts } from '@/app/_text/texts';
import { Figures } from '@/app/_ui/figures';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, formatMonthTick } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { Side } from '@/lib/progress/budget.rules';
import type { Sides } from '@/lib/response/sides.rules';
import { type Range, ranges } from '../dashboard/_range';
import type { BudgetView } from './_budget.view';
import { CameBy } from './_came-by';

type Shared = { view: BudgetView; locale: Locale; t: Texts };

/** Hours of building and of networking side by side, what an hour of each brought, and who came. */
export function Budget(props: Shared & { came: Sides; range: Range; metByPeople: number }) {
  const { view, came, range, locale, t } = props;
  const { months } = view;
  const edge = (at: number) => {
    const month = months.at(at)?.month;
    return month ? formatMonth(month, locale) : '';
  };
  return (
    <section className="section">
      <SectionHead
        title={t('effort.budget.title')}
        id="budget"
        aside={
          <nav aria-label={t('effort.budget.range')} className="ranges">
            {ranges.map((one) => (
              <a
                key={one}
                href={`${withQuery(paths.effort, { months: one === '12' ? undefined : one })}#budget`}
                aria-current={one === range ? 'true' : undefined}
              >
                {one === 'all'
                  ? t('effort.budget.all')
                  : t('effort.budget.months', { count: Number(one) })}
              </a>
            ))}
          </nav>
        }
      />
      {view.verdict === 'no-hours' ? (
        <p className="soft">{t('effort.budget.empty')}</p>
      ) : (
        <>
          <BudgetChart
            title={t('effort.budget.chart', { from: edge(0), to: edge(-1) })}
            tableSummary={t('desk.table')}
            monthHead={t('desk.month')}
            totalHead={t('desk.total')}
            names={{
              building: t('effort.purposes.building'),
              networking: t('effort.purposes.networking'),
            }}
            shown={(minutes) => t('desk.hours', { hours: hoursShown(minutes) })}
            months={months.map((month) => ({
              ...month,
              label: formatMonthTick(month.month, locale),
              fullLabel: formatMonth(month.month, locale),
            }))}
          />
          <Returns {...props} />
          <CameBy sides={came} range={range} locale={locale} t={t} />
        </>
      )}
    </section>
  );
}

function Returns({ view, metByPeople, locale, t }: Shared & { metByPeople: number }) {
  const { currency, sides } = view;
  // Japanese puts nothing between sentences.
  const gap = locale === 'ja' ? '' : ' ';
  const amount = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const figure = (name: keyof BudgetView['sides']) => ({
    label: t(`effort.purposes.${name}`),
    value: rateOf(sides[name]),
    note: basisOf(sides[name]),
  });
  const rateOf = ({ perHour }: Side) =>
    perHour === null ? t('effort.budget.unknown') : amount(perHour);
  const basisOf = ({ net, minutes, months }: Side) =>
    minutes === 0
      ? t('effort.budget.noHours')
      : t('effort.budget.basis', { amount: amount(net), hours: hoursShown(minutes), months });
  return (
    <div className="returns">
      <h3>{t('effort.budget.returns')}</h3>
      <p>{verdictOn(view, locale, t)}</p>
      <Figures items={[figure('building'), figure('networking')]} />
      <p className="soft">
        {view.hasOthers ? `${t('effort.budget.others', { currency })}${gap}` : null}
        {t('effort.budget.how')}
        {gap}
        {t('effort.budget.whichStreams', { count: metByPeople })}{' '}
        <a href={paths.streams}>{t('effort.budget.setStreams')}</a>
      </p>
    </div>
  );
}

function verdictOn({ verdict, sides, currency }: BudgetView, locale: Locale, t: Texts): string {
  const { building, networking } = sides;
  const amount = ({ perHour }: Side) => formatAmount({ minor: perHour ?? 0n, currency }, locale);
  switch (verdict) {
    case 'building':
      return t('effort.budget.building', { more: amount(building), less: amount(networking) });
    case 'networking':
      return t('effort.budget.networking', { more: amount(networking), less: amount(building) });
    case 'even':
      return t('effort.budget.even', { more: amount(building) });
    case 'no-income':
      return t('effort.budget.noIncome');
    default:
      return t('effort.budget.tooLittle');
  }
}
