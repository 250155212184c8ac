import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import type { Bilingual } from '../locale';

/** The record as its owner edits it. */
export type OwnRecord = {
  readonly handle: string;
  readonly displayName: string;
  readonly headline: Bilingual;
  readonly about: Bilingual;
  readonly isExample: boolean;
  readonly publishedAt: Date | null;
  readonly version: number;
  /** How many milestones a stranger sees, or would see once it is published. */
  readonly publicCount: number;
  /** How many open only to who has their address. */
  readonly unlistedCount: number;
  readonly privateCount: number;
};

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
      isExample: row.isExample,
      publishedAt: row.publishedAt,
      version: row.version,
      publicCount: count('public'),
      unlistedCount: count('unlisted'),
      privateCount: count('private'),
    };
  });
}
