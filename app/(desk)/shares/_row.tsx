import type { Texts } from '@/app/_text/texts';
import type { Viewer } from '@/lib/auth/viewer';
import { formatDatedOn, today } from '@/lib/calendar';
import { inLocale, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Share } from '@/lib/share/data';

/** What was shared, in words. */
export function sharedTitle({ milestone }: Share, locale: Locale, t: Texts): string {
  if (!milestone) return t('shares.ofRecord');
  return (
    inLocale(milestone.title, locale) ??
    (milestone.stream && inLocale(milestone.stream.name, locale)) ??
    t(`kinds.${milestone.kind}`)
  );
}

/** One share in a list: where, what, when, and its short address. */
export function ShareLine(props: { share: Share; viewer: Viewer; t: Texts }) {
  const { share, viewer, t } = props;
  const day = (at: Date) =>
    formatDatedOn({ day: today(viewer.zone, at), precision: 'day' }, viewer.locale);
  return (
    <li className="share-line">
      <a href={paths.share(share.id)}>{share.server ?? t(`shares.networks.${share.network}`)}</a>
      <span>{sharedTitle(share, viewer.locale, t)}</span>
      <span className="soft">
        {share.sentAt ? t('shares.sentOn', { day: day(share.sentAt) }) : t('shares.draft')}
      </span>
      <code>{paths.shortShare(share.code)}</code>
    </li>
  );
}
