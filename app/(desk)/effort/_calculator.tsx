import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { SectionHead } from '@/app/_ui/page-header';
import {
  type Calculation,
  calculatorFields,
  daysAYear,
  earnedIn,
} from '@/lib/effort/calculator.rules';
import { limits } from '@/lib/limits';
import type { Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { type Currency, formatAmount } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { HourlyRate } from '@/lib/progress/rules';
import type { Range } from '../dashboard/_range';
import { formatDuration } from './_shown';

/** The article's sum with one's own figures: a form whose answer stands in the address. */
export function Calculator(props: {
  sum: Calculation;
  rate: HourlyRate | null;
  currency: Currency;
  range: Range;
  locale: Locale;
  t: Texts;
}) {
  const { sum, range, t } = props;
  return (
    <section className="section" id="sum">
      <SectionHead title={t('effort.sum.title')} />
      <p className="soft">{t('effort.sum.lead')}</p>
      <form action={`${paths.effort}#sum`} method="get" className="fields">
        {range === '12' ? null : <input type="hidden" name="months" value={range} />}
        <div className="sum-fields">
          {calculatorFields.map((field) => (
            <TextField
              key={field}
              name={field}
              label={t(`effort.sum.${field}`)}
              inputMode={field === 'minutes' ? 'decimal' : 'numeric'}
              autoComplete="off"
              defaultValue={sum.values[field]}
              error={sum.errors[field] && t(`errors.${sum.errors[field]}`)}
            />
          ))}
        </div>
        <div className="actions">
          <Button variant="quiet">{t('effort.sum.count')}</Button>
        </div>
      </form>
      {sum.perDay === null ? null : <Answer {...props} perDay={sum.perDay} />}
    </section>
  );
}

function Answer(props: Parameters<typeof Calculator>[0] & { perDay: number }) {
  const { sum, perDay, rate, currency, locale, t } = props;
  const amount = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const isPossible = perDay <= limits.effortMinutes;
  return (
    <div className="sum-answer" role="status">
      <p className="soft">{t('effort.sum.working', sum.values)}</p>
      <p className="sum-figure figure">
        {t('effort.sum.perDay', { time: formatDuration(Math.round(perDay), t) })}
      </p>
      <p>
        {isPossible
          ? t('effort.sum.perYear', { days: daysAYear(perDay) })
          : t('effort.sum.overDay')}
      </p>
      {isPossible && rate && rate.perHour > 0n ? (
        <>
          <p>
            {t('effort.sum.worth', {
              rate: amount(rate.perHour),
              amount: amount(earnedIn(perDay * 365, rate.perHour)),
            })}
          </p>
          <p className="soft">
            {t('effort.sum.rateBasis', { hours: hoursShown(rate.minutes), months: rate.months })}
          </p>
        </>
      ) : null}
    </div>
  );
}
