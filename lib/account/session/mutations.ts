import { uuidv7 } from 'uuidv7';
import { sessionLife } from '../../auth/rules';
import { newSecret, secretHash } from '../../auth/token';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem, type Tx } from '../../db';
import { limits } from '../../limits';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { endSessions } from './row';
import type { Way } from './rules';

/** From where and how somebody signs in. */
export type Arrival = {
  readonly whence: Whence;
  readonly way: Way;
  /** The secret of the session that this browser had before; null: none. */
  readonly before: string | null;
  /** Of the password that was proven (`provePassword`); absent: it was another way, or none is asked for. */
  readonly proof?: string;
};

/** The password that was proven is another by now. */
export class ProofOutdated extends Error {
  override readonly name = 'ProofOutdated';
}

/**
 * Begins a session and returns its secret, always a new one. The session that this browser had
 * before ends, and so do those of the person that have run out, or were seen before the last many.
 * Throws {@link ProofOutdated}.
 * @returns also whether the person signed in before, and never from such a device
 */
export async function openSession(
  userId: string,
  { whence, way, before, proof }: Arrival,
  now: Date,
): Promise<{ secret: string; isNewDevice: boolean }> {
  const secret = newSecret();
  const idle = new Date(now.getTime() - sessionLife.idle * 1000);
  return asSystem(async (tx) => {
    if (proof !== undefined) await holdProof(tx, userId, proof);
    await tx.session.deleteMany({
      where: {
        OR: [
          { tokenHash: before ? secretHash(before) : '' },
          { ownerId: userId, expiresAt: { lte: now } },
          { ownerId: userId, lastSeenAt: { lte: idle } },
        ],
      },
    });
    await tx.session.create({
      data: {
        id: uuidv7(),
        ownerId: userId,
        tokenHash: secretHash(secret),
        ...whence,
        way,
        createdAt: now,
        lastSeenAt: now,
        confirmedAt: now,
        expiresAt: new Date(now.getTime() + sessionLife.absolute * 1000),
      },
    });
    await tx.$executeRaw`
      DELETE FROM session WHERE owner_id = ${userId}::uuid AND id IN (
        SELECT id FROM session WHERE owner_id = ${userId}::uuid
         ORDER BY last_seen_at DESC, id DESC OFFSET ${limits.sessions})`;
    const isNewDevice = await isNew(tx, userId, whence.device);
    await noteEvent(tx, userId, { what: 'signed_in', whence, detail: way }, now);
    return { secret, isNewDevice };
  });
}

/** Whoever changes the password now waits, and ends this session too; whoever has changed it was first. */
async function holdProof(tx: Tx, ownerId: string, proof: string): Promise<void> {
  const [user] = await tx.$queryRaw<{ passwordHash: string | null }[]>`
    SELECT password_hash AS "passwordHash" FROM "user" WHERE id = ${ownerId}::uuid FOR SHARE`;
  const isSame = user?.passwordHash && secretHash(user.passwordHash) === proof;
  if (!isSame) throw new ProofOutdated('The password was changed.');
}

async function isNew(tx: Tx, ownerId: string, device: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isNew: boolean | null }[]>`
    SELECT NOT bool_or(device = ${device}) AS "isNew" FROM security_event
     WHERE owner_id = ${ownerId}::uuid AND what = 'signed_in'`;
  return rows[0]?.isNew ?? false;
}

/** Ends the session of a secret. Ending one that has ended is fine. */
export async function closeSession(secret: string): Promise<void> {
  await asSystem((tx) => tx.session.deleteMany({ where: { tokenHash: secretHash(secret) } }));
}

/**
 * Notes that the person proved again who they are, and changes the session's secret: what was caught
 * of it before is worth nothing for what comes now.
 * @returns the secret that takes its place; null: the session has ended meanwhile
 */
export async function confirmSession(viewer: Viewer, now: Date): Promise<string | null> {
  const secret = newSecret();
  const confirmed = await asOwner(viewer, (tx) =>
    tx.session.updateMany({
      where: { ownerId: viewer.userId, id: viewer.sessionId },
      data: { confirmedAt: now, tokenHash: secretHash(secret) },
    }),
  );
  return confirmed.count === 1 ? secret : null;
}

/** Ends one session of the account; false: it has none of that id. */
export async function endSession(
  viewer: Viewer,
  id: string,
  whence: Whence,
  now: Date,
): Promise<boolean> {
  return asOwner(viewer, async (tx) => {
    const ended = await tx.session.deleteMany({ where: { ownerId: viewer.userId, id } });
    if (ended.count === 0) return false;
    await noteEvent(tx, viewer.userId, { what: 'session_ended', whence }, now);
    return true;
  });
}

/** Ends every session of the account but this one; returns how many ended. */
export async function endOtherSessions(viewer: Viewer, whence: Whence, now: Date): Promise<number> {
  return asOwner(viewer, async (tx) => {
    const ended = await endSessions(tx, viewer.userId, viewer.sessionId);
    await noteEvent(tx, viewer.userId, { what: 'other_sessions_ended', whence }, now);
    return ended;
  });
}
