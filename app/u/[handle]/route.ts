import { createElement } from 'react';
import { respond } from '@/app/_server/document';
import { indexing } from '@/app/_server/document-headers';
import { counted, withShare } from '@/app/_server/visits';
import { RecordPage } from '@/app/u/_document/record-page';
import { fallback, renderHtml } from '@/app/u/_document/render';
import { readSlice } from '@/app/u/_document/slice';
import { publicRevision, readPublicRecord } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string }> };

/** The record as a page: `?lang=ja|en`, and `?year=` and `?page=` where it is long. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  const answer = await respond(
    request,
    'text/html',
    async (plain) => {
      const slice = readSlice(plain.query);
      if (!slice) return null;
      const [revision, asked] = await Promise.all([
        publicRevision(handle),
        withShare(plain, handle),
      ]);
      if (!revision) return null;
      const render = async () => {
        const record = await readPublicRecord(handle, slice);
        if (!record) return null;
        const body = await renderHtml(createElement(RecordPage, { record, asked }));
        return { revision: record.revision, body, headers: indexing(record) };
      };
      return { revision, render, share: asked.share };
    },
    fallback,
  );
  return counted(request, { handle }, answer);
}
