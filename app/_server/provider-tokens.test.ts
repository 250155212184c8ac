import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { claimsFrom, sendTo } from './providers';

/*
 * A provider whose identity tokens can be anything. The rest of what it answers is as it should be, so that
 * what is refused is refused for its token alone.
 */

const [known, other] = [rsa(), rsa()];
const client = { id: 'jisseki', secret: 'a secret of the tests alone, and of no account' };
let token = '';

function rsa() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(answerTo(request.url ?? '')));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
Object.assign(process.env, {
  APP_URL: 'http://jisseki.localhost:3000',
  OIDC_ISSUER: issuer,
  OIDC_ID: client.id,
  OIDC_SECRET: client.secret,
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function answerTo(path: string) {
  if (path.startsWith('/.well-known/')) {
    return {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
  if (path === '/jwks')
    return { keys: [{ ...known.publicKey.export({ format: 'jwk' }), kid: '1' }] };
  return { access_token: 'x', token_type: 'Bearer', id_token: token };
}

type Made = {
  readonly alg?: string;
  readonly claims?: Record<string, unknown>;
  readonly signed?: (data: string) => Buffer;
};

const by = (key: KeyObject) => (data: string) => sign('sha256', Buffer.from(data), key);

function tokenOf(
  nonce: string,
  { alg = 'RS256', claims = {}, signed = by(known.privateKey) }: Made,
) {
  const now = Math.floor(Date.now() / 1000);
  const usual = { iss: issuer, aud: client.id, sub: 'hana', iat: now, exp: now + 60, nonce };
  const parts = [
    { alg, kid: '1' },
    { ...usual, ...claims },
  ];
  const data = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${data}.${signed(data).toString('base64url')}`;
}

async function comeWith(made: Made) {
  const { kept } = await sendTo('oidc');
  token = tokenOf(kept.nonce, made);
  return claimsFrom('oidc', new URLSearchParams({ code: 'x', state: kept.state }), kept);
}

test('a token that is as it should be says who it is', async () => {
  expect(await comeWith({})).toMatchObject({
    provider: 'oidc',
    subject: expect.stringMatching(/^http\S+ hana$/),
  });
});

const publicText = known.publicKey.export({ format: 'pem', type: 'spki' });
const ago = Math.floor(Date.now() / 1000) - 3_600;

test.each<[string, Made]>([
  ['signed by another key', { signed: by(other.privateKey) }],
  ['not signed', { signed: () => Buffer.alloc(0) }],
  ['that says it needs no signature', { alg: 'none', signed: () => Buffer.alloc(0) }],
  [
    'that takes the public key for a secret',
    { alg: 'HS256', signed: (data) => createHmac('sha256', publicText).update(data).digest() },
  ],
  ['of another algorithm than agreed', { alg: 'RS512' }],
  ['for another client', { claims: { aud: 'somebody-else' } }],
  ['of another provider', { claims: { iss: 'https://evil.example' } }],
  ['whose time is over', { claims: { iat: ago, exp: ago + 60 } }],
  ['of another sign-in', { claims: { nonce: 'another' } }],
  ['of nobody', { claims: { sub: undefined } }],
])('a token %s says nothing', async (_, made) => {
  await expect(comeWith(made)).rejects.toThrow();
});
