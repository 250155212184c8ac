import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import { locales } from '@/lib/locale';
import type { PublicRecord } from '@/lib/record/public/shape';
import { type FeedEntry, feedOf } from './feed';
import { element, type Xml, xmlDocument } from './xml';

/** The newest milestones as Atom (RFC 4287); null where there are no feeds. */
export function atomFeed(record: PublicRecord, asked: Asked): string | null {
  const feed = feedOf(record, asked);
  if (!feed) return null;
  const { source } = placeOf(asked, record.handle);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      feed.subtitle ? element('subtitle', {}, feed.subtitle) : undefined,
      element('updated', {}, feed.updated),
      element(
        'author',
        {},
        element('name', {}, feed.author.name),
        feed.author.url ? element('uri', {}, feed.author.url) : undefined,
      ),
      element('generator', {}, 'Jisseki'),
      element('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: source({ at: 'feed.xml' }, asked.chosen),
      }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      ...locales
        .filter((lang) => lang !== feed.language)
        .map((lang) =>
          element('link', {
            rel: 'alternate',
            type: 'application/atom+xml',
            hreflang: lang,
            href: source({ at: 'feed.xml' }, lang),
          }),
        ),
      ...feed.entries.map(entry),
    ),
  );
}

function entry({ id, page, title, language, published, html, tags }: FeedEntry): Xml {
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', { 'xml:lang': language }, title),
    // It is not told when a milestone was edited: readers see it anew when it is published anew.
    element('published', {}, published),
    element('updated', {}, published),
    element('link', { rel: 'alternate', type: 'text/html', href: page }),
    ...tags.map((term) => element('category', { term })),
    element('content', { type: 'html' }, html),
  );
}
