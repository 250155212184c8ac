import { requireViewer } from '@/app/_server/session';
import { textsIn } from '@/app/_text/texts';
import { inquiryTable } from './_table';

/** Everyone who came to the viewer, as a table for a spreadsheet. */
export async function GET(): Promise<Response> {
  const viewer = await requireViewer();
  return new Response(inquiryTable(viewer, textsIn(viewer.locale)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="inquiries.csv"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
