import { respond } from '@/app/_server/document';
import { fallback } from '@/app/u/_document/render';
import { paths, withQuery } from '@/lib/paths';
import { readShareTarget } from '@/lib/record/public';

type Context = { params: Promise<{ code: string }> };

/**
 * The short address of a share: leads to what was shared, wherever that is by now, and to nothing
 * else, whatever the address says. The code goes along: what is read there counts for the share, and
 * nothing is counted here, where nobody reads yet. Once that is not to be seen any more, it is like one
 * that never was.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  try {
    const target = await readShareTarget(code);
    if (target) {
      const { handle, milestoneId, language } = target;
      const path = milestoneId
        ? paths.publicMilestone(handle, milestoneId)
        : paths.publicRecord(handle);
      return new Response(null, {
        status: 302,
        headers: {
          Location: withQuery(path, { lang: language, s: code }),
          'Cache-Control': 'no-store',
          'X-Robots-Tag': 'noindex',
        },
      });
    }
  } catch (error) {
    console.error('A short address could not be read.', error);
    return respond(request, 'text/html', () => Promise.reject(error), fallback);
  }
  return respond(request, 'text/html', async () => null, fallback);
}
