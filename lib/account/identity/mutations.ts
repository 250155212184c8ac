import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem, isConflictOn, takeTurn } from '../../db';
import type { Locale } from '../../locale';
import { ok, type Result, refuse } from '../../result';
import { isHeld } from '../closing/row';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { consumeInvitation } from '../invitation/row';
import { isStillOpen } from '../session/row';
import { countWaysIn } from './row';
import type { Claims, Provider, Subject } from './rules';
import type { ProviderSignUp } from './schema';

class HandleKept extends Error {}

/**
 * Lets a subject sign in to the viewer's account. One subject signs in to one account, and an account
 * knows one subject a provider: the indexes say so. `step-expired`: the session that asks ended meanwhile.
 */
export async function linkIdentity(
  viewer: Viewer,
  { provider, subject, label }: Subject & { label: string },
  whence: Whence,
  now: Date,
): Promise<Result<null, 'identity-taken' | 'provider-linked' | 'step-expired'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      await takeTurn(tx, ownerId);
      if (!(await isStillOpen(tx, viewer))) return refuse('step-expired');
      await tx.identity.create({ data: { ownerId, provider, subject, label, linkedAt: now } });
      await noteEvent(tx, ownerId, { what: 'provider_linked', whence, detail: label }, now);
      return ok(null);
    });
  } catch (error) {
    if (isConflictOn(error, 'subject')) return refuse('identity-taken');
    if (isConflictOn(error, 'identity_pkey')) return refuse('provider-linked');
    throw error;
  }
}

/**
 * Lets it sign in no more. Refused where it is the only way in.
 * @returns what it was known by; null: there was none
 */
export async function unlinkIdentity(
  viewer: Viewer,
  provider: Provider,
  whence: Whence,
  now: Date,
): Promise<Result<string | null, 'last-way-in'>> {
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, viewer.userId);
    const row = await tx.identity.findUnique({
      where: { ownerId_provider: { ownerId: viewer.userId, provider } },
    });
    if (!row) return ok(null);
    if ((await countWaysIn(tx, viewer.userId)) <= 1) return refuse('last-way-in');
    await tx.identity.deleteMany({ where: { ownerId: viewer.userId, provider } });
    const event = { what: 'provider_unlinked', whence, detail: row.label } as const;
    await noteEvent(tx, viewer.userId, event, now);
    return ok(row.label);
  });
}

/** Notes that it was used. */
export async function touchIdentity({ provider, subject }: Subject, now: Date): Promise<void> {
  await asSystem((tx) =>
    tx.identity.updateMany({ where: { provider, subject }, data: { lastUsedAt: now } }),
  );
}

/**
 * Makes an account without a password for whom the provider vouches. Their address there is verified, so
 * telling them that it has an account tells nobody else; which is theirs still takes signing in to it.
 */
export async function signUpByIdentity(
  form: ProviderSignUp,
  { provider, subject, label, email }: Claims & { email: string },
  locale: Locale,
  invitation: string | null,
  now: Date,
): Promise<
  Result<{ userId: string }, 'handle-taken' | 'email-known' | 'identity-taken' | 'invitation-used'>
> {
  const userId = uuidv7();
  try {
    return await asSystem(async (tx) => {
      const isInvited = invitation === null || (await consumeInvitation(tx, invitation, now));
      if (!isInvited) return refuse('invitation-used');
      await tx.user.create({
        data: { id: userId, email, locale, zone: form.zone, emailVerifiedAt: now },
      });
      await tx.identity.create({
        data: { ownerId: userId, provider, subject, label, linkedAt: now, lastUsedAt: now },
      });
      const { handle, displayName } = form;
      await tx.record.create({ data: { ownerId: userId, handle, displayName, language: locale } });
      const kept = await tx.oldHandle.findUnique({ where: { handle } });
      const held = await isHeld(tx, handle, now);
      if (held || (kept && kept.until > now)) throw new HandleKept();
      return ok({ userId });
    });
  } catch (error) {
    if (isConflictOn(error, 'subject')) return refuse('identity-taken');
    if (isConflictOn(error, 'email')) return refuse('email-known');
    if (error instanceof HandleKept || isConflictOn(error, 'handle')) return refuse('handle-taken');
    throw error;
  }
}
