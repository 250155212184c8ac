import { asData, type RecordContext, respondRecord } from '@/app/u/_document/record-document';
import { resumeJson } from '@/app/u/_document/resume';

/** The record as JSON Resume; `?lang=ja|en`. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'application/json',
    make: resumeJson,
    after: ({ origin }) => [origin],
    headers: asData,
  });
}
