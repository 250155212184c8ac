import { respond } from '@/app/_server/document';
import { fallback } from '@/app/u/_document/render';
import { readSlice } from '@/app/u/_document/slice';
import { paths, withQuery } from '@/lib/paths';
import { publicRevision, readPublicRecord } from '@/lib/record/public';

type Context = { params: Promise<{ handle: string }> };

/**
 * The record as data: `PublicRecord` as it stands in lib/record/public/shape.ts, with its address,
 * and `next` where more pages follow. Anyone's page may read it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { handle } = await params;
  return respond(
    request,
    'application/json',
    async ({ query, origin }) => {
      const slice = readSlice(query);
      const revision = slice && (await publicRevision(handle));
      if (!revision) return null;
      const render = async () => {
        const record = await readPublicRecord(handle, slice);
        if (!record) return null;
        const { year, number, of } = record.page;
        const next = withQuery(origin + paths.publicRecordJson(handle), {
          year: year?.toString(),
          page: String(number + 1),
        });
        const whole = {
          url: origin + paths.publicRecord(handle),
          ...record,
          ...(number < of && { next }),
        };
        return { revision: record.revision, body: JSON.stringify(whole) };
      };
      return { revision, render, headers: { 'Access-Control-Allow-Origin': '*' } };
    },
    fallback,
  );
}
