import { uuidv7 } from 'uuidv7';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay } from '@/lib/calendar';
import { asSystem } from '@/lib/db';
import { publicRecordJson } from '@/lib/record/public/json.schema';
import { makePerson } from '@/lib/testing/people';
import { GET as getCard } from './[handle]/card.png/route';
import { GET as getMilestone } from './[handle]/m/[id]/route';
import { GET as getJson } from './[handle]/record.json/route';
import { GET as getPage } from './[handle]/route';

// A record tells the month: here none turns between two readings of one.
vi.setSystemTime(new Date());

const hostile = '<script>alert(1)</script>"\' & \u202e<img src=x onerror=1>';

function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000${path}`, { headers });
  const [, , handle = '', what, id = ''] = new URL(request.url).pathname.split('/');
  const named = { params: Promise.resolve({ handle: decodeURIComponent(handle) }) };
  if (what === 'record.json') return getJson(request, named);
  if (what === 'card.png') return getCard(request, named);
  if (what === 'm') return getMilestone(request, { params: Promise.resolve({ handle, id }) });
  return getPage(request, named);
}

async function makeRecord(facts: { title?: string; displayName?: string } = {}) {
  const { title = '予約システムの改修', displayName = '佐藤 はな' } = facts;
  const person = await makePerson();
  const [id, unlisted] = [uuidv7(), uuidv7()];
  await asSystem(async (tx) => {
    await tx.record.update({
      where: { ownerId: person.userId },
      data: { publishedAt: new Date(), displayName, headlineJa: '見出し', aboutEn: hostile },
    });
    await tx.milestone.createMany({
      data: [id, unlisted].map((one) => ({
        ownerId: person.userId,
        id: one,
        kind: 'work',
        titleJa: title,
        storyJa: `${hostile}\n\n二つ目`,
        happenedOn: dateFromDay('2026-05-01'),
        precision: 'month',
        tags: ['<b>'],
        visibility: one === id ? 'public' : 'unlisted',
        publishedAt: new Date(),
      })),
    });
    await tx.evidence.create({
      data: {
        ownerId: person.userId,
        milestoneId: id,
        position: 1,
        url: 'https://a.example/x?a=1&b="',
      },
    });
  });
  return { person, id, unlisted };
}

async function retract(person: Viewer): Promise<void> {
  await asSystem((tx) =>
    tx.record.update({ where: { ownerId: person.userId }, data: { publishedAt: null } }),
  );
}

describe('the responder', () => {
  let made: Awaited<ReturnType<typeof makeRecord>>;
  let path: string;
  beforeAll(async () => {
    made = await makeRecord();
    path = `/u/${made.person.handle}`;
  });

  test.each(['', '/record.json', '/card.png', '/m'])(
    '%s has its headers and a 304',
    async (what) => {
      const address = what === '/m' ? `${path}/m/${made.id}` : path + what;
      const response = await ask(address, { 'accept-language': 'ja' });
      expect(response.status).toBe(200);
      const header = (name: string) => response.headers.get(name);
      expect(header('etag')).toMatch(/^"[\w-]{20,}"$/);
      expect(header('cache-control')).toBe('no-cache');
      expect(header('content-language')).toBe('ja');
      expect(header('vary')).toContain('Accept-Language');
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('x-frame-options')).toBe('SAMEORIGIN');
      expect(header('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(header('content-security-policy')).not.toMatch(/unsafe|script/);
      const etag = header('etag') ?? '';
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await ask(address, { 'accept-language': 'ja', 'if-none-match': tag });
        expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
          304,
          '',
          etag,
        ]);
      }
      const english = await ask(address, { 'accept-language': 'en', 'if-none-match': etag });
      expect(english.status).toBe(200);
    },
  );

  test('what a body does not depend on makes no new rendering', async () => {
    const etag = async (address: string, headers = {}) =>
      (await ask(address, headers)).headers.get('etag');
    const spelled = path.replace('/u/', '/u/%').replace(/%(.)/, (_, first: string) => {
      return `%${first.charCodeAt(0).toString(16)}`;
    });
    for (const what of ['', '/record.json', '/card.png']) {
      const plain = await etag(path + what);
      expect(await etag(`${path}${what}?made=up`)).toBe(plain);
      expect(await etag(spelled + what)).toBe(plain);
    }
    expect(await etag(`${path}?lang=en`)).not.toBe(await etag(path, { 'accept-language': 'en' }));
  });

  test('an edit is seen at the next request', async () => {
    const before = await ask(path);
    await asSystem((tx) =>
      tx.milestone.updateMany({ where: { id: made.id }, data: { titleEn: 'Edited' } }),
    );
    const etag = before.headers.get('etag') ?? '';
    const after = await ask(`${path}?lang=en`, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(await after.text()).toContain('Edited');
  });

  test('one and the same 404 for retracted, private, unknown and malformed', async () => {
    const gone = await makeRecord();
    await retract(gone.person);
    const never = await makePerson();
    const addresses = [
      `/u/${gone.person.handle}`,
      `/u/${gone.person.handle}/m/${gone.id}`,
      `/u/${gone.person.handle}/record.json`,
      `/u/${gone.person.handle}/card.png`,
      `/u/${never.handle}`,
      '/u/nobody-here',
      '/u/%E5%90%8D',
      '/u/UPPER',
      `${path}/m/${uuidv7()}`,
      `${path}/m/x`,
      `${path}?year=1950`,
      `${path}?page=zero`,
    ];
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const response = await ask(address);
        const headers = [...response.headers].map((pair) => pair.join(': '));
        return [response.status, await response.text(), headers.join('\n')].join('\n');
      }),
    );
    expect(answers[0]).toMatch(/^404\n<!doctype html>/);
    expect(new Set(answers).size).toBe(1);
  });

  test('a store that does not answer is a 503 that nobody keeps', async () => {
    vi.resetModules();
    vi.doMock('@/lib/db', () => ({
      asVisitor: () => Promise.reject(new Error('down')),
      Prisma: { sql: () => '' },
    }));
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { GET } = await import('./[handle]/route');
    const response = await GET(new Request(`http://localhost${path}`), {
      params: Promise.resolve({ handle: made.person.handle }),
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toMatch(/^<!doctype html>/);
    expect(log).toHaveBeenCalledOnce();
    vi.doUnmock('@/lib/db');
    vi.restoreAllMocks();
  });
});

describe('the page', () => {
  test('turns hostile text into harmless text', async () => {
    const { person, id } = await makeRecord({ title: hostile, displayName: '</title><script>' });
    for (const address of [`/u/${person.handle}`, `/u/${person.handle}/m/${id}`]) {
      const whole = await (await ask(address)).text();
      // Data in schema.org's words; nothing runs it, and nothing in it can end it.
      const [data, ...others] = whole.match(/<script[^>]*>[\s\S]*?<\/script>/g) ?? [];
      expect(others).toEqual([]);
      expect(data).toMatch(/^<script type="?application\/ld\+json"?>[^<]*<\/script>$/);
      const html = whole.replace(data ?? '', '');
      expect(html).not.toMatch(/<script|<img|javascript:|<b>|<\/title><script/i);
      expect(html).not.toMatch(/ style=| onerror="/);
      expect(html).toContain('&lt;script&gt;');
      // The reversal ends with the element that isolates it.
      expect(html).toMatch(/<bdi[^>]*>[^<]*\u202e/);
      expect(html).toContain('rel="nofollow ugc noopener"');
    }
  });

  test('names its languages, its address and its card absolutely', async () => {
    const { person, unlisted } = await makeRecord();
    const html = await (await ask(`/u/${person.handle}?lang=ja`)).text();
    const origin = `http://localhost:3000/u/${person.handle}`;
    expect(html).toMatch(/^<!doctype html><html lang="ja">/);
    expect(html).toContain(`<link rel="canonical" href="${origin}?lang=ja"/>`);
    expect(html).toContain(`hrefLang="en" href="${origin}?lang=en"`);
    expect(html).toContain(`property="og:image" content="${origin}/card.png?lang=ja"`);
    expect(html).not.toContain('noindex');
    const hidden = await ask(`/u/${person.handle}/m/${unlisted}`);
    expect(hidden.headers.get('x-robots-tag')).toBe('noindex');
    expect(await hidden.text()).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain(unlisted);
  });
});

test('record.json is the window with its address', async () => {
  const { person, unlisted } = await makeRecord();
  const response = await ask(`/u/${person.handle}/record.json`);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const text = await response.text();
  const { $schema, url, ...record } = JSON.parse(text);
  expect([$schema, url]).toEqual([
    'http://localhost:3000/schema/record.json',
    `http://localhost:3000/u/${person.handle}`,
  ]);
  expect(publicRecordJson.parse(record)).toEqual(record);
  expect(text).not.toContain(unlisted);
});
