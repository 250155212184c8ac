import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import { fromRow } from './row';
import type { Stream, StreamContents } from './rules';

/** The viewer's streams, newest first, the closed ones too: what is asked of them must be found. */
export async function listStreams(viewer: Viewer): Promise<Stream[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.stream.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limits.streams,
    }),
  );
  return rows.map(fromRow);
}

/** How much hangs on a stream; zeros where this person has none of that id. */
export async function getContents(viewer: Viewer, id: string): Promise<StreamContents> {
  const where = { ownerId: viewer.userId, streamId: id };
  return asOwner(viewer, async (tx) => ({
    milestones: await tx.milestone.count({ where: { ...where, deletedAt: null } }),
    efforts: await tx.effort.count({ where: { ...where, deletedAt: null } }),
    goals: await tx.goal.count({ where }),
    hasTimer: (await tx.timer.count({ where })) > 0,
  }));
}
