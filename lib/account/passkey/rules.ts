/** A passkey as its owner sees it in the list. */
export type PasskeyLine = {
  readonly id: string;
  readonly name: string;
  /** Whether it is kept in more than one place, by a password manager or a platform's account. */
  readonly isBackedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

/** Who a passkey is for: the site as browsers check it. */
export type Party = {
  /** Host alone, `example.org`: the id of the relying party. */
  readonly id: string;
  /** `https://example.org` */
  readonly origin: string;
};

/** The party of the app at `origin`; its passkeys are for exactly this host. */
export function partyAt(origin: string): Party {
  return { id: new URL(origin).hostname, origin };
}

/** What an authenticator calls its owner: the account's id, 16 bytes, which says nothing to others. */
export function handleOf(ownerId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(ownerId.replaceAll('-', ''), 'hex'));
}

const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

export type Transport = (typeof known)[number];

/** Ways to reach an authenticator that this release knows, each once; a browser may name others. */
export function knownTransports(named: readonly string[]): Transport[] {
  return known.filter((one) => named.includes(one));
}
