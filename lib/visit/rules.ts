import { isbot } from 'isbot';
import { previewSite } from './previews.rules';

/** One answered request for a document, as it waits to be counted; in memory only. */
export type Reading = {
  readonly at: Date;
  readonly handle: string;
  /** What the milestone is known by; empty: the record's own page. */
  readonly milestone: string;
  /** The code of a share, if the address had one that looks like it; else empty. */
  readonly share: string;
  /** The site it came from, or that draws a preview; may be empty. */
  readonly source: string;
  readonly country: string;
  readonly isPreview: boolean;
  /** What tells persons apart: the bucket of an address, and a browser. */
  readonly bucket: string;
  readonly userAgent: string;
  /** The session cookie with its name; empty: none. */
  readonly cookie: string;
};

/** What a request counts as; `nothing` says why. */
export type Counted =
  | { readonly as: 'view' }
  | { readonly as: 'preview'; readonly source: string }
  | { readonly as: 'nothing'; readonly why: Uncounted };
export type Uncounted = 'method' | 'declined' | 'prefetch' | 'embedded' | 'bot';

type Headers = { get(name: string): string | null };

const view: Counted = { as: 'view' };

/**
 * What a request for a document counts as, by what it says of itself. Whoever asks not to be counted
 * is not, whatever else they are.
 */
export function countedAs(method: string, headers: Headers): Counted {
  if (method !== 'GET') return nothing('method');
  if (headers.get('dnt') === '1' || headers.get('sec-gpc') === '1') return nothing('declined');
  if (isAhead(headers)) return nothing('prefetch');
  // Nobody reads a page that another one draws as a picture, or has fetched by a script.
  const destination = headers.get('sec-fetch-dest');
  if (destination && destination !== 'document') return nothing('embedded');
  const userAgent = headers.get('user-agent')?.trim();
  if (!userAgent) return nothing('bot');
  return countedBy(userAgent);
}

const known = new Map<string, Counted>();
const mostKnown = 1_000;

/**
 * As what this user agent reads. Many patterns have to be tried for it, and many people have the same
 * one: the last are remembered, with nothing of who had them.
 */
function countedBy(userAgent: string): Counted {
  const before = known.get(userAgent);
  if (before) return before;
  const source = previewSite(userAgent);
  const other = isbot(userAgent) ? nothing('bot') : view;
  const counted: Counted = source ? { as: 'preview', source } : other;
  // One so long is hardly met twice.
  if (userAgent.length > longestBrowser) return counted;
  if (known.size >= mostKnown) known.clear();
  known.set(userAgent, counted);
  return counted;
}

function nothing(why: Uncounted): Counted {
  return { as: 'nothing', why };
}

/** Whether a browser fetches the page before anyone wants to see it. */
export function isAhead(headers: Headers): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    /prefetch|prerender|preview/i.test(headers.get(name) ?? ''),
  );
}

const longestBrowser = 300;

/** A browser as it is told from others: what nobody's is longer than is cut. */
export function browserOf(userAgent: string | null): string {
  return (userAgent ?? '').trim().slice(0, longestBrowser);
}

/** Whether `text` can be the code of a share. */
export function isShareCode(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9]{10}$/.test(text);
}
