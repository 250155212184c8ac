import { type Addressee, getAddressee } from '@/lib/account/addressee/data';
import { queueMail } from '@/lib/mail/mutations';
import type { MailDraft } from '@/lib/mail/rules';
import { mayWriteTo } from './mailbox';
import { wakePost } from './wake';

/**
 * Writes to the owner of an account about the account itself. Such letters are not chosen in the
 * settings: they are how a person learns that somebody else is at work.
 */
export async function tellOwner(
  ownerId: string,
  draft: (to: Addressee) => MailDraft,
  now: Date,
): Promise<void> {
  const to = await getAddressee(ownerId);
  if (!to || !(await mayWriteTo(to, now))) return;
  if (await queueMail(ownerId, draft(to), now)) wakePost();
}
