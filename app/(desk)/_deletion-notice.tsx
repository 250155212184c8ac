import type { Texts } from '@/app/_text/texts';
import { Button } from '@/app/_ui/button';
import type { Viewer } from '@/lib/auth/viewer';
import { dayOf } from './_moments';
import { keepAccount } from './settings/data/delete/_actions';

/** On every page while the account is to go: the day, and the button that keeps it. */
export function DeletionNotice({ viewer, t }: { viewer: Viewer; t: Texts }) {
  const { deleteAt } = viewer;
  if (!deleteAt) return null;
  const canBeKept = deleteAt > new Date();
  return (
    <section className="notice" aria-label={t('closing.notice.label')}>
      <p className="notice-text">
        {canBeKept
          ? t('closing.notice.planned', { day: dayOf(deleteAt, viewer) })
          : t('closing.notice.underWay')}
      </p>
      {canBeKept ? (
        <form action={keepAccount} className="notice-action">
          <Button variant="quiet" small>
            {t('closing.notice.keep')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
