import type { Texts } from '@/app/_text/texts';
import { formatDatedOn } from '@/lib/calendar';
import { type ConvertedTotal, formatRate, type UsedRate } from '@/lib/exchange/rules';
import type { Locale } from '@/lib/locale';
import { type Currency, formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { Amount } from '../streams/_amount';
import type { SumsView } from './_sums.view';

type Shared = { locale: Locale; t: Texts };

/** Sums of every currency beside each other, and beneath them the one they come to together. */
export function SumsTable(props: { view: SumsView; base: Currency | null } & Shared) {
  const { view, base, locale, t } = props;
  const { sums, together } = view;
  if (sums.length === 0) return <p className="soft">{t('currencies.empty')}</p>;
  return (
    <>
      <table className="sums">
        <caption className="hidden-text">{t('currencies.sums')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('currencies.currency')}</th>
            <th scope="col" className="number">
              {t('currencies.net')}
            </th>
            {base ? (
              <th scope="col" className="number">
                {t('currencies.inBase', { base })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {sums.map(({ currency, net, milestones, converted }) => (
            <tr key={currency}>
              <th scope="row">
                {currency}{' '}
                <small className="soft">
                  <a href={withQuery(paths.milestones, { kind: 'income', currency })}>
                    {t('streams.fromMilestones', { count: milestones })}
                  </a>
                </small>
              </th>
              <Amount text={formatAmount({ minor: net, currency }, locale)} />
              {base ? (
                <Amount
                  text={
                    converted === null
                      ? t('currencies.noRate')
                      : formatAmount({ minor: converted, currency: base }, locale)
                  }
                />
              ) : null}
            </tr>
          ))}
        </tbody>
        {base && together ? (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('currencies.together', { base })}
              </th>
              <Amount text={formatAmount({ minor: together.minor, currency: base }, locale)} />
            </tr>
          </tfoot>
        ) : null}
      </table>
      {base && together ? <Basis base={base} together={together} locale={locale} t={t} /> : null}
    </>
  );
}

/** By which rates it was converted, and what could not be. */
function Basis(props: { base: Currency; together: ConvertedTotal } & Shared) {
  const { base, together, locale, t } = props;
  const { used, missing } = together;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return (
    <>
      {missing.length > 0 ? (
        <p>{t('currencies.missing', { base, currencies: list.format(missing) })}</p>
      ) : null}
      <p className="soft">
        {t(used.length > 0 ? 'currencies.converted' : 'currencies.notConverted')}
      </p>
      {used.length > 0 ? (
        <details className="rates-used">
          <summary>{t('currencies.used', { count: used.length })}</summary>
          <ul>
            {used.map((one) => (
              <li key={`${one.rate.currency} ${one.rate.day}`}>{usedText(one, { locale, t })}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function usedText({ rate, months, monthsBefore }: UsedRate, { locale, t }: Shared): string {
  const parts = [
    t('currencies.usedRate', {
      currency: rate.currency,
      base: rate.base,
      rate: formatRate(rate.nanos, locale),
      day: formatDatedOn({ day: rate.day, precision: 'day' }, locale),
    }),
    t('currencies.usedFor', { count: months }),
    monthsBefore > 0 ? t('currencies.usedBefore', { count: monthsBefore }) : null,
  ];
  return parts.filter(Boolean).join(locale === 'ja' ? '、' : ', ');
}
