import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay } from '@/lib/calendar';
import { asSystem } from '@/lib/db';
import { paths } from '@/lib/paths';
import { makePerson } from '@/lib/testing/people';
import { parseXml, textsAt } from '@/lib/testing/xml';
import { GET as getRobots } from '../robots.txt/route';
import { GET as getSchema } from '../schema/record.json/route';
import { GET as getSitemap } from '../sitemap.xml/route';
import { GET as getBadge } from './[handle]/badge.svg/route';
import { GET as getFeedJson } from './[handle]/feed.json/route';
import { GET as getFeedXml } from './[handle]/feed.xml/route';
import { GET as getQrPng } from './[handle]/qr.png/route';
import { GET as getQrSvg } from './[handle]/qr.svg/route';
import { GET as getRecordJson } from './[handle]/record.json/route';
import { GET as getResume } from './[handle]/resume.json/route';

// A record tells the month: here none turns between two readings of one.
vi.setSystemTime(new Date());

// Each request's own host, so that what depends on it shows.
vi.stubEnv('APP_URL', '');

const documents = {
  'badge.svg': { get: getBadge, type: 'image/svg+xml; charset=utf-8' },
  'feed.json': { get: getFeedJson, type: 'application/feed+json; charset=utf-8' },
  'feed.xml': { get: getFeedXml, type: 'application/atom+xml; charset=utf-8' },
  'qr.png': { get: getQrPng, type: 'image/png' },
  'qr.svg': { get: getQrSvg, type: 'image/svg+xml; charset=utf-8' },
  'record.json': { get: getRecordJson, type: 'application/json; charset=utf-8' },
  'resume.json': { get: getResume, type: 'application/json; charset=utf-8' },
} as const;
type Name = keyof typeof documents;
const names = Object.keys(documents) as Name[];

type Asking = { query?: string; host?: string; tag?: string; language?: string };

function ask(handle: string, name: Name, asking: Asking = {}): Promise<Response> {
  const { query = '', host = 'localhost:3000', tag, language = 'ja' } = asking;
  const request = new Request(`http://${host}/u/${handle}/${name}${query}`, {
    headers: { host, 'accept-language': language, ...(tag && { 'if-none-match': tag }) },
  });
  return documents[name].get(request, { params: Promise.resolve({ handle }) });
}

async function tagOf(handle: string, name: Name, asking: Asking = {}): Promise<string> {
  return (await ask(handle, name, asking)).headers.get('etag') ?? '';
}

async function makeRecord(
  facts: { isIndexed?: boolean; hasFeeds?: boolean } = {},
): Promise<{ person: Viewer; publicId: string }> {
  const person = await makePerson();
  const id = uuidv7();
  const milestone = await asSystem(async (tx) => {
    await tx.record.update({
      where: { ownerId: person.userId },
      data: { publishedAt: new Date('2026-08-01T00:00:00Z'), displayName: '佐藤 <はな>', ...facts },
    });
    return tx.milestone.create({
      data: {
        ownerId: person.userId,
        id,
        kind: 'work',
        titleJa: '予約システム ]]> の改修',
        happenedOn: dateFromDay('2026-05-01'),
        precision: 'day',
        tags: [],
        visibility: 'public',
        publishedAt: new Date('2026-08-02T00:00:00Z'),
      },
    });
  });
  return { person, publicId: milestone.publicId };
}

describe.each(names)('%s', (name) => {
  let handle: string;
  beforeAll(async () => {
    handle = (await makeRecord()).person.handle;
  });

  test('has its type, its headers and a 304', async () => {
    const response = await ask(handle, name);
    const header = (one: string) => response.headers.get(one);
    expect(response.status).toBe(200);
    expect(header('content-type')).toBe(documents[name].type);
    expect(header('cache-control')).toBe('no-cache');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(header('x-robots-tag')).toBeNull();
    const isPicture = documents[name].type.startsWith('image/');
    expect(header('cross-origin-resource-policy')).toBe(isPicture ? 'cross-origin' : null);
    expect(header('access-control-allow-origin')).toBe(isPicture ? null : '*');
    for (const tag of [header('etag') ?? 'none', '*']) {
      const again = await ask(handle, name, { tag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(header('etag'));
    }
  });

  test('is rendered anew for what it is made after, and for nothing else', async () => {
    const plain = await tagOf(handle, name);
    expect(await tagOf(handle, name, { query: '?made=up' })).toBe(plain);
    expect(await tagOf(handle, name, { language: 'en' })).not.toBe(plain);
    const elsewhere = await tagOf(handle, name, { host: 'other.example' });
    if (name === 'badge.svg') expect(elsewhere).toBe(plain);
    else expect(elsewhere).not.toBe(plain);
    const held = await tagOf(handle, name, { query: '?show=held' });
    const unknown = await tagOf(handle, name, { query: '?show=nothing' });
    if (name === 'badge.svg') expect(held).not.toBe(plain);
    else expect(held).toBe(plain);
    expect(unknown).toBe(plain);
    const paged = await tagOf(handle, name, { query: '?page=1' });
    if (name === 'record.json') expect(paged).not.toBe(plain);
    else expect(paged).toBe(plain);
  });

  test('says that it is not to be indexed, on a 304 too', async () => {
    const { person } = await makeRecord({ isIndexed: false });
    const response = await ask(person.handle, name);
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const again = await ask(person.handle, name, { tag: response.headers.get('etag') ?? '' });
    expect([again.status, again.headers.get('x-robots-tag')]).toEqual([304, 'noindex']);
  });

  test('is gone with the record, whatever copy a reader has', async () => {
    const { person } = await makeRecord();
    const tag = await tagOf(person.handle, name);
    await asSystem((tx) =>
      tx.record.update({ where: { ownerId: person.userId }, data: { publishedAt: null } }),
    );
    for (const one of [tag, '*']) {
      expect((await ask(person.handle, name, { tag: one })).status).toBe(404);
    }
  });
});

test.each(['feed.xml', 'feed.json'] as const)('no %s where none is wanted', async (name) => {
  const { person } = await makeRecord({ hasFeeds: false });
  for (const tag of [undefined, '*']) {
    const response = await ask(person.handle, name, { tag });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  }
});

describe('for crawlers', () => {
  const request = (path: string, headers: Record<string, string> = {}) =>
    new Request(`https://jisseki.example${path}`, {
      headers: { host: 'jisseki.example', 'x-forwarded-proto': 'https', ...headers },
    });

  test('the sitemap has what is indexed and nothing else', async () => {
    const [shown, hidden, retracted] = [
      await makeRecord(),
      await makeRecord({ isIndexed: false }),
      await makeRecord(),
    ];
    await asSystem((tx) =>
      tx.record.update({
        where: { ownerId: retracted.person.userId },
        data: { publishedAt: null },
      }),
    );
    const response = await getSitemap(request(paths.sitemap));
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(response.headers.get('vary')).toBeNull();
    const xml = await response.text();
    const addresses = textsAt(xml, '//sitemap:loc');
    const record = `https://jisseki.example/u/${shown.person.handle}`;
    expect(addresses).toContain(record);
    expect(addresses).toContain(`${record}/m/${shown.publicId}`);
    expect(xml).not.toContain(hidden.person.handle);
    expect(xml).not.toContain(retracted.person.handle);

    const tag = response.headers.get('etag') ?? '';
    const again = { 'if-none-match': tag, 'accept-language': 'ja' };
    expect((await getSitemap(request(paths.sitemap, again))).status).toBe(304);
    await makeRecord();
    expect((await getSitemap(request(paths.sitemap, again))).status).toBe(200);
    expect((await getSitemap(request(`${paths.sitemap}?part=99999`))).status).toBe(404);
    expect((await getSitemap(request(`${paths.sitemap}?part=x`))).status).toBe(404);
  });

  test('robots.txt names it', async () => {
    const response = await getRobots(request(paths.robots));
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('\nSitemap: https://jisseki.example/sitemap.xml\n');
    const tag = response.headers.get('etag') ?? '';
    expect((await getRobots(request(paths.robots, { 'if-none-match': tag }))).status).toBe(304);
  });
});

test('the schema may be kept for a day and read from anywhere', async () => {
  const response = getSchema();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/schema+json; charset=utf-8',
    'cache-control': 'public, max-age=86400',
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  });
  expect(await response.json()).toMatchObject({ type: 'object', additionalProperties: false });
});

test('text out of the store is text in the feed', async () => {
  const { person } = await makeRecord();
  const xml = await (await ask(person.handle, 'feed.xml')).text();
  parseXml(xml);
  expect(textsAt(xml, '//atom:entry/atom:title')).toEqual(['予約システム ]]> の改修']);
  expect(textsAt(xml, '//atom:author/atom:name')).toEqual(['佐藤 <はな>']);
});
