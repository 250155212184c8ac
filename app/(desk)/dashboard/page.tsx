import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Ledger } from '@/app/_ui/ledger';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { getProgress } from '@/lib/milestone/data';
import { paths, withQuery } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { Desk } from '../_desk';
import { MilestoneRow } from '../milestones/_row';
import { Activity } from './_activity';
import { dashboardView } from './_dashboard.view';
import { Income } from './_income';
import { Ladder } from './_ladder';
import { RecordState } from './_record-state';
import { Summary } from './_summary';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('dashboard.title') };
}

/** How far one has climbed. `?months=24` widens the chart. */
export default async function DashboardPage(props: PageProps<'/dashboard'>) {
  const viewer = await requireViewer();
  const monthCount = (await props.searchParams).months === '24' ? 24 : 12;
  const [progress, record] = await Promise.all([getProgress(viewer), getRecord(viewer)]);
  const view = dashboardView(progress, viewer.zone, new Date(), monthCount);
  const isEmpty = progress.latest.length === 0;
  const { locale } = viewer;
  const t = textsIn(locale);
  const shared = { locale, t };
  return (
    <Desk viewer={viewer} here="dashboard">
      <PageHeader
        title={
          isEmpty ? t('dashboard.welcome', { name: viewer.displayName }) : t('dashboard.title')
        }
      />
      {isEmpty ? (
        <EmptyState
          title={t('dashboard.startTitle')}
          text={t('dashboard.startText')}
          steps={[
            {
              mark: locale === 'ja' ? '一' : '1',
              title: t('dashboard.steps.firstTitle'),
              text: t('dashboard.steps.firstText'),
              href: withQuery(paths.newMilestone, { kind: 'income' }),
            },
            {
              mark: locale === 'ja' ? '二' : '2',
              title: t('dashboard.steps.secondTitle'),
              text: t('dashboard.steps.secondText'),
              href: withQuery(paths.newMilestone, { kind: 'skill' }),
            },
            {
              mark: locale === 'ja' ? '三' : '3',
              title: t('dashboard.steps.thirdTitle'),
              text: t('dashboard.steps.thirdText'),
              href: paths.record,
            },
          ]}
        />
      ) : (
        <Summary main={view.main} others={view.others} {...shared} />
      )}
      <div className="split">
        <div className="column">
          <Income main={view.main} monthCount={monthCount} {...shared} />
          {isEmpty ? null : <Activity rows={view.activity} {...shared} />}
        </div>
        <div className="column">
          <Ladder main={view.main} {...shared} />
          <RecordState record={record} {...shared} />
        </div>
      </div>
      {isEmpty ? null : (
        <section className="section">
          <SectionHead
            title={t('dashboard.latest')}
            aside={<a href={paths.milestones}>{t('dashboard.all')}</a>}
          />
          <Ledger>
            {progress.latest.map((milestone) => (
              <MilestoneRow key={milestone.id} milestone={milestone} {...shared} />
            ))}
          </Ledger>
        </section>
      )}
    </Desk>
  );
}
