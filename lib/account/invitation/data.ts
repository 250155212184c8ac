import { secretHash } from '../../auth/token';
import { asSystem } from '../../db';
import { isToken } from '../token/rules';

/** Whether somebody may sign up with this invitation; whoever does is asked of again. */
export async function isInvitationOpen(token: string, now: Date): Promise<boolean> {
  if (!isToken(token)) return false;
  const found = await asSystem((tx) =>
    tx.invitation.findFirst({
      where: { tokenHash: secretHash(token), usedAt: null, expiresAt: { gt: now } },
      select: { id: true },
    }),
  );
  return found !== null;
}
