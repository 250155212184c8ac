import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Ledger } from '@/app/_ui/ledger';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { formatMonth } from '@/lib/calendar';
import { paths } from '@/lib/paths';
import { Desk } from '../_desk';
import { goalNames, goalTitle } from '../goals/_goal.view';
import { LastChange } from '../milestones/_last-change';
import { MilestoneRow } from '../milestones/_row';
import { ProposalRefusal } from '../streams/_proposals';
import { Activity } from './_activity';
import { Arrived } from './_arrived';
import { Came } from './_came';
import { dashboardView } from './_dashboard.view';
import { Goals } from './_goals';
import { Income } from './_income';
import { Ladder } from './_ladder';
import { Next } from './_next';
import { readRange } from './_range';
import { Ranges } from './_ranges';
import { RateOverTime } from './_rate';
import { readDashboard } from './_reading';
import { RecordState } from './_record-state';
import { Streams } from './_streams';
import { OtherCurrencies, Summary } from './_summary';
import { Waiting } from './_waiting';
import { Welcome } from './_welcome';
import { WorkFigures } from './_work-figures';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('dashboard.title') };
}

/** How far one has climbed, and what to do next. `?months=24` widens the charts. */
export default async function DashboardPage(props: PageProps<'/dashboard'>) {
  const viewer = await requireViewer();
  const now = new Date();
  const search = await props.searchParams;
  const range = readRange(search.months);
  const { progress, latest, came } = await readDashboard(viewer, now);
  const view = dashboardView(progress, viewer, now, range);
  const { main } = view;
  const { locale } = viewer;
  const t = textsIn(locale);
  const shared = { locale, t };
  if (view.isEmpty) {
    return (
      <Desk viewer={viewer} here="dashboard">
        <PageHeader title={t('dashboard.welcome', { name: viewer.displayName })} />
        <Welcome {...shared} />
        <div className="split">
          <Income main={main} {...shared} />
          <Ladder main={main} {...shared} />
        </div>
      </Desk>
    );
  }
  const edge = (at: number) => formatMonth(view.months.at(at) ?? main.thisMonth.month, locale);
  const span = { from: edge(0), to: edge(-1) };
  const names = goalNames(progress, locale);
  const nameOf = (id: string) => {
    const found = progress.goals.find((goal) => goal.id === id);
    return found ? goalTitle(found, names, t) : '';
  };
  return (
    <Desk viewer={viewer} here="dashboard">
      <PageHeader title={t('dashboard.title')} actions={<Ranges range={range} t={t} />} />
      <LastChange viewer={viewer} search={search} t={t} />
      <ProposalRefusal search={search} t={t} />
      <Next view={view} goalName={nameOf} {...shared} />
      <Arrived awaiting={came.awaiting} {...shared} />
      <Waiting view={view} progress={progress} zone={viewer.zone} now={now} {...shared} />
      <div className="figures-pair">
        <Summary main={main} {...shared} />
        <WorkFigures view={view} sums={progress} span={span} {...shared} />
      </div>
      <OtherCurrencies others={view.others} {...shared} />
      <div className="split">
        <div className="column">
          <Income main={main} {...shared} />
          <Streams streams={view.streams} currency={main.currency} span={span} {...shared} />
          <RateOverTime work={view.work} currency={main.currency} span={span} {...shared} />
          <Activity rows={view.activity} {...shared} />
        </div>
        <div className="column">
          <Ladder main={main} {...shared} />
          <Goals goals={view.goals} facts={progress} today={view.today} names={names} {...shared} />
          <RecordState record={progress.record} {...shared} />
          <Came came={came} t={t} />
        </div>
      </div>
      <section className="section">
        <SectionHead
          title={t('dashboard.latest')}
          aside={<a href={paths.milestones}>{t('dashboard.all')}</a>}
        />
        <Ledger>
          {latest.map((milestone) => (
            <MilestoneRow key={milestone.id} milestone={milestone} {...shared} />
          ))}
        </Ledger>
      </section>
    </Desk>
  );
}
