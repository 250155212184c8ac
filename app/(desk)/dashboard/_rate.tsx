import { LineChart } from '@/app/_charts/line-chart';
import { lineTicks } from '@/app/_charts/line-geometry';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, formatMonthTick } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { type Currency, formatAmount } from '@/lib/money';
import { hourlyRate, type WorkMonth } from '@/lib/progress/rules';
import { moneyTicks } from '../_money-ticks';

/** Fewer points are no trend, and the caption says so. */
const enough = 3;

/** What an hour of work brought, month by month; months without hours are left out. */
export function RateOverTime(props: {
  work: readonly WorkMonth[];
  currency: Currency;
  span: { from: string; to: string };
  locale: Locale;
  t: Texts;
}) {
  const { currency, span, locale, t } = props;
  const points = props.work.flatMap((month) => {
    const rate = hourlyRate([month]);
    if (!rate) return [];
    const money = { minor: rate.perHour, currency };
    return [
      {
        key: month.month,
        label: formatMonthTick(month.month, locale),
        fullLabel: formatMonth(month.month, locale),
        value: Number(rate.perHour),
        shown: formatAmount(money, locale),
      },
    ];
  });
  if (points.length < 2) return null;
  const count = points.length;
  return (
    <section className="section section-later">
      <SectionHead title={t('dashboard.overTime')} />
      <LineChart
        title={t('dashboard.overTimeTitle', { currency, ...span })}
        caption={t(count < enough ? 'dashboard.overTimeFew' : 'dashboard.overTimeRests', { count })}
        tableSummary={t('desk.table')}
        labelHead={t('desk.month')}
        valueHead={t('dashboard.rate')}
        points={points}
        ticks={moneyTicks(lineTicks(points), currency, locale)}
      />
    </section>
  );
}
