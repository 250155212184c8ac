import type { Metadata } from 'next';
import { cache } from 'react';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { answerMissing } from '@/app/_server/status';
import { textsIn } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import { PageHeader } from '@/app/_ui/page-header';
import NotFound from '@/app/not-found';
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

type Props = PageProps<'/milestones/[id]'>;

/** The viewer's milestone of this id; another person's is as missing as none. */
const find = cache(async (id: string) => {
  const known = milestoneId.safeParse(id);
  return known.success ? getMilestone(await requireViewer(), known.data) : null;
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const milestone = await find((await props.params).id);
  const t = await readerTexts();
  return { title: milestone ? t('milestones.editTitle') : t('problems.notFoundTitle') };
}

/** One milestone, to edit or delete. */
export default async function MilestonePage(props: Props) {
  const viewer = await requireViewer();
  const milestone = await find((await props.params).id);
  if (!milestone) {
    answerMissing();
    return <NotFound />;
  }
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
