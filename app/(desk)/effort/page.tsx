import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { PageHeader } from '@/app/_ui/page-header';
import { today } from '@/lib/calendar';
import { calculate } from '@/lib/effort/calculator.rules';
import { getEffortOverview } from '@/lib/effort/data';
import { readAfter } from '@/lib/effort/schema';
import { getSums } from '@/lib/progress/data';
import { listCame } from '@/lib/response/data';
import { sidesOf } from '@/lib/response/sides.rules';
import { listSkills } from '@/lib/skill/data';
import { listStreams } from '@/lib/stream/data';
import { Desk } from '../_desk';
import { readRange } from '../dashboard/_range';
import { Budget } from './_budget';
import { budgetView } from './_budget.view';
import { Calculator } from './_calculator';
import { LastChange } from './_last-change';
import { Log } from './_log';
import { Recent } from './_recent';
import { EffortTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('effort.title') };
}

/** Where the hours go. `?months=24` widens the budgets, `?people=…` works the article's sum out. */
export default async function EffortPage(props: PageProps<'/effort'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const range = readRange(search.months);
  const after = readAfter(search.after);
  const now = new Date();
  const [{ timer, last, page, deleted }, streams, skills, sums] = await Promise.all([
    getEffortOverview(viewer, after, now),
    listStreams(viewer),
    listSkills(viewer),
    getSums(viewer),
  ]);
  const view = budgetView(sums, streams, range, viewer.zone, today(viewer.zone, now));
  const came = await listCame(
    viewer,
    view.months.map(({ month }) => month),
  );
  const t = textsIn(viewer.locale);
  const shared = { locale: viewer.locale, t };
  return (
    <Desk viewer={viewer} here="effort">
      <PageHeader title={t('effort.title')} lead={t('effort.lead')} />
      <EffortTabs here="effort" t={t} />
      <LastChange viewer={viewer} search={search} t={t} />
      <div className="split">
        <div className="column">
          <Log {...{ viewer, timer, last, streams, skills, now, t }} />
          <Budget
            view={view}
            came={sidesOf(view.months, came)}
            range={range}
            metByPeople={streams.filter(({ origin }) => origin === 'networking').length}
            {...shared}
          />
        </div>
        <div className="column">
          <Calculator
            sum={calculate(search)}
            rate={view.rate}
            currency={view.currency}
            range={range}
            {...shared}
          />
        </div>
      </div>
      <Recent page={page} after={after} range={range} deleted={deleted} {...shared} />
    </Desk>
  );
}
