import { everyMilestone } from '@/app/u/_document/instant';
import type { Site } from '@/app/u/_document/site-place';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { env } from '@/lib/env';
import { readPublicRecord, type Slice } from '@/lib/record/public';
import type { PublicRecord } from '@/lib/record/public/shape';
import { commonFiles, milestoneFiles, recordFiles, type SiteFile } from './_site-documents';
import { siteReadme } from './_site-readme';

/**
 * So many of the newest, and those at the head of the record, have pictures of their own: at 25 ms
 * each in two languages, all of the longest record would take a quarter of an hour.
 */
const mostPictures = 50;

/**
 * The viewer's record as strangers read it at `now`, in files that open from disk and may stand at
 * any address; none where it is not published. They are made one after the other as they are asked
 * for, each path once, and no more than a page of milestones is held meanwhile. Of a record that
 * changes in between, the head is from the beginning, and later milestones are as they are when
 * their turn comes.
 * @param origin where it is published, `https://example.org`; null: nobody knows
 */
export async function* siteFiles(
  viewer: Viewer,
  now: Date,
  origin: string | null = env().APP_URL ?? null,
): AsyncGenerator<SiteFile> {
  const record = await readPublicRecord(viewer.handle, {}, now);
  if (!record) return;
  const newest = record.milestones.slice(0, mostPictures);
  const site: Site = {
    handle: record.handle,
    language: record.language,
    origin,
    copiedOn: today(viewer.zone, now),
    pictured: new Set([...newest, ...record.pinned].map(({ id }) => id)),
  };
  yield { path: 'README.txt', bytes: siteReadme(site, record) };
  yield* commonFiles(site, record);
  const written = new Set<string>();
  for (const slice of slicesOf(record)) {
    const part = await partOf(record, slice, now);
    yield* recordFiles(site, part);
    for (const milestone of everyMilestone(part)) {
      if (written.has(milestone.id)) continue;
      written.add(milestone.id);
      yield* milestoneFiles(site, part, milestone);
    }
  }
}

/** All parts that its pages lead to: page by page, and where there are several, year by year. */
function slicesOf({ sections, page, totals }: PublicRecord): Slice[] {
  if (!sections.includes('milestones')) return [{}];
  const pages = (milestones: number, year?: number) =>
    Array.from({ length: Math.ceil(milestones / page.size) }, (_, i) => ({ year, page: i + 1 }));
  const later = pages(totals.milestones).slice(1);
  const years = later.length > 0 ? totals.byYear : [];
  return [{}, ...later, ...years.flatMap(({ year, milestones }) => pages(milestones, year))];
}

/** The head of the record with the milestones of one part. */
async function partOf(record: PublicRecord, slice: Slice, now: Date): Promise<PublicRecord> {
  const { year, page: number = 1 } = slice;
  if (year === undefined && number === 1) return record;
  const read = await readPublicRecord(record.handle, slice, now);
  const { size } = record.page;
  const inYear = record.totals.byYear.find((one) => one.year === year)?.milestones ?? 0;
  const of = year === undefined ? record.page.of : Math.ceil(inYear / size);
  return { ...record, page: { year, number, of, size }, milestones: read?.milestones ?? [] };
}
