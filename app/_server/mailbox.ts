import { getAddressee } from '@/lib/account/addressee/data';
import { countTry } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';

/**
 * Whether one more letter about an account may go to its mailbox. One that nobody showed to be theirs gets
 * few: whoever signed up with the address of somebody else makes letters by every press. One that was
 * shown gets all, or a thief would use them up before the one that tells of the theft.
 */
export async function mayWriteTo(
  { email, isVerified }: { readonly email: string; readonly isVerified: boolean },
  now: Date,
): Promise<boolean> {
  if (isVerified) return true;
  return countTry([{ limit: throttles.unprovedMailbox, subject: mailboxOf(email) }], now);
}

/** The same of the mailbox of an account. */
export async function mayTell(ownerId: string, now: Date): Promise<boolean> {
  const to = await getAddressee(ownerId);
  return to !== null && (await mayWriteTo(to, now));
}
