import { expect, test } from 'vitest';
import { appPolicy, isForeign } from './policy';

test('no page of the app allows what stands inline', () => {
  const policy = appPolicy('abc', false);
  expect(policy).not.toMatch(/unsafe|\*|http/);
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
});

const own = 'https://jisseki.example';
test.each([
  ['GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, false],
  ['POST', {}, false],
  ['POST', { origin: 'http://localhost:3000' }, false],
  ['POST', { origin: own }, false],
  ['POST', { origin: own, 'sec-fetch-site': 'same-origin' }, false],
  ['POST', { 'sec-fetch-site': 'none' }, false],
  ['POST', { origin: 'https://evil.example' }, true],
  ['POST', { origin: 'http://localhost:3001' }, true],
  ['POST', { origin: 'http://jisseki.example' }, true],
  ['POST', { origin: 'null' }, true],
  ['POST', { origin: '' }, true],
  ['POST', { origin: 'http://[' }, true],
  ['POST', { 'sec-fetch-site': 'cross-site' }, true],
  ['POST', { origin: own, 'sec-fetch-site': 'same-site' }, true],
  ['DELETE', { origin: 'https://evil.example' }, true],
])('%s %j is foreign: %s', (method, headers, foreign) => {
  const sent = new Headers({ host: 'localhost:3000', ...headers });
  expect(isForeign(method, sent, own)).toBe(foreign);
});
