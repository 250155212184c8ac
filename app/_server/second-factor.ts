import { type FactorNews, factorMail } from '@/app/_mail/factors';
import { findChallenge, takeChallenge } from '@/lib/account/challenge/mutations';
import { countCodesLeft } from '@/lib/account/factor/data';
import { proveFactor } from '@/lib/account/factor/mutations';
import { type Factor, readCode } from '@/lib/account/factor/rules';
import { ProofOutdated } from '@/lib/account/session/mutations';
import { isWay } from '@/lib/account/session/rules';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, takeTryBack } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { jobOrigin } from './post';
import { addressOf, beginSession } from './sign-in';
import { tellOwner } from './tell';
import { whenceOf } from './whence';

/** Tells the owner what happened to their second factor or a passkey. */
export async function tellFactor(
  ownerId: string,
  news: FactorNews,
  headers: Headers,
  now: Date,
): Promise<void> {
  const happened = { whence: whenceOf(headers), at: now, origin: jobOrigin() };
  await tellOwner(ownerId, (to) => factorMail(to, news, happened), now);
}

/**
 * The one way to prove a second factor, for signing in and for confirming alike: limits, proof, and
 * the letters of both. A recovery code cannot be guessed, so it is none of the account's tries:
 * whoever uses those up keeps its owner from the app's codes alone.
 */
export async function proveSecond(
  ownerId: string,
  typed: string,
  headers: Headers,
  now: Date,
): Promise<Result<Factor, 'code-wrong' | 'too-many-tries'>> {
  const byAddress = { limit: throttles.signInAddress, subject: addressOf(headers) };
  const isGuessable = readCode(typed)?.factor !== 'recovery';
  const byAccount = isGuessable
    ? [throttles.codeAccount, throttles.codeAccountDay].map((limit) => ({
        limit,
        subject: ownerId,
      }))
    : [];
  if (!(await countTry([byAddress], now))) return refuse('too-many-tries');
  if (!(await countTry(byAccount, now))) {
    await tellFactor(ownerId, { what: 'codesFailed' }, headers, now);
    return refuse('too-many-tries');
  }
  const factor = await proveFactor(ownerId, typed, now, whenceOf(headers));
  if (factor === null) return refuse('code-wrong');
  for (const one of [byAddress, ...byAccount]) await takeTryBack(one);
  if (factor === 'recovery') {
    const count = await countCodesLeft(ownerId);
    await tellFactor(ownerId, { what: 'recoveryUsed', count }, headers, now);
  }
  return ok(factor);
}

export type SecondReason = 'code-wrong' | 'too-many-tries' | 'step-expired';

/**
 * Answers the step that a sign-in waits at, and begins the session. A wrong code leaves the step
 * waiting; a right one uses it up.
 * @param step the secret of the browser's cookie
 * @returns the secret of the session
 */
export async function passSecond(
  step: string,
  typed: string,
  headers: Headers,
  now: Date,
): Promise<Result<string, SecondReason>> {
  const waiting = await findChallenge(step, 'second_factor', now);
  const way = wayOf(waiting?.data);
  if (!waiting?.ownerId || !way) return refuse('step-expired');
  const proven = await proveSecond(waiting.ownerId, typed, headers, now);
  if (!proven.ok) return proven;
  if (!(await takeChallenge(step, 'second_factor', now))) return refuse('step-expired');
  try {
    return ok(await beginSession(waiting.ownerId, way, headers, now, proofOf(waiting.data)));
  } catch (error) {
    if (error instanceof ProofOutdated) return refuse('step-expired');
    throw error;
  }
}

/** Of the password, where that was the first factor. */
function proofOf(data: unknown): string | undefined {
  const proof = typeof data === 'object' && data !== null && 'proof' in data ? data.proof : null;
  return typeof proof === 'string' ? proof : undefined;
}

/** How the first factor was proven. */
function wayOf(data: unknown) {
  const way = typeof data === 'object' && data !== null && 'way' in data ? data.way : null;
  return typeof way === 'string' && isWay(way) ? way : null;
}
