import { LineChart } from '@/app/_charts/line-chart';
import { lineTicks } from '@/app/_charts/line-geometry';
import type { Texts } from '@/app/_text/texts';
import { formatMonth } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { type Currency, formatAmount } from '@/lib/money';
import { moneyTicks } from '../../_money-ticks';
import type { StreamMonth } from '../_stream.view';

/** What an hour brought month by month, where there was income and its hours are known. */
export function RateChart(props: {
  months: readonly StreamMonth[];
  stream: string;
  currency: Currency;
  locale: Locale;
  t: Texts;
}) {
  const { months, stream, currency, locale, t } = props;
  const points = months.flatMap(({ month, perHour, minutes }) =>
    perHour === null
      ? []
      : [
          {
            key: month,
            label: formatMonth(month, locale),
            value: Number(perHour),
            shown: formatAmount({ minor: perHour, currency }, locale),
            note: t('desk.hours', { hours: hoursShown(minutes) }),
          },
        ],
  );
  if (points.length === 0) return <p className="soft">{t('streams.rateNone')}</p>;
  return (
    <LineChart
      title={t('streams.rateTitle', { stream, currency })}
      caption={t('streams.rateNote', { count: points.length })}
      tableSummary={t('desk.table')}
      labelHead={t('desk.month')}
      valueHead={t('streams.perHour')}
      points={points}
      ticks={moneyTicks(lineTicks(points), currency, locale)}
    />
  );
}
