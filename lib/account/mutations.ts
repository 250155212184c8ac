import { uuidv7 } from 'uuidv7';
import { hashPassword, verifyPassword } from '../auth/password';
import { deviceOf, sessionLife } from '../auth/rules';
import { newSecret, secretHash } from '../auth/token';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, isConflictOn } from '../db';
import type { Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import type { SignUp } from './schema';

class HandleKept extends Error {}

/**
 * Makes an account with its empty, unpublished record. An e-mail that already has one is answered
 * exactly like a new one (docs/decisions/0002), so the caller learns nothing about it: the hash, the
 * statements, the conflict on the handle and the commit are the same. Throws `Overloaded`.
 */
export async function signUp(form: SignUp, locale: Locale): Promise<Result<null, 'handle-taken'>> {
  const passwordHash = await hashPassword(form.password);
  const account = { passwordHash, locale, zone: form.zone };
  const now = new Date();
  try {
    await asSystem(async (tx) => {
      // Only the index knows whether the handle is free. A stand-in asks it, hands the record to the
      // account if that is new, and leaves; for an e-mail that has one, the record leaves with it.
      const [id, standIn] = [uuidv7(), uuidv7()];
      await tx.user.create({ data: { ...account, id: standIn, email: `${standIn}@invalid` } });
      await tx.record.create({
        data: {
          ownerId: standIn,
          handle: form.handle,
          displayName: form.displayName,
          language: locale,
        },
      });
      // One that its owner gave up lately still leads to them.
      const kept = await tx.oldHandle.findUnique({ where: { handle: form.handle } });
      if (kept && kept.until > now) throw new HandleKept();
      const made = await tx.user.createMany({
        data: [{ ...account, id, email: form.email }],
        skipDuplicates: true,
      });
      const ownerId = made.count === 1 ? id : standIn;
      await tx.record.updateMany({ where: { ownerId: standIn }, data: { ownerId } });
      await tx.user.delete({ where: { id: standIn } });
    });
  } catch (error) {
    if (error instanceof HandleKept || isConflictOn(error, 'handle')) return refuse('handle-taken');
    throw error;
  }
  return ok(null);
}

/** Whose e-mail and password these are, or null; takes as long for either. Throws `Overloaded`. */
export async function proveAccount(email: string, password: string): Promise<string | null> {
  const user = await asSystem((tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } }),
  );
  const right = await verifyPassword(user?.passwordHash ?? null, password);
  return user && right ? user.id : null;
}

/**
 * Begins a session and returns its secret, always a new one. The session that this browser had
 * before ends, and so do those of the person that have run out.
 */
export async function openSession(
  userId: string,
  from: { userAgent: string | null; before: string | null },
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const idle = new Date(now.getTime() - sessionLife.idle * 1000);
  await asSystem(async (tx) => {
    await tx.session.deleteMany({
      where: {
        OR: [
          { tokenHash: from.before ? secretHash(from.before) : '' },
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
        device: deviceOf(from.userAgent),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + sessionLife.absolute * 1000),
      },
    });
  });
  return secret;
}

/** Ends the session of a secret. Ending one that has ended is fine. */
export async function closeSession(secret: string): Promise<void> {
  await asSystem((tx) => tx.session.deleteMany({ where: { tokenHash: secretHash(secret) } }));
}

/** Changes the language and the zone (IANA name) of the account. */
export async function revisePreferences(
  viewer: Viewer,
  preferences: { locale: Locale; zone: string },
): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.user.updateMany({ where: { id: viewer.userId }, data: preferences }),
  );
}
