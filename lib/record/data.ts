import type { Viewer } from '../auth/viewer';
import { asOwner, type Prisma } from '../db';
import { type Bilingual, isLocale, type Locale } from '../locale';
import { isVisibility } from '../milestone/rules';
import { isGrain } from './disclosure.rules';
import { isSection } from './sections.rules';
import { madeFiner, madeSafe, type Showing } from './showing.rules';

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
  /** Since when an operator keeps it closed, and what they say of it. */
  readonly suspension: { readonly since: Date; readonly words: string } | null;
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
      suspension: row.suspendedAt && { since: row.suspendedAt, words: row.suspendedFor },
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

/**
 * How many milestones that a client agreed to would wait for them again if the record were shown as
 * `chosen`: their amounts would show finer than what was agreed to.
 */
export async function countAskedAgain(viewer: Viewer, chosen: Showing): Promise<number> {
  const { userId: ownerId } = viewer;
  const finer = madeFiner(await getShowing(viewer), madeSafe(chosen));
  if (finer.length === 0) return 0;
  const agreed = await asOwner(viewer, (tx) =>
    tx.permission.findMany({
      where: {
        ownerId,
        state: { in: ['granted', 'anonymous'] },
        milestone: {
          kind: 'income',
          needsPermission: true,
          visibility: { not: 'private' },
          deletedAt: null,
          OR: finer.map((disclosure) => ({ disclosure })),
        },
      },
      select: { shownVersion: true, milestone: { select: { textVersion: true } } },
    }),
  );
  return agreed.filter(({ shownVersion, milestone }) => shownVersion === milestone.textVersion)
    .length;
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
