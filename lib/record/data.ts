import type { Viewer } from '../auth/viewer';
import { asOwner, type Prisma } from '../db';
import { type Bilingual, isLocale, type Locale } from '../locale';
import { isVisibility } from '../milestone/rules';
import { isGrain } from './disclosure.rules';
import { isSection } from './sections.rules';
import type { Showing } from './showing.rules';

/** The record as its owner edits it. */
export type OwnRecord = {
  readonly handle: string;
  readonly displayName: string;
  readonly headline: Bilingual;
  readonly about: Bilingual;
  /** The language these were first written in. */
  readonly language: Locale;
  readonly contactLinks: readonly string[];
  readonly isExample: boolean;
  readonly publishedAt: Date | null;
  readonly showing: Showing;
  readonly version: number;
  /** How many milestones are public, the waiting ones included. */
  readonly publicCount: number;
  /** How many open only to who has their address. */
  readonly unlistedCount: number;
  readonly privateCount: number;
};

type Row = Prisma.RecordGetPayload<object>;

/** The viewer's record; every account has one from its first day. */
export async function getRecord(viewer: Viewer): Promise<OwnRecord> {
  const { userId: ownerId } = viewer;
  return asOwner(viewer, async (tx) => {
    const row = await tx.record.findUniqueOrThrow({ where: { ownerId } });
    const counts = await tx.milestone.groupBy({
      by: ['visibility'],
      where: { ownerId, deletedAt: null },
      _count: true,
    });
    const count = (visibility: string) =>
      counts.find((group) => group.visibility === visibility)?._count ?? 0;
    return {
      handle: row.handle,
      displayName: row.displayName,
      headline: { ja: row.headlineJa, en: row.headlineEn },
      about: { ja: row.aboutJa, en: row.aboutEn },
      language: isLocale(row.language) ? row.language : 'ja',
      contactLinks: row.contactLinks,
      isExample: row.isExample,
      publishedAt: row.publishedAt,
      showing: showingOf(row),
      version: row.version,
      publicCount: count('public'),
      unlistedCount: count('unlisted'),
      privateCount: count('private'),
    };
  });
}

/** How the viewer's record is shown. */
export async function getShowing(viewer: Viewer): Promise<Showing> {
  const row = await asOwner(viewer, (tx) =>
    tx.record.findUniqueOrThrow({ where: { ownerId: viewer.userId } }),
  );
  return showingOf(row);
}

function showingOf(row: Row): Showing {
  return {
    disclosure: isGrain(row.disclosure) ? row.disclosure : 'hidden',
    defaultVisibility: isVisibility(row.defaultVisibility) ? row.defaultVisibility : 'private',
    monthsOnly: row.monthsOnly,
    delayDays: row.delayDays,
    isIndexed: row.isIndexed,
    hasFeeds: row.hasFeeds,
    showsHours: row.showsHours,
    checksLinks: row.checksLinks,
    penName: row.penName,
    isEmployerSafe: row.employerSafeAt !== null,
    sections: row.sections.filter(isSection),
  };
}
