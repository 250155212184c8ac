import { openSession, proveAccount } from '@/lib/account/mutations';
import { Overloaded } from '@/lib/auth/password';
import { secretOf } from '@/lib/auth/token';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, forgetTries, takeTryBack } from '@/lib/throttle/mutations';
import { addressBucket, throttles } from '@/lib/throttle/rules';

/** Who bin/server.mjs saw at the other end; it takes away what a client wrote there itself. */
export function addressOf(headers: Headers): string {
  return addressBucket(headers.get('x-jisseki-address'));
}

export type SignInReason = 'wrong-credentials' | 'too-many-tries' | 'try-again';

/**
 * The one way in, for our form and for next-auth's address alike: limits, proof, session.
 * @returns the new session's secret
 */
export async function signInWith(
  { email, password }: { email: string; password: string },
  headers: Headers,
  now: Date,
): Promise<Result<string, SignInReason>> {
  const byAddress = { limit: throttles.signInAddress, subject: addressOf(headers) };
  const byAccount = { limit: throttles.signInAccount, subject: email };
  if (!(await countTry([byAddress, byAccount], now))) return refuse('too-many-tries');
  try {
    const userId = await proveAccount(email, password);
    if (userId === null) return refuse('wrong-credentials');
    await takeTryBack(byAddress);
    await forgetTries(byAccount);
    const from = { userAgent: headers.get('user-agent'), before: await secretOf(headers) };
    return ok(await openSession(userId, from, now));
  } catch (error) {
    if (error instanceof Overloaded) return refuse('try-again');
    throw error;
  }
}
