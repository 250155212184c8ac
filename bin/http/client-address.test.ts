import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clientOf,
  isHost,
  parseTrustedProxies,
  plainAddress,
  rewriteHeaders,
} from './client-address.mjs';

const proxies = parseTrustedProxies('127.0.0.1, ::1, 10.0.0.0/8, fd00::/8');

function client(
  remoteAddress: string | undefined,
  headers: IncomingHttpHeaders,
  trusted = proxies,
) {
  return clientOf({ remoteAddress, encrypted: false }, headers, trusted);
}

describe('the address of a client', () => {
  test.each([
    ['a stranger is believed about nothing', '198.51.100.9', '203.0.113.1', '198.51.100.9'],
    ['a proxy is believed', '10.0.0.2', '203.0.113.1', '203.0.113.1'],
    [
      'what the client wrote itself is not reached',
      '10.0.0.2',
      '6.6.6.6, 203.0.113.1',
      '203.0.113.1',
    ],
    ['proxies are walked through', '10.0.0.2', '6.6.6.6, 203.0.113.1, 10.9.9.9', '203.0.113.1'],
    ['a client inside is the leftmost', '10.0.0.2', '10.0.0.7', '10.0.0.7'],
    ['rubbish ends the walk', '10.0.0.2', '203.0.113.1, unknown', '10.0.0.2'],
    ['rubbish ends the walk where it is', '10.0.0.2', 'x, 10.1.1.1', '10.1.1.1'],
    ['a proxy that forwards nothing', '10.0.0.2', undefined, '10.0.0.2'],
    ['an IPv4 address in IPv6 form', '::ffff:127.0.0.1', '::ffff:203.0.113.1', '203.0.113.1'],
    ['a port is not part of it', '10.0.0.2', '203.0.113.1:5555', '203.0.113.1'],
    ['IPv6 with brackets and port', 'fd00::1', '[2001:DB8::1]:443', '2001:db8::1'],
  ])('%s', (_what, socket, forwarded, expected) => {
    expect(client(socket, { 'x-forwarded-for': forwarded }).address).toBe(expected);
  });

  test('no stranger chooses it, whatever they send', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (forwarded, proto) => {
        const headers = { 'x-forwarded-for': forwarded, 'x-forwarded-proto': proto };
        const found = client('198.51.100.9', headers);
        expect(found).toEqual({
          address: '198.51.100.9',
          https: false,
          host: undefined,
          isVouchedFor: false,
        });
      }),
    );
  });

  test('is always an address, whatever a proxy forwards', () => {
    fc.assert(
      fc.property(fc.string(), (forwarded) => {
        const { address } = client('10.0.0.2', { 'x-forwarded-for': forwarded });
        expect(plainAddress(address)).toBe(address);
      }),
    );
  });
});

describe('protocol and host', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'jisseki.example' };

  test('come from a trusted proxy', () => {
    expect(client('10.0.0.2', headers)).toMatchObject({ https: true, host: 'jisseki.example' });
  });

  test('come from nobody else', () => {
    expect(client('203.0.113.5', headers)).toMatchObject({ https: false, host: undefined });
  });

  test('a host that is none is dropped', () => {
    const forged = { ...headers, 'x-forwarded-host': 'a/b@c' };
    expect(client('10.0.0.2', forged).host).toBeUndefined();
  });
});

test('headers that speak of the sender are rewritten', () => {
  const headers: IncomingHttpHeaders = {
    host: 'localhost:3000',
    forwarded: 'for=6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-port': '1',
    'x-jisseki-address': '6.6.6.6',
    'x-real-ip': '6.6.6.6',
    accept: '*/*',
  };
  rewriteHeaders(headers, {
    address: '203.0.113.1',
    https: true,
    host: undefined,
    isVouchedFor: false,
  });
  expect(headers).toEqual({
    host: 'localhost:3000',
    accept: '*/*',
    'x-forwarded-for': '203.0.113.1',
    'x-forwarded-host': 'localhost:3000',
    'x-forwarded-proto': 'https',
    'x-jisseki-address': '203.0.113.1',
  });
});

test.each([
  ['10.0.0.2', 'JP'],
  ['203.0.113.5', undefined],
  [undefined, undefined],
])('a country is believed of a trusted proxy alone: %s', (socket, country) => {
  const headers: IncomingHttpHeaders = { host: 'localhost', 'cf-ipcountry': 'JP' };
  rewriteHeaders(headers, client(socket, headers), ['CF-IPCountry', undefined]);
  expect(headers['cf-ipcountry']).toBe(country);
});

test.each(['10.0.0.0/33', 'proxy.local', '10.0.0.1/8/9', '10.0.0.0/', '::1/129'])(
  'TRUSTED_PROXIES with %s is refused by name',
  (entry) => {
    expect(() => parseTrustedProxies(`127.0.0.1, ${entry}`)).toThrow(entry);
  },
);

test.each([
  ['localhost:3000', true],
  ['[::1]:3000', true],
  ['xn--48jwg508p.example', true],
  ['', false],
  ['a b', false],
  ['a/b', false],
  ['user@host', false],
  [undefined, false],
])('host %s: %s', (host, expected) => {
  expect(isHost(host)).toBe(expected);
});
