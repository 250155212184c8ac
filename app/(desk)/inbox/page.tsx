import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { type Texts, textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { formatMonth, today } from '@/lib/calendar';
import { type InquiryPage, listInquiries } from '@/lib/inquiry/data';
import { readInboxQuery } from '@/lib/inquiry/desk.schema';
import { getMilestone } from '@/lib/milestone/data';
import { titleOf } from '@/lib/milestone/rules';
import { paths, withQuery } from '@/lib/paths';
import { Desk } from '../_desk';
import { type Asked, InboxFilters } from './_filters';
import { InquiryLine } from './_row';
import { InboxTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('inbox.title') };
}

/** Who came, those that are not closed first; the address says what it is narrowed to. */
export default async function InboxPage(props: PageProps<'/inbox'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const query = readInboxQuery(search);
  const { q, page: number, milestone, share, ...rest } = query;
  const day = today(viewer.zone, new Date());
  const filter = { ...rest, query: q, page: number, milestoneId: milestone, shareId: share };
  const page = await listInquiries(viewer, filter, day);
  const t = textsIn(viewer.locale);
  const asked = { q, milestone, share, ...rest };
  const narrowed = await narrowedTo(viewer, query, t);
  return (
    <Desk viewer={viewer} here="inbox">
      <PageHeader
        title={t('inbox.title')}
        lead={t('inbox.lead')}
        actions={
          <ButtonLink small variant="quiet" href={paths.newInquiry}>
            {t('inbox.add')}
          </ButtonLink>
        }
      />
      <InboxTabs here="inbox" t={t} />
      {search.now === 'deleted' ? <Notice>{t('inbox.now.deleted')}</Notice> : null}
      {page.all === 0 ? (
        <Nobody t={t} />
      ) : (
        <>
          <InboxFilters asked={asked} unopened={page.unopened} t={t} />
          <p className="soft" role="status">
            {t('inbox.found', { count: page.total })}
            {narrowed ? ` · ${t('inbox.narrowed', { what: narrowed })}` : null}
          </p>
          {page.total === 0 && page.forgotten === 0 ? (
            <EmptyState title={t('inbox.nothingTitle')} text={t('inbox.nothingText')} />
          ) : (
            <ul className="inbox-lines">
              {page.inquiries.map((inquiry) => (
                <InquiryLine key={inquiry.id} inquiry={inquiry} today={day} viewer={viewer} t={t} />
              ))}
            </ul>
          )}
          {page.forgotten > 0 && page.page === page.pages ? (
            <p className="soft">{t('inbox.forgotten', { count: page.forgotten })}</p>
          ) : null}
          <Pager page={page} asked={asked} t={t} />
          <p className="soft">
            <a href={paths.inboxExport}>{t('inbox.export')}</a>
          </p>
        </>
      )}
    </Desk>
  );
}

/** What a number elsewhere led here by, in words; empty where search and state say it all. */
async function narrowedTo(
  viewer: Viewer,
  query: ReturnType<typeof readInboxQuery>,
  t: Texts,
): Promise<string> {
  const { milestone, share, network, origin, outcome, month } = query;
  const through = milestone ? await getMilestone(viewer, milestone) : null;
  const parts = [
    through && (titleOf(through, viewer.locale) || t(`kinds.${through.kind}`)),
    share && t('inbox.facts.share'),
    network && t(`shares.networks.${network}`),
    origin && t(`streams.origins.${origin}`),
    outcome && t(`inbox.outcomes.${outcome}`),
    month && formatMonth(month, viewer.locale),
  ];
  return parts.filter(Boolean).join(' · ');
}

function Pager({ page, asked, t }: { page: InquiryPage; asked: Asked; t: Texts }) {
  if (page.pages === 1) return null;
  const to = (number: number) => withQuery(paths.inbox, { ...asked, page: String(number) });
  return (
    <nav className="pager" aria-label={t('inbox.pages')}>
      {page.page > 1 ? <a href={to(page.page - 1)}>{t('inbox.newer')}</a> : <span />}
      {page.page < page.pages ? <a href={to(page.page + 1)}>{t('inbox.older')}</a> : null}
    </nav>
  );
}

/** While nobody came: how people come. */
function Nobody({ t }: { t: Texts }) {
  const ways = { open: paths.inboxSettings, share: paths.publicise, add: paths.newInquiry };
  return (
    <EmptyState
      title={t('inbox.emptyTitle')}
      text={t('inbox.emptyText')}
      steps={(['open', 'share', 'add'] as const).map((step, i) => ({
        mark: String(i + 1),
        title: t(`inbox.steps.${step}Title`),
        text: t(`inbox.steps.${step}Text`),
        href: ways[step],
      }))}
    />
  );
}
