import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryOf, siteOf } from './source.rules';

const own = ['jisseki.example', 'localhost'];

describe('where a reader comes from', () => {
  test.each([
    ['https://t.co/abc', 't.co'],
    ['https://www.Example.ORG:8443/path?q=secret#x', 'example.org'],
    ['http://user:password@news.example/', 'news.example'],
    ['https://例え.jp/', 'xn--r8jz45g.jp'],
    ['https://example.org./', 'example.org'],
    ['http://203.0.113.9/', '203.0.113.9'],
    ['android-app://com.twitter.android/', 'com.twitter.android'],
    ['android-app://com.Slack', 'com.slack'],
    // Our own pages, however they are spelled.
    ['https://jisseki.example/u/hana', ''],
    ['https://WWW.jisseki.example/u/hana', ''],
    ['http://localhost:3000/', ''],
    // Nothing, or nothing that is a site.
    [null, ''],
    ['', ''],
    ['about:client', ''],
    ['data:text/html,<b>', ''],
    ['javascript:alert(1)', ''],
    ['ftp://example.org/', ''],
    ['example.org', ''],
    ['//example.org', ''],
    ['https://', ''],
    ['https:// evil.example', ''],
    ['https://a b/', ''],
    ['http://[::1]/', ''],
    ['android-app://', ''],
    ['android-app://../etc/passwd', ''],
    ['android-app://<script>/', ''],
    [
      `https://${'a'.repeat(60)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.example/`,
      '',
    ],
    ['https://e.example\r\nSet-Cookie: a=b', ''],
    ['https://evil.example%00.org/', ''],
    ['https://<script>alert(1)</script>/', ''],
    ["https://a'--.example/", ''],
  ])('%j is %j', (referrer, site) => {
    expect(siteOf(referrer, own)).toBe(site);
  });

  test('is a plain name or nothing, whatever is sent', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.webUrl(),
      fc.string({ maxLength: 80 }).map((text) => `https://${text}`),
      fc.string({ maxLength: 80 }).map((text) => `android-app://${text}`),
    );
    fc.assert(
      fc.property(any, (referrer) => {
        expect(siteOf(referrer, own)).toMatch(/^([a-z0-9][a-z0-9_.-]{0,252})?$/);
      }),
    );
  });
});

test.each([
  ['JP', 'JP'],
  ['jp', ''],
  ['XX', ''],
  ['T1', ''],
  ['JP, US', ''],
  ['JPN', ''],
  ['', ''],
  [null, ''],
])('a country named %j is %j', (named, country) => {
  expect(countryOf(named)).toBe(country);
});
