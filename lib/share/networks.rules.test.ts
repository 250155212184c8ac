import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hasLinkInText,
  intentOf,
  isNetwork,
  namesLink,
  networks,
  parseServer,
  takesText,
  withLink,
} from './networks.rules';

const url = 'https://jisseki.example/s/ab12?x=1&y=2#z';
const title = 'はじめての収入 & more';
const hostile = 'a&b #c "d" \'e\'\n日本語 100% +1 👨‍👩‍👧 (f)!*';

test('networks are known by name', () => {
  for (const network of networks) expect(isNetwork(network)).toBe(true);
  for (const other of ['X', '', 'twitter', null, 1]) expect(isNetwork(other)).toBe(false);
});

describe('intentOf', () => {
  const read = (network: (typeof networks)[number], text: string) => {
    const intent = intentOf(network, { text, url, title, server: 'mastodon.social' });
    if (!intent) throw new Error('no address');
    const { origin, pathname, searchParams, hash } = new URL(intent);
    // Nothing in the text ends the query early.
    expect(hash).toBe('');
    return { place: origin + pathname, query: Object.fromEntries(searchParams) };
  };

  test.each([
    ['x', 'https://x.com/intent/post', { text: hostile, url }],
    ['line', 'https://social-plugins.line.me/lineit/share', { url, text: hostile }],
    ['bluesky', 'https://bsky.app/intent/compose', { text: `${hostile}\n${url}` }],
    ['threads', 'https://www.threads.com/intent/post', { text: `${hostile}\n${url}` }],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/', { url }],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: url }],
    ['mastodon', 'https://mastodon.social/share', { text: `${hostile}\n${url}` }],
    ['hatena', 'https://b.hatena.ne.jp/entry/panel/', { url, btitle: title }],
  ] as const)('%s', (network, place, query) => {
    expect(read(network, hostile)).toEqual({ place, query });
  });

  test('a mail is written with its lines ended as mail ends them, and spaces are no plus', () => {
    const intent = intentOf('email', { text: 'one +1\ntwo', url, title: 'a\nb' });
    expect(intent).toBe(
      `mailto:?subject=a%20b&body=one%20%2B1%0D%0Atwo%0D%0A${encodeURIComponent(url)}`,
    );
  });

  test('there is none to copy, for the system, and for Mastodon without a server', () => {
    const shared = { text: 'a', url, title };
    for (const network of ['copy', 'system', 'mastodon'] as const) {
      expect(intentOf(network, shared)).toBeNull();
    }
    expect(intentOf('mastodon', { ...shared, server: 'evil.example/x?' })).toBeNull();
  });

  test('a link among the words is not published twice', () => {
    expect(read('x', `see ${url}`).query).toEqual({ text: `see ${url}` });
    expect(read('bluesky', `see ${url}`).query).toEqual({ text: `see ${url}` });
  });

  test('any text is encoded to signs that are safe in an attribute, and comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...networks), (text, network) => {
        const intent = intentOf(network, { text, url, title: text, server: 'mstdn.jp' });
        if (intent === null) return;
        expect(intent).toMatch(/^[\w:/?&=.~%-]+$/);
        if (network === 'x') {
          expect(new URL(intent).searchParams.get('text')).toBe(text.toWellFormed());
        }
      }),
    );
    expect(intentOf('x', { text: 'half \ud800', url, title })).toContain('half%20%EF%BF%BD');
  });
});

test('which networks take words, and which take the link among them', () => {
  expect(networks.filter((one) => !takesText(one))).toEqual(['linkedin', 'facebook', 'hatena']);
  expect(networks.filter((one) => !hasLinkInText(one))).toEqual([
    'x',
    'line',
    'linkedin',
    'facebook',
    'hatena',
  ]);
});

test('a link is named only where it ends', () => {
  expect(namesLink(`${url}。`, url)).toBe(true);
  expect(namesLink(`${url}9`, url)).toBe(false);
  expect(namesLink(`${url}9 ${url}`, url)).toBe(true);
  expect(withLink('copy', 'a', url)).toBe(`a\n${url}`);
  expect(withLink('copy', '', url)).toBe(url);
  expect(withLink('x', 'a', url)).toBe('a');
});

describe('parseServer', () => {
  test.each([
    ['mastodon.social', 'mastodon.social'],
    [' HTTPS://Mastodon.Social/ ', 'mastodon.social'],
    ['http://mstdn.jp', 'mstdn.jp'],
    ['@hana@mstdn.jp', 'mstdn.jp'],
    ['@hana_1.x@Social.Example.org', 'social.example.org'],
    ['ｍｓｔｄｎ.jp', 'mstdn.jp'],
    ['マストドン.jp', 'xn--zck4ad5f2e.jp'],
    ['日本server.jp', expect.stringMatching(/^xn--server-[a-z0-9]+\.jp$/)],
  ])('%s', (typed, value) => expect(parseServer(typed)).toEqual({ ok: true, value }));

  test.each([
    '',
    ' ',
    'mastodon',
    'localhost',
    'a.localhost',
    'printer.local',
    'mastodon.social:443',
    'https://mastodon.social:8443/',
    'mastodon.social/@hana',
    'https://mastodon.social/share?x',
    'mastodon.social?x',
    'mastodon.social#x',
    'mastodon.social\\x',
    'ftp://mastodon.social',
    'javascript:alert(1)',
    '//mastodon.social',
    'https://hana@mastodon.social',
    'https://hana:pw@mastodon.social/',
    'hana@mstdn.jp',
    '@hana@x@mstdn.jp',
    '127.0.0.1',
    '127.1',
    '0x7f.0.0.1',
    '１２７.0.0.1',
    '[::1]',
    '::1',
    'xn--mastodn-q5a.social',
    'XN--80ak6aa92e.com',
    'm\u0430stodon.social',
    'mast\u03bfdon.social',
    'mastodon.social／evil',
    'mastodon%2esocial',
    'mastodon..social',
    '.mastodon.social',
    'mastodon.social.',
    '-a.social',
    'a_b.social',
    'mas todon.social',
    'mastodon.\u202esocial',
    'mastodon\u200b.social',
    `${'a'.repeat(64)}.social`,
    `${'a.'.repeat(200)}social`,
  ])('refuses %j', (typed) =>
    expect(parseServer(typed)).toEqual({ ok: false, reason: 'server-unclear' }),
  );

  test('whatever is typed, the answer is a plain host name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.domain(), fc.string({ unit: 'binary' })), (typed) => {
        const server = parseServer(typed);
        if (!server.ok) return;
        expect(server.value).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(new URL(`https://${server.value}/share`).host).toBe(server.value);
      }),
    );
  });
});
