import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { type Identity, isProvider, type Subject } from './rules';

/** Whose account this subject signs in to; null: nobody's. */
export async function findOwner({ provider, subject }: Subject): Promise<string | null> {
  const identity = await asSystem((tx) =>
    tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { ownerId: true },
    }),
  );
  return identity?.ownerId ?? null;
}

/** The accounts elsewhere that sign in to this one. */
export async function listIdentities(viewer: Viewer): Promise<Identity[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.identity.findMany({
      where: { ownerId: viewer.userId },
      orderBy: { provider: 'asc' },
      select: { provider: true, label: true, linkedAt: true, lastUsedAt: true },
    }),
  );
  return rows.flatMap(({ provider, ...row }) =>
    isProvider(provider) ? [{ ...row, provider }] : [],
  );
}
