import { createElement } from 'react';
import { respond } from '@/app/_server/document';
import { currentViewer } from '@/app/_server/session';
import { RecordPage } from '@/app/u/_document/record-page';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { readDraftRecord } from '@/lib/record/public';

/** The very page a stranger would get, for its owner before it is published. */
export async function GET(request: Request): Promise<Response> {
  return respond(
    request,
    'text/html',
    async (asked) => {
      const viewer = await currentViewer();
      const record = viewer && (await readDraftRecord(viewer, new Date()));
      if (!record) return null;
      return {
        revision: record.revision,
        render: async () => ({
          revision: record.revision,
          body: await renderHtml(createElement(RecordPage, { record, asked })),
        }),
        headers: { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' },
      };
    },
    fallback,
  );
}
