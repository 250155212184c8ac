import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { Figures } from '@/app/_ui/figures';
import { SectionHead } from '@/app/_ui/page-header';
import { type Month, monthsUntil } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { type Currency, formatAmount } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { type EffortSum, hourlyRate } from '@/lib/progress/rules';
import type { Stream } from '@/lib/stream/rules';
import { monthsOf, type Range } from '../../dashboard/_range';
import { Ranges } from '../_ranges';
import { restsOn } from '../_rests-on';
import { type StreamView, totalsOf } from '../_stream.view';
import { MonthTable } from './_month-table';
import { NetChart } from './_net-chart';
import { RateChart } from './_rate-chart';

/** What a stream brought and left, in figures, drawn, and as a table; in one currency at a time. */
export function Money(props: {
  stream: Stream;
  view: StreamView;
  efforts: readonly EffortSum[];
  range: Range;
  thisMonth: Month;
  locale: Locale;
  t: Texts;
}) {
  const { stream, view, range, thisMonth, locale, t } = props;
  const [currency] = view.currencies;
  if (!currency) return <NoIncome {...props} />;
  const span = monthsOf(range, view.months, thisMonth);
  const inSpan = new Set(span);
  const shown = view.months.filter(({ month }) => inSpan.has(month));
  const words = { stream: inLocale(stream.name, locale) ?? '', currency, locale, t };
  const href = (months: Range | undefined) =>
    withQuery(paths.stream(stream.id), {
      months,
      currency: view.currencies.length > 1 ? currency : undefined,
    });
  return (
    <>
      <CurrencyChoice {...props} />
      <StreamFigures view={view} currency={currency} thisMonth={thisMonth} locale={locale} t={t} />
      <section className="section">
        <SectionHead
          title={t('streams.netByMonth')}
          aside={<Ranges range={range} href={href} t={t} />}
        />
        <NetChart span={span} months={shown} {...words} />
      </section>
      <section className="section">
        <SectionHead title={t('streams.byMonth')} />
        {shown.length > 0 ? (
          <MonthTable id={stream.id} months={shown} {...words} />
        ) : (
          <p className="soft">{t('streams.nothingInRange')}</p>
        )}
      </section>
      <section className="section">
        <SectionHead title={t('streams.rate')} />
        <RateChart months={shown} {...words} />
      </section>
    </>
  );
}

function StreamFigures(props: {
  view: StreamView;
  currency: Currency;
  thisMonth: Month;
  locale: Locale;
  t: Texts;
}) {
  const { view, currency, locale, t } = props;
  const money = (minor: bigint) => formatAmount({ minor, currency }, locale);
  const year = new Set(monthsUntil(props.thisMonth, 12));
  const recent = view.months.filter(({ month }) => year.has(month));
  const [last, all] = [totalsOf(recent), totalsOf(view.months)];
  const rate = hourlyRate(recent);
  return (
    <Figures
      items={[
        {
          label: t('streams.netYear'),
          value: money(last.net),
          note: t('streams.ofGross', { amount: money(last.gross) }),
        },
        {
          label: t('streams.perHourYear'),
          value: rate ? money(rate.perHour) : '—',
          note: rate
            ? restsOn(
                { timed: recent.filter(({ minutes }) => minutes > 0).length, of: recent.length },
                t,
              )
            : t('streams.noHours'),
        },
        {
          label: t('streams.hoursYear'),
          value: last.minutes > 0 ? t('desk.hours', { hours: hoursShown(last.minutes) }) : '—',
        },
        {
          label: t('streams.netAllTime'),
          value: money(all.net),
          note: t('streams.fromMilestones', { count: all.milestones }),
        },
      ]}
    />
  );
}

function CurrencyChoice({ stream, view, t }: Parameters<typeof Money>[0]) {
  if (view.currencies.length < 2) return null;
  const [here] = view.currencies;
  return (
    <nav aria-label={t('streams.currency')} className="ranges">
      {[...view.currencies].sort().map((currency) => (
        <a
          key={currency}
          href={withQuery(paths.stream(stream.id), { currency })}
          aria-current={currency === here ? 'true' : undefined}
        >
          {currency}
        </a>
      ))}
    </nav>
  );
}

function NoIncome({ stream, efforts, thisMonth, t }: Parameters<typeof Money>[0]) {
  const minutes = efforts
    .filter(({ streamId, purpose }) => streamId === stream.id && purpose === 'building')
    .reduce((sum, effort) => sum + effort.minutes, 0);
  return (
    <EmptyState
      title={t('streams.noIncomeTitle')}
      text={
        minutes > 0
          ? t('streams.hoursSoFar', { hours: hoursShown(minutes) })
          : t('streams.noIncomeText')
      }
      action={
        <ButtonLink
          variant="quiet"
          href={withQuery(paths.newMilestone, {
            kind: 'income',
            stream: stream.id,
            month: thisMonth,
          })}
        >
          {t('streams.logFirst')}
        </ButtonLink>
      }
    />
  );
}
