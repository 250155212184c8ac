import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import { fromRow, withRelations } from '../row';
import type { Milestone } from '../rules';

/** A milestone that others may see, with what its owner knows of its links. */
export type ShownMilestone = Milestone & {
  readonly links: readonly { readonly url: string; readonly checkedAt: Date | null }[];
};

/** Whether others may read a milestone of this stream. */
export async function isStreamShown(viewer: Viewer, streamId: string): Promise<boolean> {
  const { userId: ownerId } = viewer;
  const shown = await asOwner(viewer, (tx) =>
    tx.milestone.findFirst({
      where: { ownerId, streamId, deletedAt: null, visibility: { not: 'private' } },
      select: { id: true },
    }),
  );
  return shown !== null;
}

/** The viewer's public and unlisted milestones, newest first, however many. */
export async function listShown(viewer: Viewer): Promise<ShownMilestone[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.milestone.findMany({
      where: { ownerId: viewer.userId, deletedAt: null, visibility: { not: 'private' } },
      orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
      include: {
        ...withRelations,
        evidence: { select: { url: true, checkedAt: true }, orderBy: { position: 'asc' } },
      },
    }),
  );
  return rows.map((row) => ({
    ...fromRow(row),
    links: row.evidence.map(({ url, checkedAt }) => ({ url, checkedAt })),
  }));
}
