import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';

/** The e-mail that this person signs in with. */
export async function getEmail(viewer: Viewer): Promise<string> {
  const user = await asOwner(viewer, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { email: true } }),
  );
  return user.email;
}

/** Whether the account has a password at all. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  const user = await asOwner(viewer, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { passwordHash: true } }),
  );
  return user.passwordHash !== null;
}
