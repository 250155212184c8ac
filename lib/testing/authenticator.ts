import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a browser answers about a passkey, as JSON. */
type Answer<Response> = {
  id: string;
  rawId: string;
  type: 'public-key';
  clientExtensionResults: Record<string, never>;
  response: Response;
};

/** What may be other than it should be. */
export type Oddities = {
  readonly origin?: string;
  readonly challenge?: string;
  readonly rpId?: string;
  readonly counter?: number;
  /** False: nobody gave a finger, a face or a PIN. */
  readonly isVerified?: boolean;
  readonly isBackedUp?: boolean;
  readonly type?: string;
  readonly userHandle?: string;
};

/**
 * An authenticator and the browser around it, in software (WebAuthn Level 3, 6.1 and 6.5): one ES256
 * key for one site.
 */
export class Authenticator {
  readonly id = randomBytes(32).toString('base64url');
  /** How often it signed. */
  counter = 0;
  private userHandle = '';
  private key: KeyObject;
  private readonly cose: Buffer;

  constructor(private readonly origin: string) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const [kty, alg, crv] = [2, -7, 1];
    this.cose = cbor(
      new Map<number, Cbor>([
        [1, kty],
        [3, alg],
        [-1, crv],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  /** Another with the same key, which counts on by itself. */
  copy(): Authenticator {
    return Object.assign(new Authenticator(this.origin), this);
  }

  /** Signs with another key than it was made with. */
  loseKey(): void {
    this.key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  }

  create(options: { challenge: string; user: { id: string } }, odd: Oddities = {}) {
    this.userHandle = options.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, this.cose]);
    const authData = this.data(odd, attested);
    const object = cbor(
      new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return this.answer({
      clientDataJSON: this.client('webauthn.create', options.challenge, odd),
      attestationObject: object.toString('base64url'),
      transports: ['internal', 'by-pigeon'],
    });
  }

  get({ challenge }: { challenge: string }, odd: Oddities = {}) {
    this.counter = odd.counter ?? this.counter + 1;
    const client = this.client('webauthn.get', challenge, odd);
    const data = this.data(odd);
    const signed = Buffer.concat([data, sha256(Buffer.from(client, 'base64url'))]);
    return this.answer({
      clientDataJSON: client,
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.key).toString('base64url'),
      userHandle: odd.userHandle ?? (this.userHandle || undefined),
    });
  }

  private answer<Response>(response: Response): Answer<Response> {
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    };
  }

  private client(type: string, challenge: string, odd: Oddities): string {
    const said = { type, challenge, origin: this.origin, crossOrigin: false, ...named(odd) };
    return Buffer.from(JSON.stringify(said)).toString('base64url');
  }

  private data(odd: Oddities, attested?: Buffer): Buffer {
    const { rpId = new URL(this.origin).hostname, isVerified = true, isBackedUp = false } = odd;
    const present = 0x01;
    const flags =
      present | (isVerified ? 0x04 : 0) | (isBackedUp ? 0x18 : 0) | (attested ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      sha256(Buffer.from(rpId)),
      Buffer.from([flags]),
      counter,
      ...(attested ? [attested] : []),
    ]);
  }
}

function named({ type, origin, challenge }: Oddities) {
  return { ...(type && { type }), ...(origin && { origin }), ...(challenge && { challenge }) };
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

/** CBOR (RFC 8949) of what authenticators say: small integers, texts, bytes and maps of them. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
