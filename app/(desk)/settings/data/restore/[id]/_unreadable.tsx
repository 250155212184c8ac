import type { Texts } from '@/app/_text/texts';
import { SectionHead } from '@/app/_ui/page-header';
import type { RestoreRefusal } from '@/lib/restore/report.rules';
import { tableName } from './_words';

/** Why a file is not restored, and where in it that was found. */
export function Unreadable({ refusal, t }: { refusal: RestoreRefusal | 'later'; t: Texts }) {
  const { reason, table, line } =
    refusal === 'later' ? { reason: refusal, table: null, line: null } : refusal;
  const name = table && tableName(table, t);
  return (
    <section className="section" aria-labelledby="unreadable">
      <SectionHead id="unreadable" title={t('dataExport.unreadable.title')} />
      <p role="alert">{t(`dataExport.unreadable.${reason}`)}</p>
      {name && line ? <p>{t('dataExport.unreadable.where', { table: name, line })}</p> : null}
      {name && !line ? <p>{t('dataExport.unreadable.whereTable', { table: name })}</p> : null}
      {!name && line ? <p>{t('dataExport.unreadable.whereLine', { line })}</p> : null}
      <p className="soft">{t('dataExport.unreadable.untouched')}</p>
    </section>
  );
}
