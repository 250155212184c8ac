import { readHandleNow } from '@/lib/record/public';

/**
 * Where a document of a record went whose owner changed their handle lately; null: nowhere. For 90
 * days only, so nobody may keep the answer for ever. What is sent goes along (308): a 301 would have a
 * form that was open meanwhile fetch the new page and lose what was typed.
 */
export async function movedFrom(request: Request): Promise<Response | null> {
  const { pathname, search } = new URL(request.url);
  const [, old, rest = ''] = /^\/u\/([a-z0-9-]{3,30})(\/[^?#]*)?$/.exec(pathname) ?? [];
  const handle = old && (await readHandleNow(old));
  if (!handle) return null;
  return new Response(null, {
    status: ['GET', 'HEAD'].includes(request.method) ? 301 : 308,
    headers: { Location: `/u/${handle}${rest}${search}`, 'Cache-Control': 'no-cache' },
  });
}
