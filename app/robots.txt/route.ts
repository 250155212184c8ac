import { respond } from '@/app/_server/document';
import { fallback } from '@/app/u/_document/render';
import { robotsTxt } from '@/app/u/_document/robots';

/** What crawlers may read. Changes with the code alone. */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    'text/plain',
    async ({ origin }) => ({
      revision: 'robots',
      render: async () => ({ revision: 'robots', body: robotsTxt(origin) }),
      after: [origin],
    }),
    fallback,
  );
}
