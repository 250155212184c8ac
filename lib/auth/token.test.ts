import { encode } from 'next-auth/jwt';
import { expect, test, vi } from 'vitest';
import { newSecret, sealSecret, secretOf, sessionCookie } from './token';

const asking = (cookie: string) => secretOf(new Headers({ cookie }));
const { name } = sessionCookie();

test('a sealed secret is found again among other cookies', async () => {
  const secret = newSecret();
  const sealed = await sealSecret(secret);
  expect(await asking(`a=b; ${name}=${sealed}; c=d`)).toBe(secret);
  expect(sealed).not.toContain(secret);
  expect(secret).toHaveLength(43);
});

test.each([
  ['nothing', ''],
  ['another name', `x${name}=1`],
  ['no seal', `${name}=hello`],
  ['much too long', `${name}=${'a'.repeat(5000)}`],
])('%s: no secret', async (_, cookie) => {
  expect(await asking(cookie)).toBeNull();
});

test('sealed with another key, tampered with, or without a secret: no secret', async () => {
  const sealed = await sealSecret(newSecret());
  const foreign = await encode({ token: { sid: 'x' }, secret: 'y'.repeat(32) });
  const empty = await encode({ token: { sid: 1 }, secret: process.env.APP_SECRET ?? '' });
  expect(await asking(`${name}=${foreign}`)).toBeNull();
  expect(await asking(`${name}=${empty}`)).toBeNull();
  // Not the last sign, part of which is padding that says nothing.
  const altered = sealed.slice(0, -6) + (sealed.at(-6) === 'A' ? 'B' : 'A') + sealed.slice(-5);
  expect(await asking(`${name}=${altered}`)).toBeNull();
});

test.each([
  ['http://localhost:3000', '', false],
  ['https://jisseki.example', '__Host-', true],
])('at %s the cookie is called %snext-auth…', async (url, prefix, secure) => {
  const before = process.env.APP_URL;
  process.env.APP_URL = url;
  // The settings are read once a process.
  vi.resetModules();
  const fresh = await import('./token');
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure };
  const session = { name: `${prefix}next-auth.session-token`, options };
  expect(fresh.sessionCookie()).toEqual(session);
  expect(fresh.cookieFor('step')).toEqual({ name: `${prefix}step`, options });
  // No cookie of a part of the site may be called one of the host.
  const ofPart = { name: secure ? '__Secure-x' : 'x', options: { ...options, path: '/signin' } };
  expect(fresh.cookieFor('x', '/signin')).toEqual(ofPart);
  process.env.APP_URL = before;
});
