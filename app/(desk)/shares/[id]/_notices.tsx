import type { Texts } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today } from '@/lib/calendar';
import type { Hit } from '@/lib/leak/rules';
import { paths } from '@/lib/paths';
import type { Share } from '@/lib/share/data';
import { Found } from '../../record/_found';
import { sharedTitle } from '../_row';
import { isSeen, mayName, type Standing } from '../_standing';

/** What is to be known before a share is sent: that nobody sees it, or whom its text names. */
export function ShareNotices(props: {
  share: Share;
  standing: Standing;
  /** Names that are kept out, where they stand in the saved text. */
  hits: readonly Hit[];
  viewer: Viewer;
  t: Texts;
}) {
  const { share, standing, hits, viewer, t } = props;
  const leak = {
    href: paths.share(share.id),
    title: sharedTitle(share, viewer.locale, t),
    text: share.text,
    hits,
  };
  return (
    <>
      {isSeen(standing) ? null : <p className="notice">{unseen(standing, viewer, t)}</p>}
      {mayName(standing, share) ? <p className="notice">{t('shares.mayName')}</p> : null}
      {hits.length > 0 ? (
        <div className="notice">
          <div className="notice-text">
            <p>{t('shares.found')}</p>
            <Found leaks={[leak]} t={t} />
          </div>
        </div>
      ) : null}
    </>
  );
}

function unseen({ why }: Standing, { zone, locale }: Viewer, t: Texts): string {
  if (why.why !== 'waits') return t('shares.leadsNowhere');
  const when = formatDatedOn({ day: today(zone, why.until), precision: 'day' }, locale);
  return t('shares.waits', { when });
}
