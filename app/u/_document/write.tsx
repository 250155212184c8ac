import type { Asked } from '@/app/_server/document';
import { type Place, placeOf } from '@/app/_server/place';
import { type Texts, textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import type { PublicResponse } from '@/lib/record/public/shape';

type Written = { readonly handle: string; readonly displayName: string; readonly asked: Asked };

/** Whether strangers may write to `record`, and can from where the document stands. */
export function isWritable(
  record: { readonly handle: string; readonly takesInquiries: boolean },
  asked: Asked,
): boolean {
  const form = placeOf(asked, record.handle).link({ at: 'contact' });
  return record.takesInquiries && form !== undefined;
}

/**
 * The way to the contact form, from a record or from the milestone that `about` names. A copy has no
 * form of its own and says that it leads away.
 */
export function Write(props: Written & { about?: string }) {
  const { handle, displayName: name, asked, about } = props;
  const t = textsIn(asked.locale);
  const { link, copiedOn } = placeOf(asked, handle);
  return (
    <a className="write" href={link({ at: 'contact', about })} rel="nofollow">
      {copiedOn ? t('site.write', { name }) : t('contact.write', { name })}
    </a>
  );
}

/** Who came and how soon they hear back, in a line; empty while there is nothing to tell. */
export function responseLine({ people, replyHours }: PublicResponse, t: Texts): string {
  const soon =
    replyHours === undefined
      ? null
      : replyHours <= 24
        ? t('contact.response.hours', { hours: replyHours })
        : t('contact.response.days', { days: replyHours / 24 });
  const came = people > 0 ? t('contact.response.people', { people }) : null;
  return [came, soon].filter(Boolean).join(' · ');
}

/** The way for whoever finds that a record should not be there. */
export function ReportLink({ place, locale }: { place: Place; locale: Locale }) {
  const href = place.link({ at: 'report' });
  if (!href) return null;
  return (
    <a className="report" href={href} rel="nofollow">
      {textsIn(locale)('contact.report.link')}
    </a>
  );
}
