import type { Texts } from '@/app/_text/texts';
import { formatMonth } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { type Currency, formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { Amount } from '../_amount';
import { type StreamMonth, totalsOf } from '../_stream.view';

const heads = ['gross', 'fees', 'costs', 'net', 'hours', 'perHour'] as const;

/** Gross, fees, costs and net of each month, newest first, and their sums. */
export function MonthTable(props: {
  id: string;
  months: readonly StreamMonth[];
  stream: string;
  currency: Currency;
  locale: Locale;
  t: Texts;
}) {
  const { id, months, stream, currency, locale, t } = props;
  const money = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const spent = (minor: bigint) => (minor === 0n ? '—' : money(minor));
  const hours = (minutes: number) =>
    minutes === 0 ? '—' : hoursShown(minutes).toLocaleString(locale);
  const totals = totalsOf(months);
  return (
    <table className="stream-months">
      <caption className="hidden-text">
        {t('streams.byMonth')} — {stream}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.month')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={columnOf(head)}>
              {t(`streams.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => (
          <tr key={month.month}>
            <th scope="row">
              {month.milestones > 0 ? (
                <a
                  href={withQuery(paths.milestones, {
                    kind: 'income',
                    stream: id,
                    currency,
                    month: month.month,
                  })}
                >
                  {formatMonth(month.month, locale)}
                </a>
              ) : (
                formatMonth(month.month, locale)
              )}
            </th>
            <Amount text={money(month.gross)} />
            <Amount text={spent(month.fees)} whereWide />
            <Amount text={spent(month.costs)} whereWide />
            <Amount text={money(month.net)} />
            <td className={columnOf('hours')}>{hours(month.minutes)}</td>
            <Amount text={month.perHour === null ? '—' : money(month.perHour)} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('desk.total')}</th>
          <Amount text={money(totals.gross)} />
          <Amount text={spent(totals.fees)} whereWide />
          <Amount text={spent(totals.costs)} whereWide />
          <Amount text={money(totals.net)} />
          <td className={columnOf('hours')}>{hours(totals.minutes)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

type Head = (typeof heads)[number];

/** On a phone gross, net and the rate remain; the milestones of a month tell the rest. */
function columnOf(head: Head): string {
  const isKept = head === 'gross' || head === 'net' || head === 'perHour';
  return isKept ? 'number' : 'number where-wide';
}
