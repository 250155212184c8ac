import type { Texts } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { SectionHead } from '@/app/_ui/page-header';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Progress } from '@/lib/progress/data';

/** Whether the record is published, and what a stranger sees of it. */
export function RecordState(props: { record: Progress['record']; locale: Locale; t: Texts }) {
  const { record, t } = props;
  const count = record.publicCount;
  return (
    <section className="section section-later">
      <SectionHead title={t('dashboard.record')} />
      <p>{t(record.publishedAt ? 'dashboard.recordOpen' : 'dashboard.recordClosed', { count })}</p>
      <div className="actions">
        <ButtonLink variant="quiet" small href={paths.record}>
          {t(record.publishedAt ? 'dashboard.seeRecord' : 'dashboard.editRecord')}
        </ButtonLink>
      </div>
    </section>
  );
}
