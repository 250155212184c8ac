import { secretHash } from '../../auth/token';
import type { Tx } from '../../db';
import { isToken } from '../token/rules';

/**
 * Uses an invitation up in the transaction of what it is for: of many who try at once, the database
 * lets one, and what is undone leaves it unused. False: it was none, was used or is too old.
 */
export async function consumeInvitation(tx: Tx, token: string, now: Date): Promise<boolean> {
  if (!isToken(token)) return false;
  const { count } = await tx.invitation.updateMany({
    where: { tokenHash: secretHash(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count > 0;
}
