import { asData, type RecordContext, respondRecord } from '@/app/u/_document/record-document';
import { recordJson } from '@/app/u/_document/record-json';
import { readSlice } from '@/app/u/_document/slice';

/** The record as data, described at `/schema/record.json`; `?year=` and `?page=` where it is long. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'application/json',
    make: recordJson,
    after: ({ origin, query }) => [origin, query.get('year') ?? '', query.get('page') ?? ''],
    slice: ({ query }) => readSlice(query),
    headers: asData,
  });
}
