import { jsonFeed } from '@/app/u/_document/feed-json';
import { asData, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** The newest milestones as JSON Feed; `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'application/feed+json',
    make: jsonFeed,
    after: ({ origin, chosen = '' }) => [origin, chosen],
    headers: asData,
  });
}
