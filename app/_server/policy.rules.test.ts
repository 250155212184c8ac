import { expect, test } from 'vitest';
import { appPolicy, isForeign, secretPageHeaders } from './policy';

test('no page of the app allows what stands inline', () => {
  const policy = appPolicy('abc', false);
  expect(policy).not.toMatch(/unsafe|\*|http/);
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
});

const own = 'http://localhost:3000';
test.each([
  ['GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  ['POST', {}, false],
  ['POST', { origin: own }, false],
  ['POST', { origin: own, 'sec-fetch-site': 'same-origin' }, false],
  ['POST', { 'sec-fetch-site': 'none' }, false],
  ['POST', { origin: 'https://jisseki.example', 'x-forwarded-host': 'jisseki.example' }, false],
  ['POST', { origin: own, 'x-forwarded-host': 'evil.example' }, true],
  ['POST', { origin: 'https://evil.example' }, true],
  ['POST', { origin: 'http://localhost:3001' }, true],
  ['POST', { origin: 'null' }, true],
  ['POST', { origin: '' }, true],
  ['POST', { origin: 'http://[' }, true],
  ['POST', { 'sec-fetch-site': 'cross-site' }, true],
  ['POST', { origin: own, 'sec-fetch-site': 'same-site' }, true],
  ['DELETE', { origin: 'https://evil.example' }, true],
])('%s %j is foreign: %s', (method, headers, foreign) => {
  expect(isForeign(method, new Headers({ host: 'localhost:3000', ...headers }))).toBe(foreign);
});

const token = 'A'.repeat(43);
const nextTo = (path: string) => `?${new URLSearchParams({ expired: 'yes', next: path })}`;
test.each([
  [`/reset/${token}`],
  [`/verify/${token}`],
  [`/email/${token}`],
  ['/reset/'],
  ['/signup', `?invite=${token}`],
  // Whoever is not signed in yet is led back there.
  ['/signin', nextTo(`/verify/${token}`)],
  ['/signin', `?next=/verify/${token}`],
  ['/signin', `?next=/goals&next=/verify/${token}`],
  ['/signin/second', nextTo(`/verify/${token}?done`)],
  ['/signin/with/github', nextTo(`/verify/${token}`)],
  ['/signin', nextTo(`/signup?invite=${token}`)],
])('%s%s tells no other site its address, and stays nowhere', (path, search = '') => {
  expect(secretPageHeaders(path, search)).toEqual({
    'Cache-Control': 'private, no-store',
    // None at all would send the form without an Origin.
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex',
  });
});

test.each([
  ['/'],
  ['/signin'],
  ['/signin', '?next=%2Fgoals'],
  ['/signin', '?welcome'],
  ['/forgot'],
  ['/reset'],
  ['/settings/security/email'],
  ['/x/reset/'],
])('%s%s carries no secret', (path, search = '') => {
  expect(secretPageHeaders(path, search)).toEqual({});
});
