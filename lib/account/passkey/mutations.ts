import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem, isConflictOn, type Tx, takeTurn } from '../../db';
import { limits } from '../../limits';
import { ok, type Result, refuse } from '../../result';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { countWaysIn } from '../identity/row';
import { isStillOpen } from '../session/row';
import type { MadePasskey, UsedPasskey } from './ceremony';
import type { FoundPasskey } from './data';

/**
 * Keeps a passkey that was just made, under a name of its owner's. `step-expired`: the session that asks
 * ended meanwhile.
 */
export async function addPasskey(
  viewer: Viewer,
  made: MadePasskey & { readonly name: string },
  whence: Whence,
  now: Date,
): Promise<Result<null, 'passkey-known' | 'too-many-passkeys' | 'step-expired'>> {
  const ownerId = viewer.userId;
  const { transports, ...row } = made;
  try {
    return await asOwner(viewer, async (tx) => {
      await takeTurn(tx, ownerId);
      if (!(await isStillOpen(tx, viewer))) return refuse('step-expired');
      const count = await tx.passkey.count({ where: { ownerId } });
      if (count >= limits.passkeys) return refuse('too-many-passkeys');
      await tx.passkey.create({
        data: { ownerId, id: uuidv7(), ...row, transports: [...transports], createdAt: now },
      });
      await noteEvent(tx, ownerId, { what: 'passkey_added', whence, detail: made.name }, now);
      return ok(null);
    });
  } catch (error) {
    if (isConflictOn(error, 'credential_id')) return refuse('passkey-known');
    throw error;
  }
}

/** Changes what a passkey is called; false: the account has none of that id. */
export async function renamePasskey(viewer: Viewer, id: string, name: string): Promise<boolean> {
  const renamed = await asOwner(viewer, (tx) =>
    tx.passkey.updateMany({ where: { ownerId: viewer.userId, id }, data: { name } }),
  );
  return renamed.count === 1;
}

/**
 * Removes a passkey, unless it is the only way in.
 * @returns what it was called
 */
export async function removePasskey(
  viewer: Viewer,
  id: string,
  whence: Whence,
  now: Date,
): Promise<Result<string, 'missing' | 'last-way-in'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    // Two that each take one wait for each other, so together they cannot take the last.
    await takeTurn(tx, ownerId);
    const row = await tx.passkey.findUnique({ where: { ownerId_id: { ownerId, id } } });
    if (!row) return refuse('missing');
    if ((await countWaysIn(tx, ownerId)) <= 1) return refuse('last-way-in');
    await tx.passkey.deleteMany({ where: { ownerId, id } });
    await noteEvent(tx, ownerId, { what: 'passkey_removed', whence, detail: row.name }, now);
    return ok(row.name);
  });
}

/**
 * Notes a use that was proven. The table compares the counter in the writing itself: of a passkey and
 * its copy, neither knows how often the other was used, so one that does not count on is refused. Many
 * count nothing, and say 0 for ever. A copy that waits counts on some day: so a copied passkey is removed,
 * unless nothing but it (and accounts elsewhere, which may be set up no more) opens the account.
 */
export async function noteUse(
  { ownerId, id, name }: FoundPasskey,
  { counter, isBackedUp }: UsedPasskey,
  whence: Whence,
  now: Date,
): Promise<'used' | 'copied' | 'revoked' | 'removed'> {
  return asSystem(async (tx) => {
    const used = await tx.passkey.updateMany({
      where: { ownerId, id, counter: counter === 0n ? 0n : { lt: counter } },
      data: { counter, isBackedUp, lastUsedAt: now },
    });
    if (used.count === 1) return 'used';
    await takeTurn(tx, ownerId);
    if ((await tx.passkey.count({ where: { ownerId, id } })) === 0) return 'removed';
    await noteEvent(tx, ownerId, { what: 'passkey_refused', whence, detail: name }, now);
    if (!(await opensWithout(tx, ownerId, id))) return 'copied';
    await tx.passkey.deleteMany({ where: { ownerId, id } });
    await noteEvent(tx, ownerId, { what: 'passkey_removed', whence, detail: name }, now);
    return 'revoked';
  });
}

/** Whether a password or another passkey opens the account. */
async function opensWithout(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  const others = await tx.passkey.count({ where: { ownerId, id: { not: id } } });
  if (others > 0) return true;
  return (await tx.user.count({ where: { id: ownerId, passwordHash: { not: null } } })) > 0;
}
