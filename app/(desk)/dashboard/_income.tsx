import { MonthlyIncomeChart } from '@/app/_charts/monthly-income-chart';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, formatMonthTick } from '@/lib/calendar';
import { rungsOf } from '@/lib/ladder/rules';
import type { Locale } from '@/lib/locale';
import { formatAmount, formatAmountShort } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { CurrencyView } from './_dashboard.view';
import { incomeHref } from './_summary';

const ranges = [12, 24] as const;

/** Income by month as a chart with its table; the range stands in the address. */
export function Income(props: {
  main: CurrencyView;
  monthCount: number;
  locale: Locale;
  t: Texts;
}) {
  const { main, monthCount, locale, t } = props;
  const { currency, months } = main;
  const stamped = new Set(main.climb.rungs.map(({ reachedOn }) => reachedOn));
  const isEmpty = months.every(({ entries }) => entries === 0);
  const edge = (at: number) => {
    const sum = months.at(at);
    return sum ? formatMonth(sum.month, locale) : '';
  };
  return (
    <section className="section">
      <SectionHead
        title={t('dashboard.income')}
        aside={
          <nav aria-label={t('dashboard.range')} className="ranges">
            {ranges.map((count) => (
              <a
                key={count}
                href={withQuery(paths.dashboard, { months: count === 12 ? undefined : `${count}` })}
                aria-current={count === monthCount ? 'true' : undefined}
              >
                {t('dashboard.months', { count })}
              </a>
            ))}
          </nav>
        }
      />
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
        rungs={rungsOf(currency).map((minor) => ({
          label: formatAmountShort({ minor, currency }, locale),
          value: Number(minor),
        }))}
      />
    </section>
  );
}
