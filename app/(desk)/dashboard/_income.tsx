import { MonthlyIncomeChart } from '@/app/_charts/monthly-income-chart';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, formatMonthTick } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { formatAmount, formatAmountBrief, formatAmountShort } from '@/lib/money';
import type { CurrencyView } from './_currency.view';
import { incomeHref } from './_summary';

/** Gross income by month as a chart with its table. */
export function Income(props: { main: CurrencyView; locale: Locale; t: Texts }) {
  const { main, locale, t } = props;
  const { currency, months } = main;
  const stamped = new Set(main.climb.rungs.map(({ reachedOn }) => reachedOn));
  const isEmpty = months.every(({ entries }) => entries === 0);
  const edge = (at: number) => {
    const sum = months.at(at);
    return sum ? formatMonth(sum.month, locale) : '';
  };
  return (
    <section className="section">
      <SectionHead title={t('dashboard.income')} />
      <MonthlyIncomeChart
        title={t('dashboard.incomeTitle', { currency, from: edge(0), to: edge(-1) })}
        caption={isEmpty ? t('dashboard.noIncome') : undefined}
        tableSummary={t('desk.table')}
        monthHead={t('desk.month')}
        totalHead={t('desk.total')}
        months={months.map(({ month, minor, entries }) => ({
          month,
          label: formatMonthTick(month, locale),
          fullLabel: formatMonth(month, locale),
          total: formatAmount({ minor, currency }, locale),
          shortTotal: formatAmountShort({ minor, currency }, locale),
          // A bar's height needs no more digits than a number keeps.
          value: Number(minor),
          href: entries > 0 ? incomeHref(currency, month) : undefined,
          stamp: stamped.has(month),
        }))}
        rungs={main.rungs.map((minor) => ({
          label: formatAmountBrief({ minor, currency }, locale),
          value: Number(minor),
        }))}
      />
    </section>
  );
}
