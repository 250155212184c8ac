/*
 * What a browser may do with an app page, and whose requests change anything. Public documents say
 * their own policy; bin/server.mjs gives every answer the headers that never differ.
 */

/** The request header that carries the path a page was asked for, from proxy.ts to the session. */
export const pathHeader = 'x-jisseki-path';

/**
 * The Content-Security-Policy of an app page. Scripts run by nonce alone, no style stands inline.
 * In development Next needs eval, inline styles and a socket for its reloading.
 */
export function appPolicy(nonce: string, development: boolean): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `manifest-src 'self'`,
    // The desk shows the true document of the record.
    `frame-src 'self'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `base-uri 'none'`,
  ].join('; ');
}

/**
 * What else a page says whose address carries a secret, or leads back to one that does (`?next=`): nobody
 * keeps it or lists it, and no other site is told the address. Without any referrer at all browsers would
 * take the Origin from its own form too, and with it the proof of where it comes from.
 * @param search with its `?`, or empty
 */
export function secretPageHeaders(path: string, search = ''): Record<string, string> {
  const addresses = [path, ...new URLSearchParams(search).getAll('next')];
  const isSecret = addresses.some((one) =>
    /^\/(?:reset|verify|email)\/|^\/signup(?:\?|$)/.test(one),
  );
  if (!isSecret) return {};
  return {
    'Cache-Control': 'private, no-store',
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex',
  };
}

/** The policy of a page of ours that has no script at all, and one style sheet within it. */
export function stillPolicy(styleHash: string): string {
  return `default-src 'none'; style-src '${styleHash}'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'`;
}

/**
 * Whether a request that changes something comes from another site. Browsers always say where one
 * comes from, by Origin; who says nothing is no browser and carries nobody's cookies. Own is the
 * host that Next compares with too, which answers a mismatch by failing.
 */
export function isForeign(method: string, headers: { get(name: string): string | null }): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = headers.get('origin');
  if (origin === null) return false;
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  const own = forwarded || headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== own;
}
