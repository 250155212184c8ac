import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import type { Viewer } from '@/lib/auth/viewer';
import { getDeletedEffort, getEffort } from '@/lib/effort/data';
import { effortId } from '@/lib/effort/schema';
import { paths } from '@/lib/paths';
import { effortLine } from './_shown';
import { UndoButton } from './_undo';

type Search = Record<string, string | string[] | undefined>;

/** Refusals of buttons that have no form to say them in. */
const refusals = ['timer-runs', 'day-full', 'too-many-efforts'] as const;

/** What has just happened, by the address an action led to; a deletion can be undone here. */
export async function LastChange(props: { viewer: Viewer; search: Search; t: Texts }) {
  const { viewer, search, t } = props;
  const refused = refusals.find((reason) => reason === search.refused);
  if (refused) return <Notice>{t(`errors.${refused}`)}</Notice>;

  const idIn = (name: string) => effortId.safeParse(search[name]).data;
  const deletedId = idIn('deleted');
  const deleted = deletedId && (await getDeletedEffort(viewer, deletedId));
  if (deleted) {
    return (
      <Notice action={<UndoButton id={deleted.id} t={t} />}>
        {t('effort.deleted', { what: effortLine(deleted, viewer.locale, t) })}
      </Notice>
    );
  }
  const restoredId = idIn('restored');
  const restored = restoredId && (await getEffort(viewer, restoredId));
  if (restored) {
    return (
      <Notice>{t('effort.restored', { what: effortLine(restored, viewer.locale, t) })}</Notice>
    );
  }
  const savedId = idIn('saved');
  const saved = savedId && (await getEffort(viewer, savedId));
  return saved ? (
    <Notice action={<a href={paths.oneEffort(saved.id)}>{t('effort.edit')}</a>}>
      {t('effort.saved', { what: effortLine(saved, viewer.locale, t) })}
    </Notice>
  ) : null;
}
