import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { ButtonLink } from '@/app/_ui/button';
import { EmptyState } from '@/app/_ui/empty-state';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { paths } from '@/lib/paths';
import { listShares } from '@/lib/share/data';
import { Desk } from '../_desk';
import { ShareLine } from './_row';
import { ShareTabs } from './_tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('shares.title') };
}

/** Every share, the newest first. */
export default async function SharesPage(props: PageProps<'/shares'>) {
  const viewer = await requireViewer();
  const { now } = await props.searchParams;
  const shares = await listShares(viewer, 200);
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="publicise">
      <PageHeader
        title={t('shares.title')}
        lead={t('shares.lead')}
        actions={<ButtonLink href={paths.newShare}>{t('shares.shareRecord')}</ButtonLink>}
      />
      <ShareTabs here="shares" t={t} />
      {now === 'removed' ? <Notice>{t('shares.now.removed')}</Notice> : null}
      {shares.length === 0 ? (
        <EmptyState title={t('shares.emptyTitle')} text={t('shares.emptyText')} />
      ) : (
        <ul className="share-lines">
          {shares.map((share) => (
            <ShareLine key={share.id} share={share} viewer={viewer} t={t} />
          ))}
        </ul>
      )}
    </Desk>
  );
}
