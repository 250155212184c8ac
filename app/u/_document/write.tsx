import type { Asked } from '@/app/_server/document';
import { type Texts, textsIn } from '@/app/_text/texts';
import { paths, withQuery } from '@/lib/paths';
import type { PublicResponse } from '@/lib/record/public/shape';

type Written = { readonly handle: string; readonly displayName: string; readonly asked: Asked };

/** The way to the contact form, from a record or from the milestone that `about` names. */
export function Write(props: Written & { about?: string }) {
  const { handle, displayName, asked, about } = props;
  const address = withQuery(paths.publicContact(handle), {
    m: about,
    s: asked.share,
    lang: asked.chosen,
  });
  return (
    <a className="write" href={address} rel="nofollow">
      {textsIn(asked.locale)('contact.write', { name: displayName })}
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
export function ReportLink({ handle, asked }: { handle: string; asked: Asked }) {
  return (
    <a
      className="report"
      href={withQuery(paths.publicReport(handle), { lang: asked.chosen })}
      rel="nofollow"
    >
      {textsIn(asked.locale)('contact.report.link')}
    </a>
  );
}
