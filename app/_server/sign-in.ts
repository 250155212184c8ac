import { signInMail } from '@/app/_mail/security';
import { openChallenge } from '@/lib/account/challenge/mutations';
import { needsSecondFactor } from '@/lib/account/factor/data';
import { provePassword } from '@/lib/account/mutations';
import { openSession, ProofOutdated } from '@/lib/account/session/mutations';
import type { Way } from '@/lib/account/session/rules';
import { Overloaded } from '@/lib/auth/password';
import { secretOf } from '@/lib/auth/token';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, forgetTries, takeTryBack } from '@/lib/throttle/mutations';
import { addressBucket, throttles } from '@/lib/throttle/rules';
import { jobOrigin } from './post';
import { tellOwner } from './tell';
import { whenceOf } from './whence';

/** Who bin/server.mjs saw at the other end; it takes away what a client wrote there itself. */
export function addressOf(headers: Headers): string {
  return addressBucket(headers.get('x-jisseki-address'));
}

export type SignInReason = 'wrong-credentials' | 'too-many-tries' | 'try-again';

/** The secret of a new session, or of the step that asks for the second factor. */
export type SignedIn = { readonly session: string } | { readonly step: string };

/**
 * The one way in by password, for our form and for next-auth's address alike: limits, proof, and then
 * the session or the second factor.
 */
export async function signInWith(
  { email, password }: { email: string; password: string },
  headers: Headers,
  now: Date,
): Promise<Result<SignedIn, SignInReason>> {
  const byAddress = { limit: throttles.signInAddress, subject: addressOf(headers) };
  const byAccount = { limit: throttles.signInAccount, subject: email };
  const hashed = { limit: throttles.hashAddress, subject: byAddress.subject };
  if (!(await countTry([hashed, byAddress, byAccount], now))) return refuse('too-many-tries');
  try {
    const proven = await provePassword(email, password);
    if (proven === null) return refuse('wrong-credentials');
    await takeTryBack(byAddress);
    await forgetTries(byAccount);
    return ok(await letIn(proven.userId, 'password', headers, now, proven.proof));
  } catch (error) {
    if (error instanceof Overloaded) return refuse('try-again');
    if (error instanceof ProofOutdated) return refuse('wrong-credentials');
    throw error;
  }
}

/**
 * Goes on once one factor is proven: to the second where the account has one, else into a session. A
 * passkey is two factors by itself: the thing, and the finger, face or PIN it asked for.
 * @param proof of the password, where that was the factor
 */
export async function letIn(
  userId: string,
  way: Way,
  headers: Headers,
  now: Date,
  proof?: string,
): Promise<SignedIn> {
  if (way !== 'passkey' && (await needsSecondFactor(userId))) {
    const data = { way, ...(proof !== undefined && { proof }) };
    return { step: await openChallenge('second_factor', { ownerId: userId, data }, now) };
  }
  return { session: await beginSession(userId, way, headers, now, proof) };
}

/**
 * A session for whoever has proven all there is to prove; tells them of a device not seen before. Throws
 * {@link ProofOutdated}.
 */
export async function beginSession(
  userId: string,
  way: Way,
  headers: Headers,
  now: Date,
  proof?: string,
): Promise<string> {
  const whence = whenceOf(headers);
  const before = await secretOf(headers);
  const { secret, isNewDevice } = await openSession(userId, { whence, way, before, proof }, now);
  if (isNewDevice) {
    await tellOwner(userId, (to) => signInMail(to, { whence, at: now, origin: jobOrigin() }), now);
  }
  return secret;
}
