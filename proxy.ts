import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { appPolicy, isForeign, pathHeader } from '@/app/_server/policy';
import { foreignAnswer, outageAnswer } from '@/app/_server/refusals';
import { databaseAnswers } from '@/lib/pulse';

/**
 * Says what browsers may do with app pages, and turns away what no page should have to answer: a
 * change asked for by another site, and anything while the database is out. It never decides who
 * may see what; that is asked where data is read.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (isForeign(request.method, request.headers)) return foreignAnswer(request);
  if (!(await databaseAnswers())) return outageAnswer(request);

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
  return response;
}

export const config = {
  // Public documents bring their own policy; the rest of these need none but the server's.
  matcher:
    '/((?!_next/static/|_next/image$|u/|s/|p/|l/|schema/|robots\\.txt$|sitemap\\.xml$|record/preview(?:/|$)|livez$|readyz$).*)',
};
