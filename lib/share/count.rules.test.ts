import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFor, countsLink, fits, limitOf } from './count.rules';
import { networks } from './networks.rules';

const url = 'https://jisseki.example/s/ab12cd';

describe('X weighs', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['日本語', 6],
    ['ｱ', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['“quoted” – …', 13],
    ['👍', 2],
    ['👨‍👩‍👧', 2],
    ['👍🏽🇯🇵❤️', 6],
    ['𠮷', 2],
    ['https://example.com', 23],
    [`https://example.com/${'a'.repeat(300)}?q=1#x`, 23],
    ['見て：https://example.com/a。次', 6 + 23 + 4],
    ['(https://example.com/a).', 23 + 3],
    ['a https://example.com/ http://b.example/c', 2 + 23 + 1 + 23],
    ['example.com', 23],
    ['see example.jp/x', 4 + 23],
    ['Next.js', 7],
    ['me@example.com', 14],
    ['3.5', 3],
  ])('%s', (text, weight) => expect(countFor('x', text)).toBe(weight));
});

test.each([
  ['bluesky', '👨‍👩‍👧が𠮷', 3],
  ['bluesky', url, url.length],
  ['mastodon', '👨‍👩‍👧が', 2],
  ['mastodon', `a ${url}${'x'.repeat(100)}`, 25],
  ['threads', 'が𠮷a', 3],
  ['threads', '👍', 4],
  ['threads', '👨‍👩‍👧', 18],
  ['hatena', '𠮷が', 2],
  ['line', '👨‍👩‍👧', 1],
] as const)('%s counts %s', (network, text, count) => expect(countFor(network, text)).toBe(count));

test('every network has a limit', () => {
  expect(networks.map(limitOf)).toEqual([
    280, 1_000, 300, 500, 1_000, 1_000, 500, 100, 2_000, 1_000, 1_000,
  ]);
  expect(networks.filter((one) => !countsLink(one))).toEqual([
    'line',
    'linkedin',
    'facebook',
    'hatena',
  ]);
});

describe('fits', () => {
  test.each([
    ['x', 280 - 24],
    ['bluesky', 300 - 1 - url.length],
    ['threads', 500 - 1 - url.length],
    ['mastodon', 500 - 1 - 23],
    ['hatena', 100],
    ['line', 1_000],
    ['linkedin', 1_000],
    ['email', 2_000 - 1 - url.length],
  ] as const)('%s has room for %i letters beside the link', (network, most) => {
    expect(fits(network, 'a'.repeat(most), url)).toBe(true);
    expect(fits(network, 'a'.repeat(most + 1), url)).toBe(false);
  });

  test('a link among the words is not counted twice', () => {
    expect(fits('x', `${'a'.repeat(256)} ${url}`, url)).toBe(true);
    expect(fits('bluesky', `${'a'.repeat(299 - url.length)} ${url}`, url)).toBe(true);
  });

  test('marks piled on one letter do not pass for one sign', () => {
    expect(fits('bluesky', `a${'\u0301'.repeat(2_000)}`, url)).toBe(false);
    expect(fits('line', `a${'\u0301'.repeat(1_000_000)}`, url)).toBe(false);
  });

  test('hostile text is counted in reasonable time', () => {
    for (const text of ['a.'.repeat(50_000), 'https://a.'.repeat(10_000), '-'.repeat(100_000)]) {
      expect(countFor('x', text)).toBeGreaterThan(280);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...networks), (text, network) => {
        expect(countFor(network, `${text} a`)).toBeGreaterThan(0);
      }),
    );
  });
});
