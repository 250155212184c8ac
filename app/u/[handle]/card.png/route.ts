import { cardSizeOf } from '@/app/u/_document/card-frame';
import { drawCard } from '@/app/u/_document/card-image';
import { asPicture, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** The record as a picture for networks and chats: `?size=wide|square|tall|story`, `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'image/png',
    make: (record, { locale, query }) => drawCard(record, locale, cardSizeOf(query)),
    after: ({ query }) => [cardSizeOf(query)],
    headers: asPicture,
  });
}
