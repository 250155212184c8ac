import { respond } from '@/app/_server/document';
import { drawCard } from '@/app/u/_document/card-image';
import { fallback } from '@/app/u/_document/render';
import { publicRevision, readPublicRecord } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string }> };

/** The record as a picture of 1200 × 630 for networks and chats; `?lang=ja|en`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return respond(
    request,
    'image/png',
    async ({ locale }) => {
      const revision = await publicRevision(handle);
      if (!revision) return null;
      const render = async () => {
        const record = await readPublicRecord(handle);
        return record && { revision: record.revision, body: await drawCard(record, locale) };
      };
      return { revision, render, headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } };
    },
    fallback,
  );
}
