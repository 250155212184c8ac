import type { Texts } from '@/app/_text/texts';
import { Notice } from '@/app/_ui/notice';
import { SectionHead } from '@/app/_ui/page-header';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { dayOf } from '../../_moments';

/**
 * The way to having the account deleted. `told`: what the address says of it (`?deletion=`), so that
 * the section says what has just happened.
 */
export function DeleteSection(props: { viewer: Viewer; told: unknown; t: Texts }) {
  const { viewer, told, t } = props;
  const { deleteAt } = viewer;
  return (
    <section className="section" aria-labelledby="delete">
      <SectionHead id="delete" title={t('closing.section.title')} />
      {told === 'planned' && deleteAt ? <Notice>{t('closing.section.nowPlanned')}</Notice> : null}
      {told === 'cancelled' && !deleteAt ? (
        <Notice action={<a href={paths.record}>{t('closing.section.toRecord')}</a>}>
          {t('closing.section.nowKept')}
        </Notice>
      ) : null}
      <p>
        {deleteAt
          ? t('closing.section.planned', { day: dayOf(deleteAt, viewer) })
          : t('closing.section.lead')}
      </p>
      <p>
        <a href={paths.deleteAccount}>{t('closing.section.link')}</a>
      </p>
    </section>
  );
}
