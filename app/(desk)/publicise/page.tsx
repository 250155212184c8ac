import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader, SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { subjectLine } from '@/lib/share/draft.rules';
import { occasion } from '@/lib/share/schema';
import { Desk } from '../_desk';
import { passOne } from '../shares/_actions';
import { ShareLine } from '../shares/_row';
import { subjectOf } from '../shares/_subject';
import { ShareTabs } from '../shares/_tabs';
import { getQueue, type Queued } from './_queue';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('shares.queue.title') };
}

/** What deserves publishing and when, and what was sent where. */
export default async function PublicisePage(props: PageProps<'/publicise'>) {
  const viewer = await requireViewer();
  const { passed } = await props.searchParams;
  const now = new Date();
  const [{ queued, sent }, record] = await Promise.all([getQueue(viewer, now), getRecord(viewer)]);
  const t = textsIn(viewer.locale);
  const undo = occasion.safeParse(passed).data;
  const shown: Line[] = [];
  // One after the other: twenty at once would take every connection there is.
  for (const one of queued) {
    const line = await lineOf(viewer, one);
    if (line) shown.push(line);
  }
  return (
    <Desk viewer={viewer} here="publicise">
      <PageHeader title={t('shares.queue.title')} lead={t('shares.queue.lead')} />
      <ShareTabs here="publicise" t={t} />
      {undo ? (
        <Notice
          action={
            <form action={passOne}>
              <input type="hidden" name="occasion" value={undo} />
              <input type="hidden" name="passed" value="no" />
              <Button variant="quiet" small>
                {t('milestones.undo')}
              </Button>
            </form>
          }
        >
          {t('shares.queue.passed')}
        </Notice>
      ) : null}
      {record.publishedAt ? null : <p className="notice">{t('shares.leadsNowhere')}</p>}
      {shown.length === 0 ? (
        <EmptyState title={t('shares.queue.emptyTitle')} text={t('shares.queue.emptyText')} />
      ) : (
        <ul className="queue">
          {shown.map((line) => (
            <QueueLine key={line.one.happening.occasion} line={line} viewer={viewer} t={t} />
          ))}
        </ul>
      )}
      {sent.length > 0 ? (
        <section className="section">
          <SectionHead title={t('shares.queue.sent')} />
          <ul className="share-lines">
            {sent.slice(0, 50).map((share) => (
              <ShareLine key={share.id} share={share} viewer={viewer} t={t} />
            ))}
          </ul>
        </section>
      ) : null}
    </Desk>
  );
}

type Line = { readonly one: Queued; readonly what: string; readonly href: string };

/** Null where there is nothing that strangers would read. */
async function lineOf(viewer: Viewer, one: Queued): Promise<Line | null> {
  const [kind, id] = one.happening.occasion.split(':');
  const milestoneId = kind === 'milestone' && id ? id : null;
  const { occasion: why } = one.happening;
  const subject = await subjectOf(viewer, { milestoneId, occasion: why }, viewer.locale);
  if (!subject) return null;
  const what = subjectLine(viewer.locale, subject);
  const query = milestoneId ? { milestone: milestoneId } : { occasion: why };
  return { one, what, href: withQuery(paths.newShare, query) };
}

function QueueLine({ line, viewer, t }: { line: Line; viewer: Viewer; t: Texts }) {
  const { one, what, href } = line;
  const { at, why } = one.when;
  const when = new Intl.DateTimeFormat(viewer.locale, {
    timeZone: viewer.zone,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
  return (
    <li className="queue-line">
      <p className="queue-what">{what}</p>
      <p className="soft">{t(`shares.queue.when.${why}`, { when })}</p>
      <div className="actions">
        <ButtonLink small href={href} aria-label={`${t('shares.share')}: ${what}`}>
          {t('shares.share')}
        </ButtonLink>
        <form action={passOne}>
          <input type="hidden" name="occasion" value={one.happening.occasion} />
          <input type="hidden" name="passed" value="yes" />
          <Button variant="quiet" small aria-label={`${t('shares.queue.pass')}: ${what}`}>
            {t('shares.queue.pass')}
          </Button>
        </form>
      </div>
    </li>
  );
}
