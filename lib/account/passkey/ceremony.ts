import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';
import { knownTransports, type Party } from './rules';
import type { Assertion, Attestation } from './schema';

/*
 * Whether what a browser says of a passkey is true (WebAuthn Level 3, 7.1 and 7.2). Whatever is wrong
 * with it is one answer: null. Both ask for the user to be verified by finger, face or PIN.
 */

/** EdDSA, ES256, RS256: what every runtime the app runs on can check. */
export const algorithms = [-8, -7, -257];

/** A passkey that was just made. */
export type MadePasskey = {
  readonly credentialId: string;
  /** COSE. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: bigint;
  readonly transports: readonly string[];
  readonly isBackedUp: boolean;
};

/** The passkey that was made to `challenge`, by this site and for it. */
export async function readAttestation(
  response: Attestation,
  challenge: string,
  party: Party,
): Promise<MadePasskey | null> {
  try {
    if (!isUnattested(response)) return null;
    const { verified, registrationInfo: made } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || !made || made.credential.id !== response.id) return null;
    return {
      credentialId: made.credential.id,
      publicKey: new Uint8Array(made.credential.publicKey),
      counter: BigInt(made.credential.counter),
      transports: knownTransports(response.response.transports ?? []),
      isBackedUp: made.credentialBackedUp,
    };
  } catch {
    return null;
  }
}

/** No maker is asked to vouch for a passkey, so no maker's certificates are read. */
function isUnattested({ response }: Attestation): boolean {
  const object = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  const format = object.get('fmt');
  return format === 'none' || (format === 'packed' && !object.get('attStmt').get('x5c'));
}

/** What a passkey says of itself when it is used; `counter`: how often it was, 0 where it does not count. */
export type UsedPasskey = { readonly counter: bigint; readonly isBackedUp: boolean };

/**
 * Whether the passkey of `publicKey` (COSE) answered `challenge`, at this site. The counter is for the
 * table to compare: {@link noteUse} does, when the signature is known to be true.
 */
export async function readAssertion(
  response: Assertion,
  challenge: string,
  party: Party,
  publicKey: Uint8Array,
): Promise<UsedPasskey | null> {
  try {
    const { verified, authenticationInfo: used } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    });
    if (!verified) return null;
    return { counter: BigInt(used.newCounter), isBackedUp: used.credentialBackedUp };
  } catch {
    return null;
  }
}
