import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';
import { ExportFileForm } from './_restore-form';

type Search = Readonly<Record<string, string | string[] | undefined>>;

/** Bringing an export back. `search`: the address of the page, which says what has just happened. */
export function RestoreSection({ search, t }: { search: Search; t: Texts }) {
  return (
    <section className="section" aria-labelledby="restore">
      <SectionHead id="restore" title={t('dataExport.restore.title')} />
      <Told search={search} t={t} />
      <p>{t('dataExport.restore.lead')}</p>
      <ExportFileForm t={t} />
    </section>
  );
}

function Told({ search, t }: { search: Search; t: Texts }) {
  const [added, taken] = [countIn(search.restored), countIn(search.taken)];
  if (added === null || taken === null) return null;
  const isClosed = search.closed === 'yes';
  return (
    <Notice
      action={
        isClosed ? <a href={paths.recordSeen}>{t('dataExport.restore.toRecord')}</a> : undefined
      }
    >
      <p>{t('dataExport.restore.done', { added, taken })}</p>
      {isClosed ? <p>{t('dataExport.restore.closed')}</p> : null}
    </Notice>
  );
}

function countIn(said: unknown): number | null {
  return typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : null;
}
