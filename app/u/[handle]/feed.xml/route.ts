import { atomFeed } from '@/app/u/_document/feed-atom';
import { asData, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** The newest milestones as Atom; `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'application/atom+xml',
    make: atomFeed,
    after: ({ origin, chosen = '' }) => [origin, chosen],
    headers: asData,
  });
}
