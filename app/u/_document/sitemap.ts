import { locales } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';
import { element, type Xml, xmlDocument } from './xml';

/** What search engines may list: records by handle, with the public ids of their milestones. */
export type Indexed = readonly {
  readonly handle: string;
  readonly milestones: readonly string[];
}[];

/** Addresses in one part: far below the 50,000 and the 50 MB a part may have. */
const partSize = 10_000;
const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `?part=`, counted from 1; null for what is none. */
export function readPart(query: URLSearchParams): number | undefined | null {
  const typed = query.get('part');
  if (typed === null) return undefined;
  return /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : null;
}

/**
 * The sitemap of all that is indexed; the list of its parts where it is too long for one. Null for a
 * `part` that there is not.
 */
export function sitemapXml(indexed: Indexed, origin: string, part?: number): string | null {
  const addresses = indexed.flatMap(({ handle, milestones }) => [
    paths.publicRecord(handle),
    ...milestones.map((id) => paths.publicMilestone(handle, id)),
  ]);
  const parts = Math.max(1, Math.ceil(addresses.length / partSize));
  if (part === undefined && parts > 1) return listOfParts(parts, origin);
  const number = part ?? 1;
  if (number > parts) return null;
  return xmlDocument(
    element(
      'urlset',
      { xmlns: sitemaps, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...addresses
        .slice((number - 1) * partSize, number * partSize)
        .map((path) => entry(origin + path)),
    ),
  );
}

function listOfParts(parts: number, origin: string): string {
  const numbers = Array.from({ length: parts }, (_, i) => String(i + 1));
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: sitemaps },
      ...numbers.map((part) =>
        element('sitemap', {}, element('loc', {}, withQuery(origin + paths.sitemap, { part }))),
      ),
    ),
  );
}

function entry(address: string): Xml {
  const alternate = (hreflang: string, href: string) =>
    element('xhtml:link', { rel: 'alternate', hreflang, href });
  return element(
    'url',
    {},
    element('loc', {}, address),
    ...locales.map((lang) => alternate(lang, withQuery(address, { lang }))),
    alternate('x-default', address),
  );
}
