import type { Texts } from '@/app/_text/texts';
import { type FigureItem, Figures } from '@/app/_ui/figures';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, type Month } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { type Currency, formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import type { CurrencyView, MonthSum } from './_currency.view';

type Shared = { locale: Locale; t: Texts };

/** The milestones behind a month's income. */
export function incomeHref(currency: Currency, month?: Month): string {
  return withQuery(paths.milestones, { kind: 'income', currency, month });
}

/** This month against last, the best month and all time, before fees. */
export function Summary(props: { main: CurrencyView } & Shared) {
  const { main, locale, t } = props;
  const { currency } = main;
  const month = (label: string, sum: MonthSum, note: string): FigureItem => ({
    label,
    value: formatAmount({ minor: sum.minor, currency }, locale),
    note,
    href: sum.entries > 0 ? incomeHref(currency, sum.month) : undefined,
  });
  return (
    <Figures
      items={[
        month(t('dashboard.thisMonth'), main.thisMonth, comparison(main, { locale, t })),
        month(t('dashboard.lastMonth'), main.lastMonth, formatMonth(main.lastMonth.month, locale)),
        month(t('dashboard.best'), main.best, formatMonth(main.best.month, locale)),
        {
          label: t('dashboard.allTime'),
          value: formatAmount({ minor: main.total.minor, currency }, locale),
          note: t('dashboard.fromEntries', { count: main.total.entries }),
          href: main.total.entries > 0 ? incomeHref(currency) : undefined,
        },
      ]}
    />
  );
}

/** All time in each other currency, a figure each; the page of currencies has the rest. */
export function OtherCurrencies(props: { others: readonly CurrencyView[] } & Shared) {
  const { others, locale, t } = props;
  if (others.length === 0) return null;
  return (
    <section className="section">
      <SectionHead
        title={t('dashboard.otherCurrencies')}
        aside={<a href={paths.currencies}>{t('currencies.title')}</a>}
      />
      <Figures
        items={others.map((other) => ({
          label: other.currency,
          value: formatAmount({ minor: other.total.minor, currency: other.currency }, locale),
          note: t('dashboard.fromEntries', { count: other.total.entries }),
          href: incomeHref(other.currency),
        }))}
      />
    </section>
  );
}

function comparison(
  { currency, thisMonth, lastMonth }: CurrencyView,
  { locale, t }: Shared,
): string {
  if (thisMonth.entries === 0) return t('dashboard.nothingYet');
  if (lastMonth.entries === 0) return formatMonth(thisMonth.month, locale);
  const difference = thisMonth.minor - lastMonth.minor;
  if (difference === 0n) return t('dashboard.same');
  const minor = difference < 0n ? -difference : difference;
  const amount = formatAmount({ minor, currency }, locale);
  return t(difference > 0n ? 'dashboard.more' : 'dashboard.less', { amount });
}
