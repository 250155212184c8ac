import type { Asked } from '@/app/_server/document';
import { placeOf } from '@/app/_server/place';
import type { PublicRecord } from '@/lib/record/public/shape';

/**
 * The record as data: `PublicRecord` as it stands in lib/record/public/shape.ts, with its address, its
 * description, and `next` where more pages follow.
 */
export function recordJson(record: PublicRecord, asked: Asked): string {
  const { year, number, of } = record.page;
  const { known, source } = placeOf(asked, record.handle);
  const isContinued = number < of && record.sections.includes('milestones');
  return JSON.stringify({
    $schema: known({ at: 'schema' }),
    url: known({ at: 'record' }),
    ...record,
    ...(isContinued && { next: source({ at: 'record.json', year, page: number + 1 }) }),
  });
}
