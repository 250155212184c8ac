import { respond } from '@/app/_server/document';
import { currentViewer } from '@/app/_server/session';
import { drawCard } from '@/app/u/_document/card-image';
import { fallback } from '@/app/u/_document/render';
import { readDraftRecord } from '@/lib/record/public';

/** The very card that networks would fetch, for its owner before it is published. */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    'image/png',
    async ({ locale }) => {
      const viewer = await currentViewer();
      const record = viewer && (await readDraftRecord(viewer, new Date()));
      if (!record) return null;
      const { revision } = record;
      return {
        revision,
        render: async () => ({ revision, body: await drawCard(record, locale) }),
        headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
      };
    },
    fallback,
  );
}
