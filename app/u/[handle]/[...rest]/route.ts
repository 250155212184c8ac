import { respond } from '@/app/_server/document';
import { fallback } from '@/app/u/_document/render';

/** Below a record there is nothing but its documents: the same 404 as for no record at all. */
export async function GET(request: Request): Promise<Response> {
  return respond(request, 'text/html', async () => null, fallback);
}
