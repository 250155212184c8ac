import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn } from '@/lib/calendar';
import { getDeletedMilestone, getMilestone } from '@/lib/milestone/data';
import { titleOf } from '@/lib/milestone/rules';
import { milestoneId } from '@/lib/milestone/schema';
import { formatAmount } from '@/lib/money';
import { UndoButton } from './_undo';

type Search = Record<string, string | string[] | undefined>;

/** What has just happened, by the address an action led to; a deletion can be undone here. */
export async function LastChange(props: { viewer: Viewer; search: Search; t: Texts }) {
  const { viewer, search, t } = props;
  const idIn = (name: string) => milestoneId.safeParse(search[name]).data;

  const deletedId = idIn('deleted');
  const deleted = deletedId && (await getDeletedMilestone(viewer, deletedId));
  if (deleted) {
    return (
      <Notice action={<UndoButton id={deleted.id} t={t} />}>
        {t('milestones.deleted', { title: titleOf(deleted, viewer.locale) })}
      </Notice>
    );
  }

  const restoredId = idIn('restored');
  const restored = restoredId && (await getMilestone(viewer, restoredId));
  if (restored) {
    return <Notice>{t('milestones.restored', { title: titleOf(restored, viewer.locale) })}</Notice>;
  }
  const savedId = idIn('saved');
  const saved = savedId && (await getMilestone(viewer, savedId));
  if (!saved) return null;
  const what = [
    titleOf(saved, viewer.locale),
    formatDatedOn(saved.happened, viewer.locale),
    saved.income && formatAmount(saved.income, viewer.locale),
    t(`visibilities.${saved.visibility}`),
  ];
  return <Notice>{t('milestones.saved', { what: what.filter(Boolean).join(' · ') })}</Notice>;
}
