import { exportJsonSchema } from '@/lib/export/schema';

export const dynamic = 'force-static';

/** What `jisseki.json` of an export is, as JSON Schema: the same for everyone until the code changes. */
export function GET(): Response {
  return new Response(JSON.stringify(exportJsonSchema()), {
    headers: {
      'Content-Type': 'application/schema+json; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'Access-Control-Allow-Origin': '*',
    },
  });
}
