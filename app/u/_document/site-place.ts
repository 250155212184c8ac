import type { Asked } from '@/app/_server/document';
import { addressOf, type Place, type Spot } from '@/app/_server/place';
import type { Day } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';

/** A copy of one record in files that need no server. */
export type Site = {
  readonly handle: string;
  /** The language whose files have none in their names. */
  readonly language: Locale;
  /** Where the record was published; null: nobody knows. */
  readonly origin: string | null;
  readonly copiedOn: Day;
  /** The milestones that have a picture of their own. */
  readonly pictured: ReadonlySet<string>;
};

/** What the document at `spot` of a copy is made after, in one language. */
export function askedAt(site: Site, spot: Spot, locale: Locale): Asked {
  const { origin } = site;
  const place = placeAt(site, spot, locale);
  return { locale, chosen: locale, origin: origin ?? '', query: new URLSearchParams(), place };
}

/** Files name each other by the way from one to the other, so that the copy may stand anywhere. */
function placeAt(site: Site, here: Spot, locale: Locale): Place {
  const { handle, origin, copiedOn } = site;
  const up = fileOf(site, here, locale)?.includes('/') ? '../' : '';
  const file = (spot: Spot, lang = locale) => {
    const path = fileOf(site, spot, lang);
    return path && up + path;
  };
  const known = (spot: Spot, lang?: Locale) =>
    origin === null ? undefined : origin + addressOf(handle, spot, { lang });
  return {
    // The form alone is worth the way to the host.
    link: (spot, lang = locale) => (spot.at === 'contact' ? known(spot, lang) : file(spot, lang)),
    source: file,
    known,
    copiedOn,
  };
}

/** The path of `spot` in a copy, from its root; undefined for what is not in it. */
export function fileOf(site: Site, spot: Spot, lang: Locale): string | undefined {
  const suffix = lang === site.language ? '' : `.${lang}`;
  switch (spot.at) {
    case 'record':
      return `${partName('index', spot)}${suffix}.html`;
    case 'record.json':
      return `${partName('record', spot)}.json`;
    case 'milestone':
      return `m/${spot.id}${suffix}.html`;
    case 'milestoneCard':
      return site.pictured.has(spot.id) ? `m/${spot.id}${suffix}.png` : undefined;
    case 'qr.svg':
      return site.origin === null ? undefined : `qr${suffix}.svg`;
    case 'card':
      return `card${suffix}.png`;
    case 'resume.json':
      return `resume${suffix}.json`;
    case 'feed.xml':
      return `feed${suffix}.xml`;
    case 'feed.json':
      return `feed${suffix}.json`;
    case 'icon':
      return 'icon.svg';
    case 'home':
    case 'schema':
    case 'report':
    case 'contact':
      return undefined;
  }
}

/** `index`, `index-2` and on, and of a year `2025`, `2025-2` and on. */
function partName(whole: string, { year, page = 1 }: { year?: number; page?: number }): string {
  const name = year === undefined ? whole : String(year);
  return page > 1 ? `${name}-${page}` : name;
}
