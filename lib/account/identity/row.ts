import type { Tx } from '../../db';

/** How many ways there are to sign in to an account: its password, each passkey, each account elsewhere. */
export async function countWaysIn(tx: Tx, ownerId: string): Promise<number> {
  const [password, passkeys, identities] = [
    await tx.user.count({ where: { id: ownerId, passwordHash: { not: null } } }),
    await tx.passkey.count({ where: { ownerId } }),
    await tx.identity.count({ where: { ownerId } }),
  ];
  return password + passkeys + identities;
}
