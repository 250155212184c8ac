import type { Viewer } from '../../auth/viewer';
import { asOwner, takeTurn } from '../../db';
import { limits } from '../../limits';
import { ok, type Result, refuse } from '../../result';

/** Puts a milestone at the head of the record, or back among the others. */
export async function pinMilestone(
  viewer: Viewer,
  id: string,
  pinnedAt: Date | null,
): Promise<Result<null, 'missing' | 'too-many-pinned'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const pinned = await tx.milestone.count({
      where: {
        ownerId,
        pinnedAt: { not: null },
        visibility: { not: 'private' },
        deletedAt: null,
        id: { not: id },
      },
    });
    if (pinnedAt && pinned >= limits.pinned) return refuse('too-many-pinned');
    const { count } = await tx.milestone.updateMany({
      where: { ownerId, id, deletedAt: null },
      data: { pinnedAt },
    });
    return count === 0 ? refuse('missing') : ok(null);
  });
}

/** Notes that the viewer looked at where a link of theirs leads. */
export async function checkLink(
  viewer: Viewer,
  milestoneId: string,
  url: string,
  now: Date,
): Promise<Result<null, 'missing'>> {
  const { count } = await asOwner(viewer, (tx) =>
    tx.evidence.updateMany({
      where: { ownerId: viewer.userId, milestoneId, url },
      data: { checkedAt: now },
    }),
  );
  return count === 0 ? refuse('missing') : ok(null);
}
