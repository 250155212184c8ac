import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { saidBy, startProvider } from './provider-steps';

/** A port at which nobody answers. */
const closed = createServer().listen(0, '127.0.0.1');
await once(closed, 'listening');
const { port } = closed.address() as AddressInfo;
await new Promise((done) => closed.close(done));
Object.assign(process.env, {
  APP_URL: 'http://jisseki.localhost:3000',
  OIDC_ISSUER: `http://127.0.0.1:${port}`,
  OIDC_ID: 'jisseki',
  OIDC_SECRET: 'a secret of the tests alone, and of no account',
});

async function leads(from: string | null, purpose: 'sign-in' | 'link' = 'sign-in') {
  const headers = new Headers({ 'x-jisseki-address': '10.1.2.3' });
  if (from) headers.set('sec-fetch-site', from);
  const request = new Request('http://jisseki.localhost:3000/signin/with/oidc', { headers });
  const answer = await startProvider('oidc', request, { purpose, next: '/goals', invite: '' });
  return [answer.status, answer.headers.get('location')];
}

test.each(['cross-site', 'same-site'])(
  'a link of another site (%s) begins no sign-in',
  async (from) => {
    expect(await leads(from)).toEqual([303, '/signin?next=%2Fgoals']);
    expect(await leads(from, 'link')).toEqual([303, '/settings/security']);
  },
);

test.each(['same-origin', 'none', null])(
  'our own page, or an address typed (%s), asks the provider',
  async (from) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await leads(from)).toEqual([303, '/signin?provider=silent']);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  },
);

test('of an answer that is unusable the log says why, and nothing of who came or of their tokens', () => {
  const cause = { body: { access_token: 'a secret' }, claims: { email: 'hana@example.com' } };
  const code = 'OAUTH_INVALID_RESPONSE';
  const error = Object.assign(new Error('no "id_token"\nin it', { cause }), { code });
  expect(saidBy(error)).toBe('no "id_token" in it');
  const refused = new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  expect(saidBy(refused)).toBe('fetch failed connect ECONNREFUSED');
});
