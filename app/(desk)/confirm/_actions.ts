'use server';

import { headers } from 'next/headers';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { proveSecond } from '@/app/_server/second-factor';
import { keepSession } from '@/app/_server/session';
import { addressOf } from '@/app/_server/sign-in';
import { getEmail } from '@/lib/account/data';
import { needsSecondFactor } from '@/lib/account/factor/data';
import { proveAccount } from '@/lib/account/mutations';
import { confirmSession } from '@/lib/account/session/mutations';
import { confirmForm } from '@/lib/account/session/schema';
import { Overloaded } from '@/lib/auth/password';
import { safeNext } from '@/lib/auth/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { paths } from '@/lib/paths';
import { countTry, forgetTries } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';

const prove = action({
  schema: confirmForm,
  secrets: ['password', 'code'],
  async run(viewer, { password, code, next }): Promise<Ending> {
    const now = new Date();
    const hashed = { limit: throttles.hashAddress, subject: addressOf(await headers()) };
    const tries = { limit: throttles.confirmAccount, subject: viewer.userId };
    if (!(await countTry([hashed, tries], now))) return { refused: {}, form: 'too-many-tries' };
    const wrong = await wrongIn(viewer, password, code, now);
    if (wrong) return wrong;
    await forgetTries(tries);
    const secret = await confirmSession(viewer, now);
    if (secret) await keepSession(secret);
    return { redirectTo: safeNext(next, paths.security) };
  },
});

/** The password first: who does not have it learns nothing about the code. */
async function wrongIn(
  viewer: Viewer,
  password: string,
  code: string,
  now: Date,
): Promise<Ending | null> {
  try {
    const proven = await proveAccount(await getEmail(viewer), password);
    if (proven !== viewer.userId) return { refused: { password: 'password-wrong' } };
  } catch (error) {
    if (error instanceof Overloaded) return { refused: {}, form: 'try-again' };
    throw error;
  }
  if (!(await needsSecondFactor(viewer.userId))) return null;
  if (code.trim() === '') return { refused: { code: 'required' } };
  const proven = await proveSecond(viewer.userId, code, await headers(), now);
  if (proven.ok) return null;
  const isWrong = proven.reason === 'code-wrong';
  return isWrong ? { refused: { code: proven.reason } } : { refused: {}, form: proven.reason };
}

/** Proves by password, and code where the account has one, that the person is still there. */
export async function confirmByPassword(state: FormState, form: FormData): Promise<FormState> {
  return prove(state, form);
}
