import type { Metadata } from 'next';
import { type Texts, textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { countReports, listReports } from '@/lib/operator/report/data';
import { readOperatorQuery } from '@/lib/operator/schema';
import { paths, withQuery } from '@/lib/paths';
import { Desk } from '../../_desk';
import { forOperators, operatorTitle } from '../_gate';
import { OperatorTabs } from '../_tabs';
import { ReportLine } from './_report';

export async function generateMetadata(): Promise<Metadata> {
  return operatorTitle('reports');
}

/** What was reported and waits, the oldest first; or what was dealt with, the latest first. */
export default async function ReportsPage(props: PageProps<'/operator/reports'>) {
  return forOperators(async (operator) => {
    const { viewer } = operator;
    const search = await props.searchParams;
    const { handled, page } = readOperatorQuery(search);
    const isHandled = handled === 'yes';
    const [waiting, { reports, hasMore }] = await Promise.all([
      countReports(operator),
      listReports(operator, { isHandled, page }),
    ]);
    const t = textsIn(viewer.locale);
    const to = (number: number) =>
      withQuery(paths.operatorReports, { handled, page: String(number) });
    return (
      <Desk viewer={viewer} here="settings">
        <PageHeader title={t('operator.tabs.reports')} lead={t('operator.reports.lead')} />
        <OperatorTabs here="reports" t={t} />
        {search.now === 'handled' ? <Notice>{t('operator.reports.nowHandled')}</Notice> : null}
        <p>{t('operator.reports.waiting', waiting)}</p>
        <p className="soft">{t('operator.reports.messages')}</p>
        {reports.length === 0 ? (
          <Nothing isHandled={isHandled} t={t} />
        ) : (
          <ul className="operator-lines">
            {reports.map((report) => (
              <ReportLine
                key={`${report.ownerId} ${report.id}`}
                report={report}
                viewer={viewer}
                t={t}
              />
            ))}
          </ul>
        )}
        {page > 1 || hasMore ? (
          <nav className="pager" aria-label={t('operator.reports.pages')}>
            {page > 1 ? <a href={to(page - 1)}>{t('operator.reports.previous')}</a> : <span />}
            {hasMore ? <a href={to(page + 1)}>{t('operator.reports.next')}</a> : null}
          </nav>
        ) : null}
        <p>
          <a href={withQuery(paths.operatorReports, { handled: isHandled ? undefined : 'yes' })}>
            {t(isHandled ? 'operator.reports.showOpen' : 'operator.reports.showHandled')}
          </a>
        </p>
      </Desk>
    );
  });
}

function Nothing({ isHandled, t }: { isHandled: boolean; t: Texts }) {
  return isHandled ? (
    <EmptyState
      title={t('operator.reports.noneHandledTitle')}
      text={t('operator.reports.noneHandledText')}
    />
  ) : (
    <EmptyState title={t('operator.reports.noneTitle')} text={t('operator.reports.noneText')} />
  );
}
