import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentStyle } from '@/app/_server/document-style';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay } from '@/lib/calendar';
import { asSystem } from '@/lib/db';
import { faultsIn } from '@/lib/testing/html';
import { addShown, alter, daysFromNow, openRecord, showAs } from '@/lib/testing/shown';
import { refusedBy, textsAt } from '@/lib/testing/xml';
import { siteFiles } from './_site';

const origin = 'https://jisseki.example';

type Site = Map<string, string>;

/** The texts of a site by their paths; pictures are empty. */
async function readSite(person: Viewer, from: string | null = origin): Promise<Site> {
  const site: Site = new Map();
  for await (const { path: name, bytes } of siteFiles(person, new Date(), from)) {
    expect(site.has(name)).toBe(false);
    site.set(name, name.endsWith('.png') ? '' : Buffer.from(bytes).toString());
  }
  return site;
}

const decoded = (text: string) => text.replaceAll('&amp;', '&');

/** Every address in a page, an Atom feed or the data that whoever reads it may follow. */
function addressesIn(name: string, text: string): string[] {
  if (name.endsWith('.xml')) return textsAt(text, '//@href | //atom:author/atom:uri');
  if (/^record.*\.json$/.test(name)) return [JSON.parse(text).next].filter(Boolean);
  if (!name.endsWith('.html')) return [];
  const attributes = text.matchAll(/ (?:href|src|action|data)=("[^"]*"|[^ >]*)/g);
  const image = /property="og:image" content="([^"]*)"/.exec(text)?.[1];
  return [...[...attributes].map(([, value = '']) => value.replaceAll('"', '')), image ?? []]
    .flat()
    .map(decoded);
}

/** Addresses within the site that lead to no file of it, by the files that have them. */
function deadEnds(site: Site): string[] {
  return [...site].flatMap(([name, text]) =>
    addressesIn(name, text)
      .filter((address) => !/^(https?:|#)/.test(address))
      .filter((address) => !site.has(path.posix.join(path.posix.dirname(name), address)))
      .map((address) => `${name}: ${address}`),
  );
}

/** A feed as whoever fetched it reads its links; ids that are no addresses stand as ones. */
const resolved = (xml: string) =>
  xml
    .replace(/href="(?!https:)/g, 'href="https://host.example/folder/')
    .replaceAll('urn:uuid:', 'https://id.example/');

const pagesOf = (site: Site) => [...site].filter(([name]) => name.endsWith('.html'));

/** Public works, the first of which is the newest. */
async function addMany(person: Viewer, count: number): Promise<void> {
  const milestones = Array.from({ length: count }, (_, i) => ({
    ownerId: person.userId,
    id: uuidv7(),
    kind: 'work',
    titleJa: `題${i}`,
    happenedOn: dateFromDay(i < count / 2 ? '2025-03-01' : '2024-03-01'),
    precision: 'month',
    visibility: 'public',
    publishedAt: daysFromNow(-50),
  }));
  await asSystem((tx) => tx.milestone.createMany({ data: milestones }));
}

describe('a short record', () => {
  let person: Viewer;
  let site: Site;
  let nowhere: Site;
  beforeAll(async () => {
    person = await openRecord({
      displayName: '<b>"&',
      contactLinks: ['https://social.example/?a=1&b=2'],
      takesInquiries: true,
      isExample: true,
    });
    await addShown(person, { minor: 50_000n, pinnedAt: new Date() });
    await addShown(person, { storyJa: '話'.repeat(400), links: ['https://evidence.example/'] });
    [site, nowhere] = [await readSite(person), await readSite(person, null)];
  });

  test('every address within leads to a file, and to every file but the text beside it', () => {
    for (const one of [site, nowhere]) {
      expect(deadEnds(one)).toEqual([]);
      const named = [...one].flatMap(([name, text]) =>
        addressesIn(name, text).map((to) => path.posix.join(path.posix.dirname(name), to)),
      );
      const lost = [...one.keys()].filter((name) => !named.includes(name));
      expect(lost).toEqual(['README.txt']);
    }
  });

  test('no address begins at the top of a host, and others are those that the record shows', () => {
    for (const [one, home] of [
      [site, `${origin}/u/${person.handle}`],
      [nowhere, 'https://social.example/'],
    ] as const) {
      const all = [...one].flatMap(([name, text]) => addressesIn(name, text));
      expect(all.filter((address) => /^\/|^\w+:(?!\/\/)/.test(address))).toEqual([]);
      const away = all.filter((address) => /^\w+:/.test(address));
      const shown = ['https://social.example/?a=1&b=2', 'https://evidence.example/'];
      expect(away.filter((to) => !to.startsWith(home) && !shown.includes(to))).toEqual([]);
    }
    expect([...nowhere.values()].join('\n')).not.toContain(origin);
  });

  test('what needs the server is left out, and the form led to in words that say so', () => {
    for (const [, html] of pagesOf(site)) {
      expect(html).not.toMatch(/\/report|\/embed|badge\.svg|\/s\/|[?&]s=/);
      expect(html).toMatch(/（元のサイトが開きます）|on the original site/);
    }
    const forms = pagesOf(site).map(([, html]) => /href="([^"]*contact[^"]*)"/.exec(html)?.[1]);
    for (const form of forms) expect(form).toContain(`${origin}/u/${person.handle}/contact?`);
    for (const [, html] of pagesOf(nowhere)) expect(html).not.toMatch(/\/contact|元の|original/);
  });

  test('each page is valid, in its language, and says that it is a copy', async () => {
    for (const [name, html] of [...pagesOf(site), ...pagesOf(nowhere)]) {
      expect([name, await faultsIn(html)]).toEqual([name, []]);
      expect(html).toContain(`<html lang="${name.includes('.en.') ? 'en' : 'ja'}">`);
      expect(html).toMatch(
        name.includes('.en.') ? /This is a copy, made on/ : /作成したコピーです/,
      );
    }
    const pages = pagesOf(site).map(([name]) => name);
    expect(pages.filter((name) => name.includes('.en.'))).toHaveLength(pages.length / 2);
  });

  test('nothing runs, and a page allows itself its own style and no more', () => {
    const { css, hash } = documentStyle();
    for (const [, html] of pagesOf(site)) {
      expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
      expect(html).not.toMatch(/ on\w+=| style=|<iframe|<form|<object|javascript:/);
      expect(html).toContain(`<style>${css}</style>`);
      expect(decoded(html).replaceAll('&#x27;', "'")).toContain(
        `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hash}'; `,
      );
    }
  });

  test('it is known by where it was published, or by nothing', () => {
    const known = /rel="canonical"|hrefLang="x-default"|og:url/;
    for (const [, html] of pagesOf(nowhere)) expect(html).not.toMatch(known);
    expect(site.get('index.en.html')).toContain(
      `<link rel="canonical" href="${origin}/u/${person.handle}?lang=en"/>`,
    );
    expect(nowhere.has('qr.svg')).toBe(false);
  });

  test('its feeds are feeds, with the same ids in both languages', () => {
    for (const one of [site, nowhere]) {
      const [ja, en] = [one.get('feed.xml') ?? '', one.get('feed.en.xml') ?? ''];
      const refused = [ja, en].map((xml) => refusedBy('atom.rng', resolved(xml)));
      expect(refused).toEqual([null, null]);
      const ids = textsAt(ja, '//atom:id');
      expect(ids).toHaveLength(3);
      expect(ids.filter((id) => !/^(https:|urn:uuid:[0-9a-f-]{36}$)/.test(id))).toEqual([]);
      expect(textsAt(en, '//atom:id')).toEqual(ids);
      const { items } = JSON.parse(one.get('feed.json') ?? '');
      expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(ids.slice(1).sort());
    }
  });
});

test('a long record has all its pages, and they are made as they are asked for', async () => {
  const person = await openRecord({ language: 'en' });
  const first = await addShown(person, { titleEn: 'Newest' });
  await addMany(person, 420);
  const last = await addShown(person, { happenedOn: dateFromDay('2001-01-01') });
  const site: Site = new Map();
  for await (const { path: name, bytes } of siteFiles(person, new Date(), origin)) {
    // The third page was not read yet, and the years come last.
    if (name === 'index.html') await alter(person, last.id, { titleEn: 'Meanwhile' });
    if (name === '2026.html') await showAs(person, { publishedAt: null });
    site.set(name, name.endsWith('.png') ? '' : Buffer.from(bytes).toString());
  }
  expect(deadEnds(site)).toEqual([]);
  expect(site.get('index-3.html')).toContain('Meanwhile');
  expect(site.get('2026.html')).toContain('Newest');
  // Retracted meanwhile, no more of it is told.
  expect(site.get('2025.html')).not.toMatch(/題\d/);
  const pages = pagesOf(site).map(([name]) => name);
  expect(pages.filter((name) => !name.startsWith('m/')).sort()).toEqual(
    ['2001', '2024', '2024-2', '2025', '2025-2', '2026', 'index', 'index-2', 'index-3']
      .flatMap((name) => [`${name}.html`, `${name}.ja.html`])
      .sort(),
  );
  expect(pages.filter((name) => name.startsWith('m/'))).toHaveLength(2 * 422);
  const data = ['record.json', 'record-2.json', 'record-3.json'].map((name) =>
    JSON.parse(site.get(name) ?? ''),
  );
  expect(data.map(({ next }) => next)).toEqual(['record-2.json', 'record-3.json', undefined]);
  const ids = data.flatMap(({ milestones }) => milestones.map(({ id }: { id: string }) => id));
  expect(new Set(ids).size).toBe(422);
  expect([ids[0], ids.at(-1)]).toEqual([first.publicId, last.publicId]);
  // Fifty of them have pictures of their own, and no page names one that there is not.
  expect([...site.keys()].filter((name) => /^m\/.*\.png$/.test(name))).toHaveLength(100);
});
