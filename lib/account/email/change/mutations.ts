import type { Viewer } from '../../../auth/viewer';
import { asSystem, isConflictOn, type Tx, takeTurn } from '../../../db';
import type { MailDraft } from '../../../mail/rules';
import { ok, type Result, refuse } from '../../../result';
import { type Addressee, addresseeOf } from '../../addressee/data';
import { noteEvent } from '../../event/row';
import type { Whence } from '../../event/rules';
import { type Draft, queueDraft, queueLink } from '../../mail/row';
import { consumeToken } from '../../token/row';

/** One with a link; `isVerified`: the address there is was, so that it has to agree too. */
type ChangeDraft = (to: Addressee, token: string, isVerified: boolean) => MailDraft;

/** What is written to the two addresses of a change. */
export type ChangeLetters = {
  /** To the address there is: one that was never verified is told, and may object. */
  readonly toOld: ChangeDraft;
  /**
   * To the address that is to be: its link for an address without an account, else that it has one. To
   * who asked both are the same line among their letters, so the subject must be too. Null: too many
   * went there lately.
   */
  readonly toNew: { readonly free: ChangeDraft; readonly taken: Draft } | null;
};

/**
 * Asks both addresses whether `email` is to take the place of the account's, instead of whatever they
 * were asked before. One that has an account is answered the same; its owner is told. One that was never
 * verified may be mistyped, so it need not agree ({@link agreeToChange}).
 */
export async function askEmailChange(
  viewer: Viewer,
  email: string,
  letters: ChangeLetters,
  whence: Whence,
  now: Date,
): Promise<Result<null, 'email-same'>> {
  const ownerId = viewer.userId;
  return asSystem(async (tx) => {
    await takeTurn(tx, ownerId);
    const user = await tx.user.findUniqueOrThrow({ where: { id: ownerId } });
    if (user.email === email) return refuse('email-same');
    const asked = { email, requestedAt: now, newConfirmedAt: null, oldConfirmedAt: null };
    await tx.emailChange.upsert({
      where: { ownerId },
      create: { ownerId, ...asked },
      update: asked,
    });
    const to = addresseeOf(user);
    const isVerified = user.emailVerifiedAt !== null;
    const asking = (write: ChangeDraft) => (one: Addressee, token: string) =>
      write(one, token, isVerified);
    await queueLink(tx, ownerId, 'old_email', to, asking(letters.toOld), now);
    const isTaken = (await tx.user.count({ where: { email } })) > 0;
    // The link that was sent to another address before ends too.
    await tx.accountToken.deleteMany({ where: { ownerId, purpose: 'new_email' } });
    if (letters.toNew) {
      const write = isTaken ? letters.toNew.taken : asking(letters.toNew.free);
      await queueLink(tx, ownerId, 'new_email', { ...to, email }, write, now);
    }
    await noteEvent(tx, ownerId, { what: 'email_change_asked', whence, detail: email }, now);
    return ok(null);
  });
}

/**
 * One of the two addresses agrees, by the link it got; with the second one the e-mail changes, verified.
 * While the present one is not verified, the new one alone decides. Sessions stay, links to the old address
 * end. Dead too where the address has got an account meanwhile: then nothing comes of the change.
 * @param letter to either address, once `email` is the account's; null: to one that nobody verified, which
 *   is told no other address, for it may be a stranger's
 */
export async function agreeToChange(
  token: string,
  letter: (to: Addressee, email: string | null) => MailDraft,
  whence: Whence,
  now: Date,
): Promise<Result<'agreed' | 'changed', 'link-dead'>> {
  let changing: string | null = null;
  try {
    return await asSystem(async (tx) => {
      const agreed = await consumeEither(tx, token, now);
      if (!agreed) return refuse('link-dead');
      const { ownerId, email, isNew } = agreed;
      changing = ownerId;
      const [change] = await tx.emailChange.updateManyAndReturn({
        where: isNew ? { ownerId, email } : { ownerId },
        data: isNew ? { newConfirmedAt: now } : { oldConfirmedAt: now },
      });
      if (!change) return refuse('link-dead');
      // Read at its turn: it may have been verified since the change was asked for.
      const before = await tx.user.findUniqueOrThrow({ where: { id: ownerId } });
      const wasVerified = before.emailVerifiedAt !== null;
      const isAgreed = change.oldConfirmedAt !== null || !wasVerified;
      if (!change.newConfirmedAt || !isAgreed) return ok('agreed');
      const after = await tx.user.update({
        where: { id: ownerId },
        data: { email: change.email, emailVerifiedAt: now },
      });
      await tx.accountToken.deleteMany({ where: { ownerId } });
      await tx.emailChange.deleteMany({ where: { ownerId } });
      await noteEvent(tx, ownerId, { what: 'email_changed', whence, detail: change.email }, now);
      const toOld = letter(addresseeOf(before), wasVerified ? change.email : null);
      await queueDraft(tx, ownerId, toOld, now);
      await queueDraft(tx, ownerId, letter(addresseeOf(after), change.email), now);
      return ok('changed');
    });
  } catch (error) {
    if (changing === null || !isConflictOn(error, 'email')) throw error;
    await dropChange(changing);
    return refuse('link-dead');
  }
}

/** One of the two addresses objects, by the link it got: nothing comes of the change. */
export async function objectToChange(token: string, now: Date): Promise<Result<null, 'link-dead'>> {
  return asSystem(async (tx) => {
    const agreed = await consumeEither(tx, token, now);
    if (!agreed) return refuse('link-dead');
    await drop(tx, agreed.ownerId);
    return ok(null);
  });
}

/** Whoever asked for it leaves the e-mail as it is. */
export async function withdrawChange(viewer: Viewer): Promise<void> {
  await dropChange(viewer.userId);
}

async function dropChange(ownerId: string): Promise<void> {
  await asSystem((tx) => drop(tx, ownerId));
}

async function drop(tx: Tx, ownerId: string): Promise<void> {
  await takeTurn(tx, ownerId);
  const purpose = { in: ['new_email', 'old_email'] };
  await tx.emailChange.deleteMany({ where: { ownerId } });
  await tx.accountToken.deleteMany({ where: { ownerId, purpose } });
}

/** Uses up the link of either address. */
async function consumeEither(tx: Tx, token: string, now: Date) {
  const fromNew = await consumeToken(tx, token, 'new_email', now);
  if (fromNew) return { ...fromNew, isNew: true };
  const fromOld = await consumeToken(tx, token, 'old_email', now);
  return fromOld && { ...fromOld, isNew: false };
}
