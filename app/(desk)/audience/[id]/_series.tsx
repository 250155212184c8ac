import { LineChart } from '@/app/_charts/line-chart';
import { lineTicks } from '@/app/_charts/line-geometry';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { Audience } from '@/lib/audience/data';
import type { AudienceCount } from '@/lib/audience/rules';
import { type Day, formatMonth, monthOf } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { dayShown, peopleShown } from '../_people';
import { type Range, ranges, within, writeRange } from './_range';

/** Followers over time as a line with its table; the range stands in the address. */
export function Series(props: {
  audience: Audience;
  range: Range;
  today: Day;
  locale: Locale;
  t: Texts;
}) {
  const { audience, range, locale, t } = props;
  const counts = within(audience.counts, range, props.today);
  return (
    <section className="section">
      <SectionHead
        title={t('audience.chart')}
        aside={
          <nav aria-label={t('audience.range')} className="ranges">
            {ranges.map((one) => (
              <a
                key={one}
                href={withQuery(paths.oneAudience(audience.id), { range: writeRange(one) })}
                aria-current={one === range ? 'true' : undefined}
              >
                {one === null ? t('audience.all') : t('audience.months', { count: one })}
              </a>
            ))}
          </nav>
        }
      />
      {counts.length === 0 ? (
        <p className="soft">{t('audience.noneInRange')}</p>
      ) : (
        <Drawing name={audience.name} counts={counts} locale={locale} t={t} />
      )}
    </section>
  );
}

/** Fewer counts than this, and the figure says on how many it rests. */
const few = 4;

function Drawing(props: {
  name: string;
  counts: readonly AudienceCount[];
  locale: Locale;
  t: Texts;
}) {
  const { name, counts, locale, t } = props;
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const points = counts.map(({ day, followers, from }) => ({
    key: day,
    label: formatMonth(monthOf(day), locale),
    fullLabel: dayShown(day, locale),
    value: Number(followers),
    shown: peopleShown(followers, t),
    note: from === 'milestone' ? t('audience.fromMilestone') : undefined,
  }));
  const [from = '', to = ''] = [points[0]?.fullLabel, points.at(-1)?.fullLabel];
  return (
    <LineChart
      title={
        from === to
          ? t('audience.chartAt', { name, from })
          : t('audience.chartTitle', { name, from, to })
      }
      caption={counts.length < few ? t('audience.few', { count: counts.length }) : undefined}
      tableSummary={t('desk.table')}
      labelHead={t('audience.day')}
      valueHead={t('audience.followers')}
      points={points}
      ticks={lineTicks(points, true)
        .filter((value) => value > 0)
        .map((value) => ({ value, label: short.format(value) }))}
      cutNote={t('audience.cut')}
    />
  );
}
