import { uuidv7 } from 'uuidv7';
import { hashPassword, verifyPassword } from '../auth/password';
import { secretHash } from '../auth/token';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, isConflictOn } from '../db';
import type { Locale } from '../locale';
import { ok, type Result, refuse } from '../result';
import { isHeld } from './closing/row';
import { queueSignUpLetter, type SignUpLetters } from './email/row';
import { consumeInvitation } from './invitation/row';
import type { SignUp } from './schema';

class HandleKept extends Error {}

/**
 * Makes an account with its empty, unpublished record. An e-mail that already has one is answered
 * exactly like a new one (docs/decisions/0002), so the caller learns nothing about it: the hash, the
 * statements, the conflict on the handle and the commit are the same. An `invitation` is used up by
 * both alike, or whether it still is one would tell; a taken handle leaves it. Null: none is needed.
 * One of the `letters` goes to the e-mail either way; null: none. Throws `Overloaded`.
 */
export async function signUp(
  form: SignUp,
  locale: Locale,
  invitation: string | null = null,
  letters: SignUpLetters | null = null,
): Promise<Result<null, 'handle-taken' | 'invitation-used'>> {
  const passwordHash = await hashPassword(form.password);
  const account = { passwordHash, locale, zone: form.zone };
  const now = new Date();
  try {
    return await asSystem(async (tx) => {
      const isInvited = invitation === null || (await consumeInvitation(tx, invitation, now));
      if (!isInvited) return refuse('invitation-used');
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
      // One that its owner gave up lately still leads to them; one of a deleted account led to them.
      const kept = await tx.oldHandle.findUnique({ where: { handle: form.handle } });
      const held = await isHeld(tx, form.handle, now);
      if (held || (kept && kept.until > now)) throw new HandleKept();
      const made = await tx.user.createMany({
        data: [{ ...account, id, email: form.email }],
        skipDuplicates: true,
      });
      const isNew = made.count === 1;
      const ownerId = isNew ? id : standIn;
      await tx.record.updateMany({ where: { ownerId: standIn }, data: { ownerId } });
      if (letters) await queueSignUpLetter(tx, form.email, { id: ownerId, isNew }, letters, now);
      await tx.user.delete({ where: { id: standIn } });
      return ok(null);
    });
  } catch (error) {
    if (error instanceof HandleKept || isConflictOn(error, 'handle')) return refuse('handle-taken');
    throw error;
  }
}

/** Whose e-mail and password these are, or null; takes as long for either. Throws `Overloaded`. */
export async function proveAccount(email: string, password: string): Promise<string | null> {
  return (await provePassword(email, password))?.userId ?? null;
}

/**
 * The same, with what says later whether it is still the password: many may wait for their turn to be
 * hashed, and it may change meanwhile (see `Arrival.proof`).
 */
export async function provePassword(
  email: string,
  password: string,
): Promise<{ userId: string; proof: string } | null> {
  const user = await asSystem((tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } }),
  );
  const right = await verifyPassword(user?.passwordHash ?? null, password);
  return user?.passwordHash && right
    ? { userId: user.id, proof: secretHash(user.passwordHash) }
    : null;
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
