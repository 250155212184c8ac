import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { sendTo } from './providers';

/** What the provider says it is called, which changes here. */
let called = '';
const server = createServer((_, response) => {
  const metadata = {
    issuer: called,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
  };
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(metadata));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
Object.assign(process.env, {
  APP_URL: 'http://jisseki.localhost:3000',
  OIDC_ISSUER: issuer,
  OIDC_ID: 'jisseki',
  OIDC_SECRET: 'a secret of the tests alone, and of no account',
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('nobody is sent to a provider that calls itself another than was named', async () => {
  for (const other of ['https://accounts.example', `${issuer}.evil.example`, `${issuer}/x`, '']) {
    called = other;
    await expect(sendTo('oidc'), other).rejects.toThrow();
  }
  called = issuer;
  const { url } = await sendTo('oidc');
  expect(`${url.origin}${url.pathname}`).toBe(`${issuer}/auth`);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
});
