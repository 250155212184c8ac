import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createElement } from 'react';
import type { Asked } from '@/app/_server/document';
import type { Spot } from '@/app/_server/place';
import { drawCard, drawMilestoneCard } from '@/app/u/_document/card-image';
import { atomFeed } from '@/app/u/_document/feed-atom';
import { jsonFeed } from '@/app/u/_document/feed-json';
import { MilestonePage } from '@/app/u/_document/milestone-page';
import { qrSvg } from '@/app/u/_document/qr';
import { recordJson } from '@/app/u/_document/record-json';
import { RecordPage } from '@/app/u/_document/record-page';
import { renderHtml } from '@/app/u/_document/render';
import { resumeJson } from '@/app/u/_document/resume';
import { askedAt, fileOf, type Site } from '@/app/u/_document/site-place';
import { type Locale, locales } from '@/lib/locale';
import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';

/** A file of the site: its path from the site's root, parted by `/`. Text is UTF-8. */
export type SiteFile = { readonly path: string; readonly bytes: Uint8Array | string };

/** What there is once, however long the record: its other documents, its picture and the icon. */
export async function* commonFiles(site: Site, record: PublicRecord): AsyncGenerator<SiteFile> {
  yield* filesOf(site, { at: 'card' }, ({ locale }) => drawCard(record, locale));
  yield* filesOf(site, { at: 'resume.json' }, (asked) => resumeJson(record, asked));
  yield* filesOf(site, { at: 'feed.xml' }, (asked) => atomFeed(record, asked));
  yield* filesOf(site, { at: 'feed.json' }, (asked) => jsonFeed(record, asked));
  yield* filesOf(site, { at: 'qr.svg' }, (asked) => qrSvg(record, asked));
  yield* filesOf(site, { at: 'icon' }, icon, [site.language]);
}

/** One part of the record: the page, and the data unless it is of one year. */
export async function* recordFiles(site: Site, record: PublicRecord): AsyncGenerator<SiteFile> {
  const { year, number: page } = record.page;
  yield* filesOf(site, { at: 'record', year, page }, (asked) =>
    renderHtml(createElement(RecordPage, { record, asked })),
  );
  if (year !== undefined) return;
  const make = (asked: Asked) => recordJson(record, asked);
  yield* filesOf(site, { at: 'record.json', page }, make, [site.language]);
}

/** A listed milestone: its page, and its picture if it has one. */
export async function* milestoneFiles(
  site: Site,
  record: PublicRecord,
  milestone: PublicMilestone,
): AsyncGenerator<SiteFile> {
  const { id } = milestone;
  const page = { ...record, listed: true, milestone };
  yield* filesOf(site, { at: 'milestone', id }, (asked) =>
    renderHtml(createElement(MilestonePage, { page, asked })),
  );
  yield* filesOf(site, { at: 'milestoneCard', id }, ({ locale }) =>
    drawMilestoneCard(page, locale),
  );
}

type Made = string | Uint8Array | null;

/** The files of `spot` in `languages`; none where it has none in a site, or `make` makes none. */
async function* filesOf(
  site: Site,
  spot: Spot,
  make: (asked: Asked) => Made | Promise<Made>,
  languages: readonly Locale[] = locales,
): AsyncGenerator<SiteFile> {
  for (const locale of languages) {
    const file = fileOf(site, spot, locale);
    if (!file) continue;
    // A page takes a millisecond, and there may be thousands: others have their turn in between.
    await new Promise((goOn) => setImmediate(goOn));
    const bytes = await make(askedAt(site, spot, locale));
    if (bytes) yield { path: file, bytes };
  }
}

function icon(): Uint8Array {
  return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), 'app/icon.svg'));
}
