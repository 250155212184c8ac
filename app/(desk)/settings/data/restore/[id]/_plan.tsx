import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import { countOf, fates, type RestoreReport, type TableReport } from '@/lib/restore/report.rules';
import { restoreExport } from '../../_restore-actions';
import { ExportFileForm } from '../../_restore-form';
import { RestoreForm } from './_form';
import { listOf, tableName } from './_words';

/** What restoring would change, table by table, and the form that does it. */
export function Plan({ id, report, t }: { id: string; report: RestoreReport; t: Texts }) {
  const changed = countOf(report, 'changed');
  const hasNews = countOf(report, 'added') + changed > 0;
  return (
    <>
      <Remarks report={report} t={t} />
      <section className="section" aria-labelledby="plan">
        <SectionHead id="plan" title={t('dataExport.plan.title')} />
        <table className="csv-table">
          <caption className="hidden-text">{t('dataExport.plan.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dataExport.plan.what')}</th>
              {fates.map((fate) => (
                <th key={fate} scope="col" className="number">
                  {t(`dataExport.plan.${fate}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.tables.map((table) => (
              <Line key={table.table} table={table} t={t} />
            ))}
          </tbody>
        </table>
        {countOf(report, 'conflicting') > 0 ? (
          <p className="soft">{t('dataExport.plan.conflictingHint')}</p>
        ) : null}
      </section>
      {hasNews ? (
        <RestoreForm
          action={restoreExport}
          id={id}
          asks={{ changed: changed > 0, seen: report.changesWhatIsSeen }}
          usual={report.wasEmpty ? 'take' : 'keep'}
          texts={{
            choice: t('dataExport.plan.choice'),
            keep: t('dataExport.plan.keep'),
            keepHint: t('dataExport.plan.keepHint'),
            take: t('dataExport.plan.take'),
            takeHint: t('dataExport.plan.takeHint'),
            seen: t('dataExport.plan.seen'),
            seenHint: t('dataExport.plan.seenHint'),
            submit: t('dataExport.plan.submit'),
            busy: t('dataExport.plan.busy'),
          }}
        />
      ) : (
        <>
          <p>{t('dataExport.plan.all')}</p>
          <ExportFileForm t={t} />
        </>
      )}
    </>
  );
}

/** What is not as its owner may expect it. */
function Remarks({ report, t }: { report: RestoreReport; t: Texts }) {
  const { isSealed, unproven, mapped } = report;
  if (isSealed && mapped.length === 0) return null;
  const names = mapped.map(({ name }) => name).join(t('dataExport.plan.between'));
  return (
    <Notice>
      {isSealed ? null : <p>{t('dataExport.plan.unsealed')}</p>}
      {unproven > 0 ? <p>{t('dataExport.plan.unproven', { count: unproven })}</p> : null}
      {mapped.length > 0 ? <p>{t('dataExport.plan.mapped', { names })}</p> : null}
    </Notice>
  );
}

function Line({ table: { table, counts, examples }, t }: { table: TableReport; t: Texts }) {
  const told = fates.flatMap((fate) => {
    const list = listOf(examples[fate], counts[fate], t);
    return list === '' ? [] : { fate, list };
  });
  return (
    <tr>
      <th scope="row">
        {tableName(table, t)}
        {told.map(({ fate, list }) => (
          <small key={fate} className="soft plan-examples">
            {t('dataExport.plan.examples', { fate: t(`dataExport.plan.${fate}`), list })}
          </small>
        ))}
      </th>
      {fates.map((fate) => (
        <td key={fate} className="number">
          {counts[fate].toLocaleString('en')}
        </td>
      ))}
    </tr>
  );
}
