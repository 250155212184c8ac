import { accountGoneMail } from '@/app/_mail/closing';
import { listDue } from '@/lib/account/closing/data';
import { purgeAccount, sweepHolds } from '@/lib/account/closing/mutations';
import { env } from '@/lib/env';
import { sendFarewell, sweepFarewells } from '@/lib/mail/farewell';
import { dropFromOutbox } from '@/lib/mail/outbox';
import { removeUpload } from '@/lib/upload/files';
import { mayWriteTo } from './mailbox';

/**
 * Deletes an account whose moment has come, then the files that belonged to it, and tells who had it.
 * Files that cannot be removed now the post sweeps out: their rows are gone.
 * @param options.ifFree leaves it where another process is at it; else that is waited for
 * @returns whether it was there to be deleted
 */
export async function purge(
  ownerId: string,
  now: Date,
  options: { readonly ifFree?: boolean } = {},
): Promise<boolean> {
  const gone = await purgeAccount(ownerId, now, options);
  if (!gone) return false;
  const { OUTBOX: outbox, SMTP_URL: smtpUrl, MAIL_FROM: from } = env();
  try {
    if (outbox) await dropFromOutbox(outbox, gone.letters);
    for (const id of gone.uploads) await removeUpload(id);
  } catch (error) {
    console.error('Files of a deleted account could not be removed yet.', error);
  }
  if (!(await mayWriteTo(gone, now))) return true;
  // Not queued: the queue would be the one place that still knows the address. It is gone either way.
  const failure = await sendFarewell({ smtpUrl, outbox, from }, accountGoneMail(gone), now);
  if (failure) console.error(`The confirmation of a deletion did not go out: ${failure}`);
  return true;
}

/**
 * Deletes the accounts whose moment has come; several processes may do this at a time. One that cannot
 * be deleted keeps no other; throws what went wrong first, once all were tried.
 */
export async function purgeDue(now: Date, isOver: () => boolean = () => false): Promise<void> {
  const failures: unknown[] = [];
  for (const ownerId of await listDue(now)) {
    if (isOver()) return;
    await purge(ownerId, now, { ifFree: true }).catch((error: unknown) => failures.push(error));
  }
  await sweepHolds(now);
  const { OUTBOX: outbox } = env();
  if (outbox) await sweepFarewells(outbox, now);
  if (failures.length > 0) throw failures[0];
}
