import { createElement } from 'react';
import { Embed } from '@/app/u/_document/embed';
import { embedHeaders } from '@/app/u/_document/embed-style';
import { type RecordContext, respondRecord } from '@/app/u/_document/record-document';
import { renderHtml } from '@/app/u/_document/render';

/** The record as a small card for a frame on anyone's page; `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'text/html',
    make: (record, asked) => renderHtml(createElement(Embed, { record, asked })),
    after: ({ origin, chosen = '' }) => [origin, chosen],
    headers: embedHeaders(),
  });
}
