import type { Tx } from '../../db';
import { addresseeOf } from '../addressee/data';
import { type Draft, type LinkDraft, queueDraft } from '../mail/row';
import { issueToken } from '../token/row';
import { tokenEnd } from '../token/rules';

/** What is written to the address that somebody signed up with. */
export type SignUpLetters = {
  /** To a new account: whoever reads it shows by its link that the address is theirs. */
  readonly verify: LinkDraft;
  /** To an account there was already: somebody tried, and how to sign in or set another password. */
  readonly known: Draft;
};

/**
 * Queues the one letter that a sign-up brings, whether the e-mail's account is new or not: both get a
 * link and both letters are written, so that neither takes longer (docs/decisions/0002).
 * @param made whose the link is: the new account, or the stand-in that leaves with it
 */
export async function queueSignUpLetter(
  tx: Tx,
  email: string,
  made: { readonly id: string; readonly isNew: boolean },
  letters: SignUpLetters,
  now: Date,
): Promise<void> {
  const { id, ...user } = await tx.user.findUniqueOrThrow({
    where: { email },
    select: { id: true, email: true, locale: true, zone: true },
  });
  const to = addresseeOf(user);
  const token = await issueToken(tx, made.id, 'verify', email, now);
  const verify = { ...letters.verify(to, token), secretUntil: tokenEnd('verify', now) };
  const known = letters.known(to);
  await queueDraft(tx, id, made.isNew ? verify : known, now);
}
