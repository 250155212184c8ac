import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { Pill } from '@/app/_ui/pill';
import { inLocale, type Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { type Currency, formatAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import { Amount } from './_amount';
import { restsOn } from './_rests-on';
import type { StreamLine } from './_streams.view';

/** The streams of one currency beside each other, with what the figures rest on. */
export function StreamLines(props: {
  currency: Currency;
  lines: readonly StreamLine[];
  locale: Locale;
  t: Texts;
}) {
  const { currency, lines, locale, t } = props;
  const money = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const title = t('streams.inCurrency', { currency });
  return (
    <section className="section">
      <SectionHead title={title} aside={t('streams.year')} />
      <table className="streams">
        <caption className="hidden-text">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('streams.stream')}</th>
            <th scope="col" className="number">
              {t('streams.net')}
            </th>
            <th scope="col" className="number where-wide">
              {t('streams.share')}
            </th>
            <th scope="col" className="number where-wide">
              {t('streams.hours')}
            </th>
            <th scope="col" className="number">
              {t('streams.perHour')}
            </th>
            <th scope="col" className="number where-wide">
              {t('streams.netAllTime')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ stream, year, allTime }) => (
            <tr key={stream.id}>
              <th scope="row">
                <a href={paths.stream(stream.id)}>{inLocale(stream.name, locale)}</a>
                <small className="soft stream-facts">
                  <span>{t(`streams.origins.${stream.origin}`)}</span>
                  {stream.closedAt ? <Pill>{t('streams.closed')}</Pill> : null}
                </small>
              </th>
              <Amount text={money(year.net)} />
              <td className="number where-wide">
                {year.share === null ? '—' : percent.format(year.share)}
              </td>
              <td className="number where-wide">
                {year.minutes > 0 ? t('desk.hours', { hours: hoursShown(year.minutes) }) : '—'}
              </td>
              <td className="number">
                {year.rate ? (
                  <>
                    <span className="figure">{money(year.rate.perHour)}</span>
                    <small className="soft rests-on">{restsOn(year, t)}</small>
                  </>
                ) : (
                  <small className="soft">{t('streams.noHours')}</small>
                )}
              </td>
              <Amount text={money(allTime)} whereWide />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
