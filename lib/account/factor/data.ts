import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { pendingSince } from './rules';
import { unseal } from './seal';

/** Whether a password alone does not sign in to this account. */
export async function needsSecondFactor(ownerId: string): Promise<boolean> {
  const count = await asSystem((tx) =>
    tx.totp.count({ where: { ownerId, confirmedAt: { not: null } } }),
  );
  return count > 0;
}

/** Since when two-factor is on, null: it is off; and how many recovery codes nobody used yet. */
export type TwoFactor = { readonly onSince: Date | null; readonly codesLeft: number };

export async function getTwoFactor(viewer: Viewer): Promise<TwoFactor> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const row = await tx.totp.findUnique({ where: { ownerId }, select: { confirmedAt: true } });
    const codesLeft = await tx.recoveryCode.count({ where: { ownerId, usedAt: null } });
    return { onSince: row?.confirmedAt ?? null, codesLeft };
  });
}

/** How many recovery codes of an account nobody used yet. */
export async function countCodesLeft(ownerId: string): Promise<number> {
  return asSystem((tx) => tx.recoveryCode.count({ where: { ownerId, usedAt: null } }));
}

/** The secret that waits to be confirmed; null: none is being set up (any more). */
export async function getPendingSecret(viewer: Viewer, now: Date): Promise<Uint8Array | null> {
  const ownerId = viewer.userId;
  const where = { ownerId, confirmedAt: null, createdAt: { gt: pendingSince(now) } };
  const row = await asOwner(viewer, (tx) => tx.totp.findFirst({ where, select: { secret: true } }));
  return row && unseal('totp secret', row.secret, ownerId);
}
