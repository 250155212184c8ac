import type { Asked } from '@/app/_server/document';
import type { Place, Spot } from '@/app/_server/place';
import { locales } from '@/lib/locale';
import { FeedLinks } from './data-links';

export type Head = {
  readonly title: string;
  readonly description: string;
  /** What it is the document of. */
  readonly spot: Spot;
  readonly type: 'profile' | 'article';
  readonly image: Spot;
  readonly imageAlt: string;
  /** False: search engines shall not list it. */
  readonly isIndexed: boolean;
  /** The document in schema.org's words, safe to stand in a script element. */
  readonly jsonLd: string;
  /** Whose it is: what can be reported. */
  readonly handle: string;
  /** Of a record: what else there is of it. */
  readonly data?: { readonly hasFeeds: boolean };
};

/** What the head of a document says to search engines, networks and readers of feeds. */
export function HeadLinks({ asked, head, place }: { asked: Asked; head: Head; place: Place }) {
  const { locale, chosen } = asked;
  const known = place.known(head.spot, chosen);
  return (
    <>
      <meta name="description" content={head.description} />
      {head.isIndexed ? null : <meta name="robots" content="noindex" />}
      {known ? <Addresses known={known} {...{ head, place }} /> : null}
      {head.data ? <FeedLinks place={place} hasFeeds={head.data.hasFeeds} locale={locale} /> : null}
      <meta property="og:type" content={head.type} />
      <meta property="og:site_name" content="Jisseki" />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      {known ? <meta property="og:url" content={known} /> : null}
      <meta property="og:locale" content={locale === 'ja' ? 'ja_JP' : 'en_US'} />
      <Picture head={head} address={place.source(head.image, locale)} />
    </>
  );
}

/** The address it goes by, and those of its languages. */
function Addresses({ known, head, place }: { known: string; head: Head; place: Place }) {
  return (
    <>
      <link rel="canonical" href={known} />
      {locales.map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={place.known(head.spot, lang)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={place.known(head.spot)} />
    </>
  );
}

function Picture({ head, address }: { head: Head; address: string | undefined }) {
  if (!address) return null;
  return (
    <>
      <meta property="og:image" content={address} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={head.imageAlt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
