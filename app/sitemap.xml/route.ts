import { respond } from '@/app/_server/document';
import { fallback } from '@/app/u/_document/render';
import { readPart, sitemapXml } from '@/app/u/_document/sitemap';
import { listIndexed, listRevision } from '@/lib/record/public';

/** Every published record that may be listed, with its milestones; `?part=` where that is much. */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    'application/xml',
    async ({ query, origin }) => {
      const part = readPart(query);
      if (part === null) return null;
      const render = async () => {
        const { revision, records } = await listIndexed();
        const body = sitemapXml(records, origin, part);
        return body === null ? null : { revision, body };
      };
      return { revision: await listRevision(), render, after: [origin, String(part)] };
    },
    fallback,
  );
}
