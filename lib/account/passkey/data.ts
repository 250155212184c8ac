import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { knownTransports, type PasskeyLine, type Transport } from './rules';

/** The passkeys of the account, the one made last first. */
export async function listPasskeys(viewer: Viewer): Promise<PasskeyLine[]> {
  return asOwner(viewer, (tx) =>
    tx.passkey.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true, name: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
    }),
  );
}

/** A passkey as a browser knows it. */
export type Credential = { readonly id: string; readonly transports: Transport[] };

/** The account's passkeys as browsers know them: which to use, or not to make again. */
export async function listCredentials(viewer: Viewer): Promise<Credential[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.passkey.findMany({
      where: { ownerId: viewer.userId },
      select: { credentialId: true, transports: true },
    }),
  );
  return rows.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: knownTransports(transports),
  }));
}

/** Whose passkey it is, and its key (COSE). */
export type FoundPasskey = {
  readonly ownerId: string;
  readonly id: string;
  readonly name: string;
  readonly publicKey: Uint8Array;
};

/** The passkey of a credential's id, base64url, whoever asks; null: there is none. */
export async function findPasskey(credentialId: string): Promise<FoundPasskey | null> {
  return asSystem((tx) =>
    tx.passkey.findUnique({
      where: { credentialId },
      select: { ownerId: true, id: true, name: true, publicKey: true },
    }),
  );
}
