import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { EmptyState } from '@/app/_ui/empty-state';
import { Ledger } from '@/app/_ui/ledger';
import { PageHeader } from '@/app/_ui/page-header';
import { listFacets, listMilestones } from '@/lib/milestone/data';
import { readListQuery } from '@/lib/milestone/filter.schema';
import { paths, withQuery } from '@/lib/paths';
import { listStreams } from '@/lib/stream/data';
import { Desk } from '../_desk';
import { Filters } from './_filters';
import { LastChange } from './_last-change';
import { MilestoneRow } from './_row';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('milestones.title') };
}

/** Every milestone, newest first; the address says what it is narrowed to. */
export default async function MilestonesPage(props: PageProps<'/milestones'>) {
  const viewer = await requireViewer();
  const search = await props.searchParams;
  const { after = null, stream, q, ...rest } = readListQuery(search);
  const filter = { ...rest, streamId: stream, text: q };
  const [page, facets, streams] = await Promise.all([
    listMilestones(viewer, filter, after),
    listFacets(viewer),
    listStreams(viewer),
  ]);
  const t = textsIn(viewer.locale);
  const asked = { ...rest, year: rest.year?.toString(), stream, q };
  const isNarrowed = Object.values(asked).some(Boolean);
  const isEmpty = page.milestones.length === 0;
  return (
    <Desk viewer={viewer} here="milestones">
      <PageHeader title={t('milestones.title')} lead={t('milestones.lead')} />
      <LastChange viewer={viewer} search={search} t={t} />
      {isEmpty && !isNarrowed ? (
        <EmptyState
          title={t('milestones.emptyTitle')}
          text={t('milestones.emptyText')}
          action={<a href={paths.newMilestone}>{t('dashboard.steps.firstTitle')}</a>}
        />
      ) : (
        <>
          <Filters
            asked={asked}
            facets={facets}
            streams={streams}
            isNarrowed={isNarrowed}
            locale={viewer.locale}
            t={t}
          />
          <p className="soft" role="status">
            {t('milestones.found', { count: page.total })}
          </p>
          {isEmpty ? (
            <EmptyState title={t('milestones.nothingTitle')} text={t('milestones.nothingText')} />
          ) : (
            <Ledger>
              {page.milestones.map((milestone) => (
                <MilestoneRow
                  key={milestone.id}
                  milestone={milestone}
                  locale={viewer.locale}
                  t={t}
                />
              ))}
            </Ledger>
          )}
        </>
      )}
      {after || page.next ? (
        <nav className="pager" aria-label={t('milestones.older')}>
          {after ? (
            <a href={withQuery(paths.milestones, asked)}>{t('milestones.newest')}</a>
          ) : (
            <span />
          )}
          {page.next ? (
            <a
              href={withQuery(paths.milestones, {
                ...asked,
                after: `${page.next.day}_${page.next.id}`,
              })}
            >
              {t('milestones.older')}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="soft">
        <a href={paths.deletedMilestones}>{t('milestones.deletedLink')}</a>
      </p>
    </Desk>
  );
}
