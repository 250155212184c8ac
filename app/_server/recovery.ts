import { passwordChangedMail, resetMail } from '@/app/_mail/recovery';
import { type ChangeReason, changePassword } from '@/lib/account/password/mutations';
import { askReset, resetPassword } from '@/lib/account/recovery/mutations';
import { Overloaded } from '@/lib/auth/password';
import type { Viewer } from '@/lib/auth/viewer';
import type { Locale } from '@/lib/locale';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, forgetTries } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';
import { mayTell } from './mailbox';
import { jobOrigin } from './post';
import { addressOf } from './sign-in';
import { wakePost, wakePostSoon } from './wake';
import { whenceOf } from './whence';

/**
 * Writes to the mailbox of whoever forgot the password. The answer is the same for an e-mail without an
 * account, and for a mailbox that got enough such letters lately.
 */
export async function askResetFor(
  email: string,
  locale: Locale,
  headers: Headers,
  now: Date,
): Promise<Result<null, 'too-many-tries'>> {
  const byAddress = { limit: throttles.resetAddress, subject: addressOf(headers) };
  if (!(await countTry([byAddress], now))) return refuse('too-many-tries');
  const toMailbox = { limit: throttles.resetMailbox, subject: mailboxOf(email) };
  if (!(await countTry([toMailbox], now))) return ok(null);
  await askReset(email, locale, (to, token) => resetMail(to, token, jobOrigin()), now);
  wakePostSoon();
  return ok(null);
}

export type ResetReason = 'link-dead' | 'password-personal' | 'too-many-tries' | 'try-again';

/**
 * Sets another password by a letter's link. Nobody is signed in by that: the next sign-in asks for
 * whatever the account asks for. What was tried with the old password no longer counts.
 * @returns the e-mail of the account
 */
export async function resetWith(
  form: { token: string; password: string },
  headers: Headers,
  now: Date,
): Promise<Result<string, ResetReason>> {
  const byAddress = { limit: throttles.linkAddress, subject: addressOf(headers) };
  if (!(await countTry([byAddress], now))) return refuse('too-many-tries');
  const whence = whenceOf(headers);
  const happened = { whence, at: now, origin: jobOrigin() };
  try {
    const reset = await resetPassword(
      form,
      (to) => passwordChangedMail(to, 'reset', happened),
      whence,
      now,
    );
    if (!reset.ok) return reset;
    await forgetTries({ limit: throttles.signInAccount, subject: reset.value });
    wakePost();
    return reset;
  } catch (error) {
    if (error instanceof Overloaded) return refuse('try-again');
    throw error;
  }
}

/** Changes the password of who is signed in, or sets the first one. */
export async function changePasswordOf(
  viewer: Viewer,
  form: { current: string; password: string },
  headers: Headers,
  now: Date,
): Promise<Result<null, ChangeReason | 'too-many-tries'>> {
  const hashed = { limit: throttles.hashAddress, subject: addressOf(headers) };
  const tries = { limit: throttles.passwordAccount, subject: viewer.userId };
  if (!(await countTry([hashed, tries], now))) return refuse('too-many-tries');
  const whence = whenceOf(headers);
  const happened = { whence, at: now, origin: jobOrigin() };
  const isWritten = await mayTell(viewer.userId, now);
  try {
    const changed = await changePassword(
      viewer,
      form,
      isWritten ? (to) => passwordChangedMail(to, 'changed', happened) : null,
      whence,
      now,
    );
    if (!changed.ok) return changed;
    await forgetTries(tries);
    wakePost();
    return changed;
  } catch (error) {
    if (error instanceof Overloaded) return refuse('try-again');
    throw error;
  }
}
