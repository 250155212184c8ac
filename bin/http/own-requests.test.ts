import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { clientOf, parseTrustedProxies, rewriteHeaders } from './client-address.mjs';
import { markOwn, ownClient } from './own-requests.mjs';

const nobody = parseTrustedProxies('');

/** What the door makes of a request, as bin/server.mjs does. */
function letIn(remoteAddress: string, headers: IncomingHttpHeaders) {
  const client =
    ownClient(headers) ?? clientOf({ remoteAddress, encrypted: false }, headers, nobody);
  rewriteHeaders(headers, client, ['CF-IPCountry']);
  markOwn(headers);
  return { client, headers };
}

test('what Next asks for somebody is asked by them: their address, their host, their country', () => {
  const asked = { host: 'jisseki.example:3000', cookie: 'session' };
  const first = letIn('203.0.113.9', asked);
  const again = letIn('127.0.0.1', { ...first.headers, host: '127.0.0.1:3000' });
  expect(again.headers).toEqual(first.headers);
  expect(again.client).toMatchObject({ address: '203.0.113.9', https: false });
  expect(again.headers).toMatchObject({
    host: 'jisseki.example:3000',
    'x-forwarded-host': asked.host,
  });
});

test('what a trusted proxy said of them still holds', () => {
  const headers = {
    host: 'inside:3000',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'jisseki.example',
    'cf-ipcountry': 'JP',
  };
  const proxy = { remoteAddress: '10.0.0.2', encrypted: false };
  rewriteHeaders(headers, clientOf(proxy, headers, parseTrustedProxies('10.0.0.2')), [
    'CF-IPCountry',
  ]);
  markOwn(headers);
  const again = letIn('127.0.0.1', { ...headers, host: '127.0.0.1:3000' });
  expect(again.client).toMatchObject({ https: true, host: 'jisseki.example' });
  expect(again.headers).toMatchObject({ host: 'inside:3000', 'cf-ipcountry': 'JP' });
});

test.each(['', 'x', ' jisseki.example', `${'A'.repeat(43)} jisseki.example`])(
  'nobody else is believed about whom they ask for: %j',
  (said) => {
    const { client, headers } = letIn('127.0.0.1', {
      host: 'localhost:3000',
      'x-jisseki-own': said,
      'x-jisseki-address': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'cf-ipcountry': 'JP',
    });
    expect(client).toMatchObject({ address: '127.0.0.1', isVouchedFor: false });
    expect(headers).toMatchObject({ host: 'localhost:3000', 'x-forwarded-host': 'localhost:3000' });
    expect(headers).not.toHaveProperty('cf-ipcountry');
  },
);
