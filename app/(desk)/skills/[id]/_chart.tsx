import { LineChart } from '@/app/_charts/line-chart';
import { lineTicks } from '@/app/_charts/line-geometry';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, type Month } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { EffortSum } from '@/lib/progress/rules';
import { minutesShown } from '../_minutes';
import { hoursOfSkill } from './_hours.view';

/** Hours of the skill added up, as a line with its table. */
export function SkillHours(props: {
  skillId: string;
  name: string;
  efforts: readonly EffortSum[];
  thisMonth: Month;
  locale: Locale;
  t: Texts;
}) {
  const { locale, t } = props;
  const { months, worked } = hoursOfSkill(props.efforts, props.skillId, props.thisMonth);
  // The head of the section says that these are hours; the gutter is narrow.
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const points = months.map(({ month, minutes }) => ({
    key: month,
    label: formatMonth(month, locale),
    value: minutes / 60,
    shown: minutesShown(minutes, t),
  }));
  return (
    <section className="section">
      <SectionHead
        title={t('skills.chart')}
        aside={<a href={paths.effort}>{t('skills.allHours')}</a>}
      />
      {points.length === 0 ? (
        <p className="soft">
          {t('skills.noHours')} <a href={paths.effort}>{t('skills.logHours')}</a>
        </p>
      ) : (
        <LineChart
          title={t('skills.chartTitle', {
            skill: props.name,
            from: points[0]?.label ?? '',
            to: points.at(-1)?.label ?? '',
          })}
          caption={worked < 3 ? t('skills.fewMonths', { count: worked }) : undefined}
          tableSummary={t('desk.table')}
          labelHead={t('desk.month')}
          valueHead={t('skills.total')}
          points={points}
          ticks={lineTicks(points)
            .filter((value) => value > 0)
            .map((value) => ({ value, label: short.format(value) }))}
        />
      )}
    </section>
  );
}
