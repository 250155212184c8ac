import { groups } from 'd3-array';
import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { formatDatedOn } from '@/lib/calendar';
import { formatRate, type Rate } from '@/lib/exchange/rules';
import type { Locale } from '@/lib/locale';
import { removeOneRate } from './_actions';

/** Every rate entered, by currency, newest day first. */
export function Rates(props: { rates: readonly Rate[]; locale: Locale; t: Texts }) {
  const { rates, locale, t } = props;
  if (rates.length === 0) return <p className="soft">{t('currencies.ratesEmpty')}</p>;
  const byPair = groups(rates, ({ currency, base }) => `${currency} ${base}`);
  return byPair
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, own]) => {
      const [{ currency, base } = { currency: '', base: '' }] = own;
      const title = t('currencies.to', { currency, base });
      return (
        <table key={pair} className="rates">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('currencies.from')}</th>
              <th scope="col" className="number">
                {t('currencies.value')}
              </th>
              <th scope="col">
                <span className="hidden-text">{t('currencies.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {own.map((rate) => {
              const day = formatDatedOn({ day: rate.day, precision: 'day' }, locale);
              return (
                <tr key={rate.day}>
                  <th scope="row">{day}</th>
                  <td className="number figure">{formatRate(rate.nanos, locale)}</td>
                  <td className="number">
                    <form action={removeOneRate}>
                      <input type="hidden" name="currency" value={rate.currency} />
                      <input type="hidden" name="base" value={rate.base} />
                      <input type="hidden" name="day" value={rate.day} />
                      <Button variant="quiet" small>
                        {t('currencies.remove')}
                        <span className="hidden-text">
                          {t('currencies.removeOne', { currency: rate.currency, day })}
                        </span>
                      </Button>
                    </form>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      );
    });
}
