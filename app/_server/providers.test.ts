import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { signInAt, startOidc, type Told } from '@/lib/testing/oidc';
import { claimsFrom, nameOf, offeredProviders, sendTo } from './providers';

const people = new Map<string, Told>();
const app = 'http://jisseki.localhost:3000';
const server = await startOidc([`${app}/signin/with/oidc/back`], people);
Object.assign(process.env, {
  APP_URL: app,
  OIDC_ISSUER: server.issuer,
  OIDC_ID: server.client.id,
  OIDC_SECRET: server.client.secret,
  OIDC_NAME: 'The office',
});

afterAll(() => server.close());

/** Somebody who is sent to the provider and comes back. */
async function come(told: Told) {
  const subject = randomUUID();
  people.set(subject, told);
  const { url, kept } = await sendTo('oidc');
  const back = await signInAt(url, subject);
  expect(`${back.origin}${back.pathname}`).toBe(`${app}/signin/with/oidc/back`);
  return { subject, kept, query: back.searchParams };
}

test('a provider shows once it is set up', () => {
  expect(offeredProviders()).toEqual([{ provider: 'oidc', name: 'The office' }]);
  expect(nameOf('github')).toBeNull();
});

test('whoever comes back is who the provider says, by its subject', async () => {
  const { subject, kept, query } = await come({
    email: 'Hana@Example.com',
    email_verified: true,
    name: '花',
  });
  expect(await claimsFrom('oidc', query, kept)).toEqual({
    provider: 'oidc',
    subject: `${server.issuer} ${subject}`,
    label: 'Hana@Example.com',
    email: 'hana@example.com',
    name: '花',
  });
});

test.each([
  ['nobody verified', { email: 'hana@example.com', email_verified: false }],
  ['nobody says whether it is verified', { email: 'hana@example.com' }],
  ['none is told', { name: 'Hana' }],
  ['no address is one', { email: `${'a'.repeat(300)}@example.com`, email_verified: true }],
] satisfies [string, Told][])('an address that %s is none', async (_, told) => {
  const { kept, query } = await come(told);
  expect(await claimsFrom('oidc', query, kept)).toMatchObject({ email: null });
});

test('a name of any length and shape is one short clean line', async () => {
  const { kept, query } = await come({ name: `\u202e花\n${'子'.repeat(900)}` });
  const { name } = await claimsFrom('oidc', query, kept);
  expect([...name]).toHaveLength(50);
  expect(name).not.toMatch(/[\n\u202e]/u);
});

test('an answer opens nothing with another state, nonce, verifier, or once more', async () => {
  const other = (await sendTo('oidc')).kept;
  for (const wrong of ['state', 'nonce', 'verifier'] as const) {
    const { kept, query } = await come({});
    const mixed = { ...kept, [wrong]: other[wrong] };
    await expect(claimsFrom('oidc', query, mixed), wrong).rejects.toThrow();
  }
  const { kept, query } = await come({});
  await claimsFrom('oidc', query, kept);
  await expect(claimsFrom('oidc', query, kept)).rejects.toThrow();
});

test('an answer that was altered, declined or made up opens nothing', async () => {
  const { kept, query } = await come({});
  const altered = (change: (one: URLSearchParams) => void) => {
    const one = new URLSearchParams(query);
    change(one);
    return claimsFrom('oidc', one, kept);
  };
  await expect(altered((one) => one.set('code', 'made-up'))).rejects.toThrow();
  await expect(altered((one) => one.set('iss', 'https://evil.example'))).rejects.toThrow();
  await expect(altered((one) => one.delete('code'))).rejects.toThrow();
  await expect(altered((one) => one.set('error', 'access_denied'))).rejects.toThrow();
});
