import type { Tx } from '../../db';

/** Ends the account's sessions in the transaction of what makes them unsafe; all but `kept`, if one is. */
export async function endSessions(tx: Tx, ownerId: string, kept?: string): Promise<number> {
  const ended = await tx.session.deleteMany({
    where: { ownerId, ...(kept && { id: { not: kept } }) },
  });
  return ended.count;
}
