import type { Place, Spot } from '@/app/_server/place';
import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';

type Props = { readonly place: Place; readonly hasFeeds: boolean; readonly locale: Locale };

/** The record's other documents, for programs: in the head of the page. */
export function FeedLinks({ place, hasFeeds, locale }: Props) {
  return (
    <>
      <link rel="alternate" type="application/json" href={place.source({ at: 'record.json' })} />
      {hasFeeds ? (
        <>
          <link
            rel="alternate"
            type="application/atom+xml"
            href={place.source({ at: 'feed.xml' }, locale)}
          />
          <link
            rel="alternate"
            type="application/feed+json"
            href={place.source({ at: 'feed.json' }, locale)}
          />
        </>
      ) : null}
    </>
  );
}

/** The same for readers, small at the foot. */
export function DataLinks({ place, hasFeeds, locale }: Props) {
  const t = textsIn(locale);
  const link = (spot: Spot, name: string) => {
    const href = place.link(spot);
    return href ? <a href={href}>{name}</a> : null;
  };
  return (
    <nav className="data-links" aria-label={t('document.dataLinks')}>
      {hasFeeds ? link({ at: 'feed.xml' }, t('document.feed')) : null}
      {link({ at: 'record.json' }, t('document.json'))}
      {link({ at: 'resume.json' }, t('document.resume'))}
      {link({ at: 'qr.svg' }, t('document.qr'))}
    </nav>
  );
}
