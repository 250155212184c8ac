import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { ok, type Result, refuse } from '../../result';
import { addresseeOf } from '../addressee/data';
import { noteEvent } from '../event/row';
import type { Whence } from '../event/rules';
import { type LinkDraft, queueLink } from '../mail/row';
import { consumeToken, findToken } from '../token/row';

/** Queues another letter that verifies the e-mail; false: it is verified already. */
export async function askVerification(
  viewer: Viewer,
  letter: LinkDraft,
  now: Date,
): Promise<boolean> {
  return asSystem(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    if (user.emailVerifiedAt) return false;
    await queueLink(tx, user.id, 'verify', addresseeOf(user), letter, now);
    return true;
  });
}

/**
 * Notes that letters to the e-mail reach the account's owner: the link came from one. It works once, and
 * for whoever is signed in to that account alone: the mailbox's owner may have nothing to do with it, and
 * a press of theirs on a link they did not ask for makes nothing of theirs of it.
 */
export async function verifyEmail(
  viewer: Viewer,
  token: string,
  whence: Whence,
  now: Date,
): Promise<Result<null, 'link-dead'>> {
  return asSystem(async (tx) => {
    const found = await findToken(tx, token, 'verify', now);
    if (found?.ownerId !== viewer.userId) return refuse('link-dead');
    const live = await consumeToken(tx, token, 'verify', now);
    if (!live) return refuse('link-dead');
    const { ownerId, email } = live;
    const verified = await tx.user.updateMany({
      where: { id: ownerId, email, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    // Of another e-mail by now, or verified by a reset meanwhile.
    if (verified.count === 0) return refuse('link-dead');
    await noteEvent(tx, ownerId, { what: 'email_verified', whence }, now);
    return ok(null);
  });
}
