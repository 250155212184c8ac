import { KindActivity } from '@/app/_charts/kind-activity';
import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import { formatMonth, formatMonthTick } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import type { ActivityRow } from './_activity.view';

/** What happened in the last twelve months, by kind; each figure leads to its milestones. */
export function Activity(props: { rows: readonly ActivityRow[]; locale: Locale; t: Texts }) {
  const { rows, locale, t } = props;
  const months = rows[0]?.counts.map(({ month }) => month) ?? [];
  return (
    <section className="section section-later">
      <SectionHead title={t('dashboard.activity')} />
      <KindActivity
        caption={t('dashboard.activityTitle')}
        kindHead={t('milestones.kind')}
        totalHead={t('dashboard.allTime')}
        months={months.map((month) => ({
          month,
          tick:
            locale === 'ja'
              ? String(Number(month.slice(5)))
              : formatMonthTick(month, locale).slice(0, 1),
          label: formatMonth(month, locale),
        }))}
        rows={rows.map(({ kind, total, counts }) => ({
          key: kind,
          label: t(`kinds.${kind}`),
          total: total.toLocaleString(locale),
          totalHref: withQuery(paths.milestones, { kind }),
          cells: counts.map(({ month, count }) => ({
            month,
            count,
            label: t('dashboard.activityCell', {
              kind: t(`kinds.${kind}`),
              month: formatMonth(month, locale),
              count,
            }),
            href: withQuery(paths.milestones, { kind, month }),
          })),
        }))}
      />
    </section>
  );
}
