import { uuidv7 } from 'uuidv7';
import { hashPassword } from '../../auth/password';
import { asSystem, type Tx } from '../../db';
import type { Locale } from '../../locale';
import { ok, type Result, refuse } from '../../result';
import { addresseeOf } from '../addressee/data';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { type Draft, type LinkDraft, queueDraft, queueLink } from '../mail/row';
import { isPersonal } from '../rules';
import { endSessions } from '../session/row';
import { consumeToken, findToken } from '../token/row';

/**
 * Queues a letter that lets whoever reads the mailbox of `email` set a new password, if it has an
 * account. The caller learns nothing of that: a stand-in takes the letter and the link of whom nobody
 * knows, and leaves with them, so the statements, the writing and the commit are the same.
 * @param locale of who asks; an account is written to in its own
 */
export async function askReset(
  email: string,
  locale: Locale,
  letter: LinkDraft,
  now: Date,
): Promise<void> {
  await asSystem(async (tx) => {
    const standIn = await tx.user.create({
      data: { id: uuidv7(), email: `${uuidv7()}@invalid`, locale },
    });
    const user = await tx.user.findUnique({ where: { email } });
    const { id, ...to } = user ?? { ...standIn, email };
    await queueLink(tx, id, 'reset', addresseeOf(to), letter, now);
    await tx.user.delete({ where: { id: standIn.id } });
  });
}

/**
 * Sets the password of the account behind a letter's link, which works once: every session ends and no
 * other link works any more. It shows that the mailbox is theirs, so the e-mail counts as verified; a
 * second factor is asked for at the next sign-in as ever. A password that is refused leaves the link.
 * Throws `Overloaded`.
 * @param letter to the owner: the password was changed
 * @returns the e-mail of the account
 */
export async function resetPassword(
  form: { token: string; password: string },
  letter: Draft,
  whence: Whence,
  now: Date,
): Promise<Result<string, 'link-dead' | 'password-personal'>> {
  const { token, password } = form;
  const found = await asSystem(async (tx) => {
    const live = await findToken(tx, token, 'reset', now);
    const where = live && { id: live.ownerId, email: live.email };
    return where && tx.user.findFirst({ where, include: { record: true } });
  });
  if (!found) return refuse('link-dead');
  const { handle = '', displayName = '' } = found.record ?? {};
  if (isPersonal(password, { email: found.email, handle, displayName })) {
    return refuse('password-personal');
  }
  const passwordHash = await hashPassword(password);
  return asSystem(async (tx) => {
    const live = await consumeToken(tx, token, 'reset', now);
    if (!live) return refuse('link-dead');
    const { ownerId, email } = live;
    const set = await tx.user.updateMany({ where: { id: ownerId, email }, data: { passwordHash } });
    if (set.count === 0) return refuse('link-dead');
    await noteEvent(tx, ownerId, { what: 'password_reset', whence }, now);
    const proven = await tx.user.updateMany({
      where: { id: ownerId, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    if (proven.count > 0) await dropOtherWays(tx, ownerId, whence, now);
    await endSessions(tx, ownerId);
    await tx.accountToken.deleteMany({ where: { ownerId } });
    await tx.emailChange.deleteMany({ where: { ownerId } });
    // Who knew the old password may stand before the second factor, or have begun to set one up.
    await tx.challenge.deleteMany({ where: { ownerId } });
    await tx.totp.deleteMany({ where: { ownerId, confirmedAt: null } });
    await queueDraft(tx, ownerId, letter(addresseeOf(found)), now);
    return ok(email);
  });
}

/**
 * Whoever made the account never showed that the mailbox is theirs, so they may be somebody else: what
 * they left to come in by without the password goes. The second factor stays: where mail is sent, it takes a
 * verified e-mail to set one up (app/_server/two-factor.ts).
 */
async function dropOtherWays(tx: Tx, ownerId: string, whence: Whence, now: Date): Promise<void> {
  const keys = await tx.passkey.findMany({ where: { ownerId }, select: { name: true } });
  const links = await tx.identity.findMany({ where: { ownerId }, select: { provider: true } });
  await tx.passkey.deleteMany({ where: { ownerId } });
  await tx.identity.deleteMany({ where: { ownerId } });
  for (const { name } of keys) {
    await noteEvent(tx, ownerId, { what: 'passkey_removed', whence, detail: name }, now);
  }
  for (const { provider } of links) {
    await noteEvent(tx, ownerId, { what: 'provider_unlinked', whence, detail: provider }, now);
  }
}
