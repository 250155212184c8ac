import { generateRegistrationOptions } from '@simplewebauthn/server';
import { openChallenge, takeChallenge } from '@/lib/account/challenge/mutations';
import { getEmail } from '@/lib/account/data';
import { algorithms, readAttestation } from '@/lib/account/passkey/ceremony';
import { listCredentials } from '@/lib/account/passkey/data';
import { addPasskey } from '@/lib/account/passkey/mutations';
import { handleOf } from '@/lib/account/passkey/rules';
import type { Attestation } from '@/lib/account/passkey/schema';
import type { Viewer } from '@/lib/auth/viewer';
import { limits } from '@/lib/limits';
import { ok, type Result, refuse } from '@/lib/result';
import { type Asked, challengeIn, mayAsk, type PasskeyReason, partyOf, patience } from './passkey';
import { tellFactor } from './second-factor';
import { whenceOf } from './whence';

type CreationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

/**
 * Asks the browser to make a passkey: kept where it is found without a name, and on no device that
 * has one of this account already.
 */
export async function askToAdd(
  viewer: Viewer,
  headers: Headers,
  now: Date,
): Promise<Result<Asked<CreationOptions>, 'too-many-passkeys' | 'too-many-tries'>> {
  if (!(await mayAsk(headers, now))) return refuse('too-many-tries');
  const [email, credentials] = [await getEmail(viewer), await listCredentials(viewer)];
  // Before the device makes one that would be refused.
  if (credentials.length >= limits.passkeys) return refuse('too-many-passkeys');
  const options = await generateRegistrationOptions({
    rpName: 'Jisseki',
    rpID: partyOf(headers).id,
    userID: handleOf(viewer.userId),
    userName: email,
    userDisplayName: viewer.displayName,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: credentials,
    supportedAlgorithmIDs: algorithms,
    timeout: patience,
  });
  const of = { ownerId: viewer.userId, data: { challenge: options.challenge } };
  return ok({ options, step: await openChallenge('passkey_add', of, now) });
}

export type AddingReason = PasskeyReason | 'passkey-known' | 'too-many-passkeys';

/** Keeps the passkey that was made, and tells the owner by mail. */
export async function addMadePasskey(
  viewer: Viewer,
  step: string,
  { response, name }: { response: Attestation; name: string },
  headers: Headers,
  now: Date,
): Promise<Result<null, AddingReason>> {
  const asked = await takeChallenge(step, 'passkey_add', now);
  const challenge = challengeIn(asked?.data);
  if (challenge === null || asked?.ownerId !== viewer.userId) return refuse('step-expired');
  const made = await readAttestation(response, challenge, partyOf(headers));
  if (!made) return refuse('passkey-refused');
  const added = await addPasskey(viewer, { ...made, name }, whenceOf(headers), now);
  if (added.ok) await tellFactor(viewer.userId, { what: 'passkeyAdded', name }, headers, now);
  return added;
}
