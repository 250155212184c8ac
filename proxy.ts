import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { appPolicy, pathHeader, secretPageHeaders } from '@/app/_server/policy';
import { turnAway } from '@/app/_server/turn-away';

/**
 * Says what browsers may do with app pages, and turns away what no page should have to answer: a
 * change asked for by another site, and anything while the database is out. It never decides who
 * may see what; that is asked where data is read.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const refused = await turnAway(request);
  if (refused) return refused;

  const policy = appPolicy(
    randomBytes(16).toString('base64'),
    process.env.NODE_ENV === 'development',
  );
  const headers = new Headers(request.headers);
  // Next reads the nonce from the policy of the request and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  const { pathname, search } = request.nextUrl;
  for (const [name, value] of Object.entries(secretPageHeaders(pathname, search))) {
    response.headers.set(name, value);
  }
  return response;
}

export const config = {
  // Public documents bring their own policy; the rest of these need none but the server's. What brings
  // files in turns away by itself: Next would keep their first ten megabytes here, and lose the rest.
  matcher:
    '/((?!_next/static/|_next/image$|u/|s/|p/|l/|schema/|robots\\.txt$|sitemap\\.xml$|record/preview(?:/|$)|settings/data/upload$|livez$|readyz$).*)',
};
