import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { missingPage } from '@/app/_server/missing';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { Ledger } from '@/app/_ui/ledger';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { milestoneId } from '@/lib/milestone/schema';
import { listShown } from '@/lib/milestone/showing/data';
import { paths, withQuery } from '@/lib/paths';
import { listPermissions } from '@/lib/permission/data';
import { getRecord } from '@/lib/record/data';
import { readDraftAmounts, readDraftMilestone, readDraftRecord } from '@/lib/record/public';
import { Desk } from '../../_desk';
import { publishRecord } from '../_actions';
import { Found } from '../_found';
import { findLeaks, yesToAll } from '../_leaks';
import { RecordTabs } from '../_tabs';
import { LinksToCheck } from './_links';
import { SeenMilestone } from './_milestone';
import { Previews } from './_previews';
import { SeenLine, Untranslated } from './_row';
import { rowsAtOnce, type SeenRow, seenOf, untranslatedIn } from './_seen.view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('showing.seen.title') };
}

/** Exactly what a stranger can see at this moment, and why; with the true page and cards. */
export default async function SeenPage(props: PageProps<'/record/seen'>) {
  const viewer = await requireViewer();
  const { publish, page, milestone } = await props.searchParams;
  const now = new Date();
  const host = (await headers()).get('host') ?? '';
  if (milestone !== undefined) return oneMilestone(viewer, milestone, host);
  const [record, draft, milestones, permissions, amounts, leaks] = await Promise.all([
    getRecord(viewer),
    readDraftRecord(viewer, now),
    listShown(viewer),
    listPermissions(viewer),
    readDraftAmounts(viewer),
    findLeaks(viewer),
  ]);
  const t = textsIn(viewer.locale);
  const untranslated = untranslatedIn(record.headline, record.about);
  const seen = seenOf(milestones, permissions, record, now);
  const asked = Number(typeof page === 'string' && /^\d{1,3}$/.test(page) ? page : 1);
  const longest = Math.max(seen.shown.length, seen.waiting.length, seen.unlisted.length);
  const of = Math.max(1, Math.ceil(longest / rowsAtOnce));
  const number = Math.min(of, Math.max(1, asked));
  const lines = (rows: readonly SeenRow[]) =>
    rows
      .slice((number - 1) * rowsAtOnce, number * rowsAtOnce)
      .map((row) => (
        <SeenLine
          key={row.milestone.id}
          row={row}
          amount={amounts.get(row.milestone.publicId)}
          permission={permissions.get(row.milestone.id)}
          viewer={viewer}
          t={t}
        />
      ));
  return (
    <Desk viewer={viewer} here="record">
      <PageHeader title={t('showing.seen.title')} lead={t('showing.seen.lead')} />
      <RecordTabs here="seen" t={t} />
      {record.publishedAt ? null : <p>{t('showing.seen.closed')}</p>}
      {leaks.length > 0 ? (
        <section className="section notice leaks">
          <SectionHead title={t('showing.seen.publishTitle')} />
          {publish === 'leaks' && !record.publishedAt ? (
            <>
              <p>{t('showing.seen.publishLead')}</p>
              <form action={publishRecord}>
                <input type="hidden" name="leakAccepted" value={yesToAll(leaks)} />
                <Button variant="danger">{t('showing.seen.publishAnyway')}</Button>
              </form>
            </>
          ) : null}
          <Found leaks={leaks} t={t} />
        </section>
      ) : null}
      {record.showing.checksLinks ? (
        <LinksToCheck milestones={milestones} locale={viewer.locale} t={t} />
      ) : null}
      {untranslated.length > 0 ? (
        <p className="ledger-facts">
          <a href={paths.record}>{t('record.profile')}</a>
          <Untranslated languages={untranslated} t={t} />
        </p>
      ) : null}
      {(['shown', 'waiting', 'unlisted'] as const).map((part) =>
        part !== 'shown' && seen[part].length === 0 ? null : (
          <section key={part} className="section">
            <SectionHead title={t(`showing.seen.${part}`)} />
            {seen[part].length === 0 ? (
              <p className="soft">{t('showing.seen.none')}</p>
            ) : (
              <Ledger>{lines(seen[part])}</Ledger>
            )}
          </section>
        ),
      )}
      {of > 1 ? (
        <nav className="pager" aria-label={t('showing.seen.page', { number, of })}>
          {number > 1 ? <a href={pageHref(number - 1)}>{t('showing.seen.newer')}</a> : <span />}
          {number < of ? <a href={pageHref(number + 1)}>{t('showing.seen.older')}</a> : null}
        </nav>
      ) : null}
      <p className="soft">{t('showing.seen.private', { count: record.privateCount })}</p>
      {draft ? <Previews viewer={viewer} record={draft} host={host} /> : null}
    </Desk>
  );
}

/** Called rather than drawn: what is missing has to be known before the answer begins. */
async function oneMilestone(viewer: Viewer, asked: string | string[], host: string) {
  const id = milestoneId.safeParse(asked);
  const page = id.success ? await readDraftMilestone(viewer, id.data) : null;
  if (id.success && page) {
    return <SeenMilestone viewer={viewer} id={id.data} page={page} host={host} />;
  }
  return missingPage();
}

function pageHref(page: number): string {
  return withQuery(paths.recordSeen, { page: String(page) });
}
