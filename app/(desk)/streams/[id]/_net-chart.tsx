import { Bars } from '@/app/_charts/bars';
import { barTicks } from '@/app/_charts/bars-geometry';
import type { Texts } from '@/app/_text/texts';
import { formatMonth, formatMonthTick, type Month } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { type Currency, formatAmount, formatAmountShort } from '@/lib/money';
import { moneyTicks } from '../../_money-ticks';
import type { StreamMonth } from '../_stream.view';

/** What was left month by month, drawn; the table of months stands below it. */
export function NetChart(props: {
  /** Every month to draw, in order. */
  span: readonly Month[];
  months: readonly StreamMonth[];
  stream: string;
  currency: Currency;
  locale: Locale;
  t: Texts;
}) {
  const { span, stream, currency, locale, t } = props;
  const nets = new Map(props.months.map(({ month, net }) => [month, net]));
  const months = span.map((month) => {
    const minor = nets.get(month) ?? 0n;
    return {
      key: month,
      label: formatMonthTick(month, locale),
      fullLabel: formatMonth(month, locale),
      // A bar's height needs no more digits than a number keeps.
      value: Number(minor),
      shown: formatAmount({ minor, currency }, locale),
      shortShown: formatAmountShort({ minor, currency }, locale),
    };
  });
  const [first, last] = [months[0], months.at(-1)];
  return (
    <Bars
      title={t('streams.netTitle', {
        stream,
        currency,
        from: first?.fullLabel ?? '',
        to: last?.fullLabel ?? '',
      })}
      caption={nets.size === 0 ? t('streams.nothingInRange') : undefined}
      months={months}
      ticks={moneyTicks(barTicks(months), currency, locale)}
    />
  );
}
