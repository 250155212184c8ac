import type { Viewer } from '../../auth/viewer';
import type { Tx } from '../../db';

/** Ends the account's sessions in the transaction of what makes them unsafe; all but `kept`, if one is. */
export async function endSessions(tx: Tx, ownerId: string, kept?: string): Promise<number> {
  const ended = await tx.session.deleteMany({
    where: { ownerId, ...(kept && { id: { not: kept } }) },
  });
  return ended.count;
}

/**
 * Whether the session that asks has not ended since it was looked up. For what adds a way in, at its owner's
 * turn: a reset has that turn too, so it ends the session first or throws the way out after.
 */
export async function isStillOpen(tx: Tx, viewer: Viewer): Promise<boolean> {
  const where = { ownerId: viewer.userId, id: viewer.sessionId };
  return (await tx.session.count({ where })) > 0;
}
