import { badgeSvg, readShow } from '@/app/u/_document/badge';
import { asPicture, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** Name and one figure: `?show=rung|income|milestones|held`, `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'image/svg+xml',
    make: (record, { query, locale }) => badgeSvg(record, readShow(query), locale),
    after: ({ query }) => [readShow(query)],
    headers: asPicture,
  });
}
