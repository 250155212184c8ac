import { expect, test } from 'vitest';
import { paths } from '@/lib/paths';
import { parseXml, textsAt } from '@/lib/testing/xml';
import { robotsTxt } from './robots';
import { readPart, sitemapXml } from './sitemap';

const origin = 'https://jisseki.example';

test('the sitemap names every address with its languages', () => {
  const xml =
    sitemapXml(
      [
        { handle: 'hana', milestones: ['a'] },
        { handle: 'ken', milestones: [] },
      ],
      origin,
    ) ?? '';
  expect(textsAt(xml, '/sitemap:urlset/sitemap:url/sitemap:loc')).toEqual([
    `${origin}/u/hana`,
    `${origin}/u/hana/m/a`,
    `${origin}/u/ken`,
  ]);
  const [first] = parseXml(xml).find('//s:url', {
    s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  });
  const links = first?.find('x:link/@hreflang | x:link/@href', {
    x: 'http://www.w3.org/1999/xhtml',
  });
  expect(links?.map((link) => link.content)).toEqual([
    'ja',
    `${origin}/u/hana?lang=ja`,
    'en',
    `${origin}/u/hana?lang=en`,
    'x-default',
    `${origin}/u/hana`,
  ]);
});

test('with no record it is empty and well-formed', () => {
  expect(textsAt(sitemapXml([], origin) ?? '', '//sitemap:url')).toEqual([]);
});

test('a long one comes in parts that hold every address once', () => {
  const milestones = Array.from({ length: 20_000 }, (_, i) => `m${i}`);
  const indexed = [{ handle: 'hana', milestones }];
  const parts = textsAt(
    sitemapXml(indexed, origin) ?? '',
    '/sitemap:sitemapindex/sitemap:sitemap/sitemap:loc',
  );
  expect(parts).toEqual([1, 2, 3].map((part) => `${origin}/sitemap.xml?part=${part}`));
  const addresses = parts.flatMap((part) => {
    const number = readPart(new URL(part).searchParams);
    return textsAt(sitemapXml(indexed, origin, number ?? undefined) ?? '', '//sitemap:loc');
  });
  expect(new Set(addresses).size).toBe(20_001);
  expect(addresses).toHaveLength(20_001);
  expect(sitemapXml(indexed, origin, 4)).toBeNull();
});

test('what is no part is none', () => {
  for (const typed of ['0', '-1', '1.5', 'x', '', '1e3', '100000']) {
    expect(readPart(new URLSearchParams({ part: typed }))).toBeNull();
  }
  expect(readPart(new URLSearchParams('part=12'))).toBe(12);
  expect(readPart(new URLSearchParams())).toBeUndefined();
});

/** By the longest rule that the path begins with, RFC 9309 §2.2.2. */
function mayRead(robots: string, path: string): boolean {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (.+)$/gm)]
    .filter(([, , rule = '']) => path.startsWith(rule))
    .sort(([, , a = ''], [, , b = '']) => b.length - a.length);
  return rules[0]?.[1] !== 'Disallow';
}

test('crawlers may read the documents and nothing of the desk', () => {
  const robots = robotsTxt(origin);
  const open = [
    paths.home,
    paths.signIn,
    paths.recordSchema,
    paths.sitemap,
    paths.publicRecord('hana'),
    paths.publicMilestone('hana', 'x'),
    paths.publicCard('hana'),
    paths.publicFeedXml('record'),
    paths.shortShare('x'),
  ];
  const closed = [
    paths.dashboard,
    paths.milestones,
    paths.newMilestone,
    paths.milestone('x'),
    paths.goal('x'),
    paths.oneEffort('x'),
    paths.recordPreview,
    paths.captureStart,
    paths.settings,
    paths.shares,
    paths.permission('x'),
    '/api/auth/session',
  ];
  expect(open.filter((path) => !mayRead(robots, path))).toEqual([]);
  expect(closed.filter((path) => mayRead(robots, path))).toEqual([]);
});

test('robots.txt is one group, a sitemap, and no record', () => {
  const robots = robotsTxt(origin);
  const lines = robots.trimEnd().split('\n');
  expect(lines[0]).toBe('User-agent: *');
  expect(lines.at(-1)).toBe(`Sitemap: ${origin}/sitemap.xml`);
  expect(
    lines.filter((line) => !/^((User-agent|Allow|Disallow|Sitemap): \S+)?$/.test(line)),
  ).toEqual([]);
  expect(robots).not.toMatch(/\/u\/./);
});
