import { signUp } from '@/lib/account/mutations';
import type { SignUp } from '@/lib/account/schema';
import { Overloaded } from '@/lib/auth/password';
import { type Env, env } from '@/lib/env';
import type { Locale } from '@/lib/locale';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, takeTryBack } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';
import { signUpLetters } from './email';
import { addressOf } from './sign-in';
import { wakePost } from './wake';

/**
 * Whether somebody may make an account now, whichever way they sign in to it; counts the try. `door`
 * is who may (SIGNUP), `invite` the secret of an invitation, empty where there is none.
 * @returns the invitation that making the account uses up; null: none is needed
 */
export async function invitationFor(
  invite: string,
  headers: Headers,
  now: Date,
  door: Env['SIGNUP'] = env().SIGNUP,
): Promise<Result<string | null, 'sign-up-closed' | 'too-many-tries'>> {
  if (door === 'closed') return refuse('sign-up-closed');
  const byAddress = { limit: throttles.signUpAddress, subject: addressOf(headers) };
  if (!(await countTry([byAddress], now))) return refuse('too-many-tries');
  return ok(door === 'invite' ? invite : null);
}

export type SignUpReason =
  | 'sign-up-closed'
  | 'too-many-tries'
  | 'try-again'
  | 'invitation-used'
  | 'handle-taken';

/** The one way to an account with a password, and to the one letter that signing up brings. */
export async function signUpWith(
  form: SignUp,
  invite: string,
  locale: Locale,
  headers: Headers,
  door: Env['SIGNUP'] = env().SIGNUP,
): Promise<Result<null, SignUpReason>> {
  const may = await invitationFor(invite, headers, new Date(), door);
  if (!may.ok) return may;
  const toMailbox = { limit: throttles.verifyMailbox, subject: mailboxOf(form.email) };
  const isWritten = await countTry([toMailbox], new Date());
  try {
    const made = await signUp(form, locale, may.value, isWritten ? signUpLetters() : null);
    if (made.ok) wakePost();
    else await takeTryBack(toMailbox);
    return made;
  } catch (error) {
    if (error instanceof Overloaded) return refuse('try-again');
    throw error;
  }
}
