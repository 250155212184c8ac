import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { missingPage } from '@/app/_server/missing';
import { originOf } from '@/app/_server/origin';
import { readerTexts } from '@/app/_server/reader';
import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { Button, ButtonLink } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { PageHeader } from '@/app/_ui/page-header';
import { today } from '@/lib/calendar';
import { getMilestone } from '@/lib/milestone/data';
import { milestoneId } from '@/lib/milestone/schema';
import { localCurrency } from '@/lib/money';
import { paths, withQuery } from '@/lib/paths';
import { getPermission, listAnswers } from '@/lib/permission/data';
import { listStreams } from '@/lib/stream/data';
import { ButtonForm } from '../../_button-form';
import { Desk } from '../../_desk';
import { removeMilestone, saveMilestone } from '../_actions';
import { MilestoneForm } from '../_form';
import { formOptions } from '../_form-options';
import { valuesOf } from '../_form-values';
import { pinOne } from '../_showing-actions';
import { PermissionSection } from './_permission';

const changes = ['pinned', 'unpinned', 'permission', 'asked'] as const;

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
  if (!milestone) return missingPage();
  const { now } = await props.searchParams;
  const [permission, answers] = await Promise.all([
    getPermission(viewer, milestone.id),
    listAnswers(viewer, milestone.id),
  ]);
  const change = changes.find((one) => one === now);
  const t = textsIn(viewer.locale);
  const address = paths.publicMilestone(viewer.handle, milestone.publicId);
  const stored = valuesOf(milestone, milestone.language, {
    today: today(viewer.zone, new Date()),
    zone: viewer.zone,
    currency: localCurrency(viewer.zone),
  });
  return (
    <Desk viewer={viewer} here="milestones">
      <PageHeader
        title={t('milestones.editTitle')}
        actions={
          <>
            {milestone.visibility === 'private' ? null : (
              <>
                <ButtonLink small href={withQuery(paths.newShare, { milestone: milestone.id })}>
                  {t('shares.share')}
                </ButtonLink>
                <ButtonForm
                  action={pinOne}
                  label={t(milestone.pinnedAt ? 'milestones.unpin' : 'milestones.pin')}
                  variant="quiet"
                  small
                  carried={{ id: milestone.id, pinned: milestone.pinnedAt ? 'no' : 'yes' }}
                />
              </>
            )}
            <form action={removeMilestone}>
              <input type="hidden" name="id" value={milestone.id} />
              <Button variant="danger" small>
                {t('milestones.delete')}
              </Button>
            </form>
          </>
        }
      />
      {change ? <Notice>{t(`milestones.now.${change}`)}</Notice> : null}
      {milestone.visibility === 'private' ? null : (
        <p className="soft">
          {t('milestones.address')} <a href={address}>{address}</a>
        </p>
      )}
      <MilestoneForm
        {...formOptions(viewer, await listStreams(viewer), t, milestone.language)}
        action={saveMilestone}
        cancelHref={paths.milestones}
        stored={stored}
      />
      <PermissionSection
        viewer={viewer}
        milestone={milestone}
        permission={permission}
        answers={answers}
        origin={originOf(await headers())}
      />
    </Desk>
  );
}
