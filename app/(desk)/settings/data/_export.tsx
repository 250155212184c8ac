import { en } from '@/app/_text/en';
import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { countRows } from '@/lib/export/data';
import { estimateBytes } from '@/lib/export/estimate.rules';
import { paths } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { ExportLink } from './_export-link';

/** Taking everything along. `search`: the address of the page, which says why it was not (`?export=`). */
export async function ExportSection(props: {
  viewer: Viewer;
  search: Readonly<Record<string, string | string[] | undefined>>;
  t: Texts;
}) {
  const { viewer, search, t } = props;
  const [counts, { publishedAt }] = await Promise.all([countRows(viewer), getRecord(viewer)]);
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const milestones = counts.get('milestone') ?? 0;
  return (
    <section className="section" aria-labelledby="export">
      <SectionHead id="export" title={t('dataExport.title')} />
      {isRefusal(search.export) ? (
        <Notice>{t(`dataExport.refused.${search.export}`)}</Notice>
      ) : null}
      <p>{t('dataExport.lead')}</p>
      <p>{t('dataExport.count', { rows, milestones })}</p>
      <p className="soft">
        {t('dataExport.without')} {t('dataExport.care')}
      </p>
      <ExportLink
        href={paths.dataExport}
        bytes={estimateBytes({ rows, milestones, isPublished: publishedAt !== null })}
        locale={viewer.locale}
        texts={{
          link: t('dataExport.link'),
          making: t('dataExport.making'),
          progress: t('dataExport.progress'),
          done: t('dataExport.done'),
          failed: t('dataExport.failed'),
        }}
      />
      <p>
        <a href={paths.exportSchema}>{t('dataExport.schema')}</a>
      </p>
    </section>
  );
}

function isRefusal(said: unknown): said is keyof typeof en.dataExport.refused {
  return typeof said === 'string' && Object.hasOwn(en.dataExport.refused, said);
}
