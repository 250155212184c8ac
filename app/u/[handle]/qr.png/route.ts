import { qrPng } from '@/app/u/_document/qr';
import { asPicture, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** The record's address as a QR code in pixels. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'image/png',
    make: qrPng,
    after: ({ origin }) => [origin],
    headers: asPicture,
  });
}
