import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { openChallenge, takeChallenge } from '@/lib/account/challenge/mutations';
import { readAssertion } from '@/lib/account/passkey/ceremony';
import { type Credential, findPasskey, listCredentials } from '@/lib/account/passkey/data';
import { noteUse } from '@/lib/account/passkey/mutations';
import { handleOf, type Party, partyAt } from '@/lib/account/passkey/rules';
import type { Assertion } from '@/lib/account/passkey/schema';
import type { Viewer } from '@/lib/auth/viewer';
import { ok, type Result, refuse } from '@/lib/result';
import { countTry, takeTryBack } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { originOf } from './origin';
import { tellFactor } from './second-factor';
import { addressOf, letIn } from './sign-in';
import { whenceOf } from './whence';

/** What a browser is asked for, and the secret of the step that waits for its answer. */
export type Asked<Options> = { readonly options: Options; readonly step: string };

type AssertionOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** How long a browser waits for its person, in milliseconds. */
export const patience = 5 * 60_000;

/** The site that a passkey is for, as this request asks for it. */
export function partyOf(headers: Headers): Party {
  return partyAt(originOf(headers));
}

/** What is kept of a question until it is answered. */
export function challengeIn(data: unknown): string | null {
  const isKept = typeof data === 'object' && data !== null && 'challenge' in data;
  return isKept && typeof data.challenge === 'string' ? data.challenge : null;
}

/** Whether one more passkey may be asked for from where this request comes: each question is a row. */
export function mayAsk(headers: Headers, now: Date): Promise<boolean> {
  return countTry([{ limit: throttles.passkeyAddress, subject: addressOf(headers) }], now);
}

/** Asks for any passkey of this site: whose it is, it says itself. Null: asked too often from there. */
export async function askToSignIn(
  headers: Headers,
  now: Date,
): Promise<Asked<AssertionOptions> | null> {
  if (!(await mayAsk(headers, now))) return null;
  const options = await ask(headers);
  const data = { challenge: options.challenge };
  return { options, step: await openChallenge('passkey_sign_in', { data }, now) };
}

/** Asks for one of the viewer's own. Null: asked too often from there. */
export async function askToConfirm(
  viewer: Viewer,
  headers: Headers,
  now: Date,
): Promise<Asked<AssertionOptions> | null> {
  if (!(await mayAsk(headers, now))) return null;
  const options = await ask(headers, await listCredentials(viewer));
  const of = { ownerId: viewer.userId, data: { challenge: options.challenge } };
  return { options, step: await openChallenge('passkey_confirm', of, now) };
}

function ask(headers: Headers, allowCredentials?: Credential[]): Promise<AssertionOptions> {
  return generateAuthenticationOptions({
    rpID: partyOf(headers).id,
    allowCredentials,
    userVerification: 'required',
    timeout: patience,
  });
}

export type PasskeyReason = 'passkey-refused' | 'step-expired';

/**
 * Signs in by a passkey. One that nobody knows is answered like one that is wrong.
 * @param step the secret of the browser's cookie
 * @returns the secret of the session
 */
export async function signInByPasskey(
  step: string,
  response: Assertion,
  headers: Headers,
  now: Date,
): Promise<Result<string, PasskeyReason | 'too-many-tries'>> {
  const tries = { limit: throttles.signInAddress, subject: addressOf(headers) };
  if (!(await countTry([tries], now))) return refuse('too-many-tries');
  const asked = await takeChallenge(step, 'passkey_sign_in', now);
  const challenge = challengeIn(asked?.data);
  if (challenge === null) return refuse('step-expired');
  const ownerId = await provenOwner(response, challenge, headers, now);
  if (ownerId === null) return refuse('passkey-refused');
  await takeTryBack(tries);
  const signedIn = await letIn(ownerId, 'passkey', headers, now);
  if (!('session' in signedIn)) throw new Error('A passkey is both factors.');
  return ok(signedIn.session);
}

/** Whether the viewer proved by a passkey of their own that they are still there. */
export async function confirmByPasskey(
  viewer: Viewer,
  step: string,
  response: Assertion,
  headers: Headers,
  now: Date,
): Promise<Result<null, PasskeyReason>> {
  const asked = await takeChallenge(step, 'passkey_confirm', now);
  const challenge = challengeIn(asked?.data);
  if (challenge === null || asked?.ownerId !== viewer.userId) return refuse('step-expired');
  const ownerId = await provenOwner(response, challenge, headers, now, viewer.userId);
  return ownerId === null ? refuse('passkey-refused') : ok(null);
}

/** Whose passkey answered, with all that is known of it; `whose`: nobody else's is looked at. */
async function provenOwner(
  response: Assertion,
  challenge: string,
  headers: Headers,
  now: Date,
  whose?: string,
): Promise<string | null> {
  const passkey = await findPasskey(response.id);
  if (!passkey || (whose && passkey.ownerId !== whose)) return null;
  const { userHandle } = response.response;
  const handle = Buffer.from(handleOf(passkey.ownerId)).toString('base64url');
  if (userHandle !== undefined && userHandle !== handle) return null;
  const used = await readAssertion(response, challenge, partyOf(headers), passkey.publicKey);
  if (!used) return null;
  const state = await noteUse(passkey, used, whenceOf(headers), now);
  if (state === 'copied' || state === 'revoked') {
    const what = state === 'copied' ? 'passkeyRefused' : 'passkeyRevoked';
    await tellFactor(passkey.ownerId, { what, name: passkey.name }, headers, now);
  }
  return state === 'used' ? passkey.ownerId : null;
}
