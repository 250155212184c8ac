import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { PageHeader } from '@/app/_ui/page-header';
import { today } from '@/lib/calendar';
import { getMilestone } from '@/lib/milestone/data';
import { milestoneId } from '@/lib/milestone/schema';
import { localCurrency } from '@/lib/money';
import { paths } from '@/lib/paths';
import { listStreams } from '@/lib/stream/data';
import { Desk } from '../../_desk';
import { removeMilestone, saveMilestone } from '../_actions';
import { MilestoneForm } from '../_form';
import { formOptions } from '../_form-options';
import { valuesOf } from '../_form-values';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readerTexts())('milestones.editTitle') };
}

/** One milestone, to edit or delete. Another person's is as missing as none. */
export default async function MilestonePage(props: PageProps<'/milestones/[id]'>) {
  const viewer = await requireViewer();
  const id = milestoneId.safeParse((await props.params).id);
  const milestone = id.success ? await getMilestone(viewer, id.data) : null;
  if (!milestone) notFound();
  const t = textsIn(viewer.locale);
  const address = paths.publicMilestone(viewer.handle, milestone.id);
  const stored = valuesOf(milestone, viewer.locale, {
    today: today(viewer.zone, new Date()),
    currency: localCurrency(viewer.zone),
  });
  return (
    <Desk viewer={viewer} here="milestones">
      <PageHeader
        title={t('milestones.editTitle')}
        actions={
          <form action={removeMilestone}>
            <input type="hidden" name="id" value={milestone.id} />
            <Button variant="danger" small>
              {t('milestones.delete')}
            </Button>
          </form>
        }
      />
      {milestone.visibility === 'private' ? null : (
        <p className="soft">
          {t('milestones.address')} <a href={address}>{address}</a>
        </p>
      )}
      <MilestoneForm
        {...formOptions(viewer, await listStreams(viewer), t)}
        action={saveMilestone}
        cancelHref={paths.milestones}
        stored={stored}
      />
    </Desk>
  );
}
