import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../db';
import { type MailDraft, mailRow } from '../../mail/rules';
import type { Addressee } from '../addressee/data';
import { issueToken } from '../token/row';
import { type TokenPurpose, tokenEnd } from '../token/rules';

/** A letter about an account, as its writer makes it for whom it goes to. */
export type Draft = (to: Addressee) => MailDraft;

/** The same of a letter whose link carries `token`. */
export type LinkDraft = (to: Addressee, token: string) => MailDraft;

/** Queues a letter in the transaction of what it is about: either both are kept or neither is. */
export async function queueDraft(
  tx: Tx,
  ownerId: string,
  draft: MailDraft,
  now: Date,
): Promise<void> {
  await tx.mail.createMany({ data: [mailRow(ownerId, uuidv7(), draft, now)] });
}

/** Queues a letter with a new link of that purpose; it goes no later than the link works. */
export async function queueLink(
  tx: Tx,
  ownerId: string,
  purpose: TokenPurpose,
  to: Addressee,
  write: LinkDraft,
  now: Date,
): Promise<void> {
  const token = await issueToken(tx, ownerId, purpose, to.email, now);
  const draft = { ...write(to, token), secretUntil: tokenEnd(purpose, now) };
  await queueDraft(tx, ownerId, draft, now);
}
