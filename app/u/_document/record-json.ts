import type { Asked } from '@/app/_server/document';
import { paths, withQuery } from '@/lib/paths';
import type { PublicRecord } from '@/lib/record/public/shape';

/**
 * The record as data: `PublicRecord` as it stands in lib/record/public/shape.ts, with its address, its
 * description, and `next` where more pages follow.
 */
export function recordJson(record: PublicRecord, { origin }: Asked): string {
  const { year, number, of } = record.page;
  const next = withQuery(origin + paths.publicRecordJson(record.handle), {
    year: year?.toString(),
    page: String(number + 1),
  });
  return JSON.stringify({
    $schema: origin + paths.recordSchema,
    url: origin + paths.publicRecord(record.handle),
    ...record,
    ...(number < of && { next }),
  });
}
