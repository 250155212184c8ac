import { uuidv7 } from 'uuidv7';
import { invitationDays } from '../../account/invitation/rules';
import { newSecret, secretHash } from '../../auth/token';
import { asSystem } from '../../db';
import { ok, type Result, refuse } from '../../result';
import type { Operator } from '../operator';

const day = 86_400_000;
/** For how long an invitation stays in the list once its time is over. */
const listedDays = 30;

/**
 * Makes an invitation for one person, and sweeps out those that ended long ago, with whom they were for.
 * @returns the secret for the link; the table knows its hash alone
 */
export async function makeInvitation(operator: Operator, note: string, now: Date): Promise<string> {
  const token = newSecret();
  const after = (days: number) => new Date(now.getTime() + days * day);
  await asSystem(async (tx) => {
    await tx.invitation.deleteMany({ where: { expiresAt: { lt: after(-listedDays) } } });
    await tx.invitation.create({
      data: {
        ownerId: operator.viewer.userId,
        id: uuidv7(),
        tokenHash: secretHash(token),
        note,
        createdAt: now,
        expiresAt: after(invitationDays),
      },
    });
  });
  return token;
}

/** Takes back an invitation, whichever operator made it. `changed-meanwhile`: it was used, or is gone. */
export async function revokeInvitation(
  _: Operator,
  { ownerId, id }: { readonly ownerId: string; readonly id: string },
): Promise<Result<null, 'changed-meanwhile'>> {
  const { count } = await asSystem((tx) =>
    tx.invitation.deleteMany({ where: { ownerId, id, usedAt: null } }),
  );
  return count > 0 ? ok(null) : refuse('changed-meanwhile');
}
