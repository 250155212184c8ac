import type { Day } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { paths, withQuery } from '@/lib/paths';

/** Something that a document of a record names by an address. */
export type Spot =
  /** The page of the record, or one part of it: see `Slice` of the window. */
  | { readonly at: 'record' | 'record.json'; readonly year?: number; readonly page?: number }
  | { readonly at: 'milestone' | 'milestoneCard'; readonly id: string }
  /** The form, about the milestone of that id where there is one. */
  | { readonly at: 'contact'; readonly about?: string }
  | { readonly at: 'home' | 'icon' | 'schema' | 'report' | 'card' | DataName };

export type DataName = 'resume.json' | 'feed.xml' | 'feed.json' | 'qr.svg';

/**
 * Where a document of a record stands, and so how it names the others: at their host by addresses
 * of the app, in a copy by the files beside it. Undefined: there is no way to it from here.
 */
export type Place = {
  /** For a reader to follow; in the language of the document unless another is named. */
  readonly link: (spot: Spot, lang?: Locale) => string | undefined;
  /** For programs to fetch: absolute where the place has a host. */
  readonly source: (spot: Spot, lang?: Locale) => string | undefined;
  /** By which it is known wherever it is read: absolute, at the host it was published on. */
  readonly known: (spot: Spot, lang?: Locale) => string | undefined;
  /** Of a copy: the day it was made. */
  readonly copiedOn?: Day;
};

/** What a place is made of, as a request asks it: see `Asked`. */
type Asking = {
  readonly origin: string;
  readonly chosen?: Locale;
  readonly share?: string;
  readonly place?: Place;
};

/** The place of a document of the record of `handle`: that of its copy, else its host. */
export function placeOf(asked: Asking, handle: string): Place {
  const { origin, chosen, place } = asked;
  if (place) return place;
  const whole = (spot: Spot, lang?: Locale) => origin + addressOf(handle, spot, { lang });
  return {
    link: (spot, lang = chosen) => addressOf(handle, spot, taken(spot, lang, asked)),
    source: whole,
    known: whole,
  };
}

/** What a link takes along of how its reader came: to pages all of it, to data nothing. */
function taken({ at }: Spot, lang: Locale | undefined, { share: s }: Asking) {
  if (at === 'record' || at === 'milestone' || at === 'contact') return { s, lang };
  return at === 'report' ? { lang } : {};
}

/** The address of `spot` in the app, from its root, with what it takes along. */
export function addressOf(
  handle: string,
  spot: Spot,
  along: Readonly<Record<string, string | undefined>> = {},
): string {
  const [path, own] = pathOf(handle, spot);
  return withQuery(path, { ...own, ...along });
}

function pathOf(handle: string, spot: Spot): [path: string, own?: Record<string, string>] {
  switch (spot.at) {
    case 'record':
      return [paths.publicRecord(handle), partOf(spot)];
    case 'record.json':
      return [paths.publicRecordJson(handle), partOf(spot)];
    case 'milestone':
      return [paths.publicMilestone(handle, spot.id)];
    case 'milestoneCard':
      return [paths.publicMilestoneCard(handle, spot.id)];
    case 'contact':
      return [paths.publicContact(handle), spot.about ? { m: spot.about } : {}];
    case 'report':
      return [paths.publicReport(handle)];
    case 'card':
      return [paths.publicCard(handle)];
    case 'resume.json':
      return [paths.publicResume(handle)];
    case 'feed.xml':
      return [paths.publicFeedXml(handle)];
    case 'feed.json':
      return [paths.publicFeedJson(handle)];
    case 'qr.svg':
      return [paths.publicQrSvg(handle)];
    case 'schema':
      return [paths.recordSchema];
    case 'icon':
      return ['/icon.svg'];
    case 'home':
      return [paths.home];
  }
}

function partOf({ year, page = 1 }: { year?: number; page?: number }): Record<string, string> {
  return { ...(year && { year: String(year) }), ...(page > 1 && { page: String(page) }) };
}
