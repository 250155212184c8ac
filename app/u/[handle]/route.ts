import { createElement } from 'react';
import { respond } from '@/app/_server/document';
import { indexing } from '@/app/_server/document-headers';
import { RecordPage } from '@/app/u/_document/record-page';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { readSlice } from '@/app/u/_document/slice';
import { publicRevision, readPublicRecord } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string }> };

/** The record as a page: `?lang=ja|en`, and `?year=` and `?page=` where it is long. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return respond(
    request,
    'text/html',
    async (asked) => {
      const slice = readSlice(asked.query);
      const revision = slice && (await publicRevision(handle));
      if (!revision) return null;
      const render = async () => {
        const record = await readPublicRecord(handle, slice);
        if (!record) return null;
        const body = await renderHtml(createElement(RecordPage, { record, asked }));
        return { revision: record.revision, body, headers: indexing(record) };
      };
      return { revision, render };
    },
    fallback,
  );
}
