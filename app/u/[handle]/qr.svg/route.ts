import { qrSvg } from '@/app/u/_document/qr';
import { asPicture, type RecordContext, respondRecord } from '@/app/u/_document/record-document';

/** The record's address as a QR code in a drawing; `?lang=ja|en` for its title. */
export function GET(request: Request, context: RecordContext): Promise<Response> {
  return respondRecord(request, context, {
    type: 'image/svg+xml',
    make: qrSvg,
    after: ({ origin }) => [origin],
    headers: asPicture,
  });
}
