import type { Metadata } from 'next';
import { LadderView } from '@/app/_charts/ladder-view';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import { Tabs } from '@/app/_ui/tabs';
import { listLadders, listRungMarks } from '@/lib/ladder/data';
import { writeRungs } from '@/lib/ladder/schema';
import { paths, withQuery } from '@/lib/paths';
import { getSums } from '@/lib/progress/data';
import { Desk } from '../_desk';
import { resetLadder, saveRungs } from './_actions';
import { Crossing } from './_crossing';
import { RungsForm } from './_form';
import { ladderPageView } from './_ladder.view';
import { NextRung } from './_next';
import { rungsInWords } from './_words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('ladder.title') };
}

/** The whole ladder of one currency, and its rungs to edit. `?currency=USD` shows that one's. */
export default async function LadderPage(props: PageProps<'/ladder'>) {
  const viewer = await requireViewer();
  const { currency: asked, now } = await props.searchParams;
  const [sums, ladders, marks] = await Promise.all([
    getSums(viewer),
    listLadders(viewer),
    listRungMarks(viewer),
  ]);
  const view = ladderPageView(sums, ladders, marks, asked, viewer.zone, new Date());
  const { currency, own, crossed } = view;
  const { locale } = viewer;
  const t = textsIn(locale);
  const shared = { locale, t };
  const change = now === 'saved' ? 'saved' : now === 'reset' ? 'wasReset' : null;
  return (
    <Desk viewer={viewer} here="dashboard">
      <PageHeader title={t('ladder.title')} lead={t('ladder.lead')} />
      {view.currencies.length > 1 ? (
        <Tabs
          label={t('ladder.currencies')}
          tabs={view.currencies.map((code) => ({
            href: withQuery(paths.ladder, { currency: code }),
            label: code,
            isHere: code === currency,
          }))}
        />
      ) : null}
      {change ? <Notice>{t(`ladder.${change}`)}</Notice> : null}
      {crossed?.reachedOn ? (
        <Crossing
          currency={currency}
          rung={crossed.rung}
          reachedOn={crossed.reachedOn}
          from="ladder"
          {...shared}
        />
      ) : null}
      <div className="split">
        <section className="section">
          <SectionHead
            title={t('ladder.rungs', { currency })}
            aside={t(own ? 'ladder.isOwn' : 'ladder.isUsual')}
          />
          <LadderView
            rungs={rungsInWords({ climb: view.climb, currency, soFar: view.soFar, ...shared })}
          />
        </section>
        <div className="column">
          <NextRung view={view} {...shared} />
          <section className="section">
            <SectionHead title={t('ladder.edit')} />
            <p className="soft">{t('ladder.editHint')}</p>
            <RungsForm
              action={saveRungs}
              currency={currency}
              stored={{
                rungs: writeRungs(view.rungs, currency),
                version: own ? String(own.version) : '',
              }}
              texts={{
                field: t('ladder.field'),
                hint: t('ladder.fieldHint', { currency }),
                save: t('desk.save'),
                saving: t('desk.saving'),
                theirs: t('ladder.theirs'),
                theirsHint: t('ladder.theirsHint'),
              }}
            />
            {own ? (
              <form action={resetLadder}>
                <input type="hidden" name="currency" value={currency} />
                <Button variant="quiet" small>
                  {t('ladder.reset')}
                </Button>
              </form>
            ) : null}
          </section>
        </div>
      </div>
    </Desk>
  );
}
