import type { Metadata } from 'next';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Ledger } from '@/app/_ui/ledger';
import { PageHeader } from '@/app/_ui/page-header';
import { listDeletedMilestones } from '@/lib/milestone/data';
import { Desk } from '../../_desk';
import { MilestoneRow } from '../_row';
import { UndoButton } from '../_undo';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('milestones.deletedTitle') };
}

/** What was deleted lately, each to be taken back. */
export default async function DeletedMilestonesPage() {
  const viewer = await requireViewer();
  const deleted = await listDeletedMilestones(viewer, new Date());
  const t = textsIn(viewer.locale);
  return (
    <Desk viewer={viewer} here="milestones">
      <PageHeader title={t('milestones.deletedTitle')} lead={t('milestones.deletedLead')} />
      {deleted.length === 0 ? (
        <p>{t('milestones.deletedNone')}</p>
      ) : (
        <Ledger>
          {deleted.map((milestone) => (
            <MilestoneRow
              key={milestone.id}
              milestone={milestone}
              locale={viewer.locale}
              t={t}
              actions={<UndoButton id={milestone.id} t={t} />}
            />
          ))}
        </Ledger>
      )}
    </Desk>
  );
}
