import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { GET as getShort } from '@/app/s/[code]/route';
import { GET as getMilestone } from '@/app/u/[handle]/m/[id]/route';
import { GET as getRecord } from '@/app/u/[handle]/route';
import { clientOf, parseTrustedProxies, rewriteHeaders } from '@/bin/http/client-address.mjs';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { addShown, openRecord, showAs } from '@/lib/testing/shown';
import { makeShare } from '@/lib/testing/visits';
import type { VisitBuffer } from '@/lib/visit/buffer';
import { readingOf } from './visits';

// Days and months are told and counted by: here none turns between two readings.
vi.setSystemTime(new Date());

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0';
const twitter = 'Twitterbot/1.0';

type Said = { readonly method?: string; readonly headers?: Record<string, string> };

function asking(path: string, { method = 'GET', headers = {} }: Said = {}): Request {
  const said = { 'user-agent': firefox, 'x-jisseki-address': '203.0.113.7', ...headers };
  return new Request(`http://localhost:3000${path}`, { method, headers: said });
}

function ask(path: string, said?: Said): Promise<Response> {
  const request = asking(path, said);
  const [, room, name = '', , id = ''] = new URL(request.url).pathname.split('/');
  if (room === 's') return getShort(request, { params: Promise.resolve({ code: name }) });
  if (id) return getMilestone(request, { params: Promise.resolve({ handle: name, id }) });
  return getRecord(request, { params: Promise.resolve({ handle: name }) });
}

async function countsOf({ userId: ownerId }: Viewer) {
  await (globalThis as { jissekiVisits?: VisitBuffer }).jissekiVisits?.flush();
  const rows = await asSystem((tx) => tx.visitCount.findMany({ where: { ownerId } }));
  return rows.map(({ milestoneId, shareId, source, views, visits, previews }) =>
    [milestoneId, shareId, source, views, visits, previews].join(' '),
  );
}

describe('documents are counted', () => {
  test('where one was answered, and nowhere else', async () => {
    const hana = await openRecord();
    const { id, publicId } = await addShown(hana);
    const [record, milestone] = [`/u/${hana.handle}`, `/u/${hana.handle}/m/${publicId}`];
    const first = await ask(record);
    const etag = first.headers.get('etag') ?? '';
    const again = await ask(record, { headers: { 'if-none-match': etag } });
    expect([first.status, again.status]).toEqual([200, 304]);
    await ask(milestone, { headers: { referer: 'https://www.example.org/a?secret=1' } });
    await ask(record, { method: 'HEAD' });
    await ask(record, { headers: { dnt: '1' } });
    await ask(record, { headers: { 'user-agent': 'curl/8' } });
    expect((await ask(`${record}?year=1901`)).status).toBe(404);
    expect((await ask(`/u/${hana.handle}/m/${randomUUID()}`)).status).toBe(404);
    expect((await countsOf(hana)).sort()).toEqual([`   2 1 0`, `${id}  example.org 1 1 0`].sort());
    await showAs(hana, { publishedAt: null });
    expect((await ask(record)).status).toBe(404);
    expect(await countsOf(hana)).toHaveLength(2);
  });

  test('for the share whose short address was followed, by people and for previews', async () => {
    const hana = await openRecord();
    const { id, publicId } = await addShown(hana);
    const { id: shareId, code } = await makeShare(hana, id);
    const short = await ask(`/s/${code}`, { headers: { 'user-agent': twitter } });
    const target = short.headers.get('location') ?? '';
    expect(target).toBe(`/u/${hana.handle}/m/${publicId}?lang=en&s=${code}`);
    expect(await countsOf(hana)).toEqual([]);
    await ask(target, { headers: { 'user-agent': twitter } });
    await ask(target, { headers: { referer: 'https://t.co/' } });
    expect((await countsOf(hana)).sort()).toEqual(
      [`${id} ${shareId} x.com 0 0 1`, `${id} ${shareId} t.co 1 1 0`].sort(),
    );
  });
});

test('a document is made after the codes of its own shares, and after no other', async () => {
  const [hana, ken] = [await openRecord(), await openRecord()];
  const { publicId } = await addShown(hana);
  const [{ code }, other] = [await makeShare(hana), await makeShare(ken)];
  for (const path of [`/u/${hana.handle}`, `/u/${hana.handle}/m/${publicId}`]) {
    const etag = async (s: string) => (await ask(`${path}?lang=en${s}`)).headers.get('etag');
    const plain = await etag('');
    for (const s of [other.code, 'AAAAAAAAAA', 'x', `${code}x`, '']) {
      expect(await etag(`&s=${s}`)).toBe(plain);
    }
    expect(await etag(`&s=${code}`)).not.toBe(plain);
    const html = await (await ask(`${path}?lang=en&s=${code}`)).text();
    expect(html).toContain(`<link rel="canonical" href="http://localhost:3000${path}?lang=en"/>`);
  }
});

describe('who reads is whom the door saw', () => {
  const forged = { 'x-forwarded-for': '6.6.6.6', 'x-jisseki-address': '6.6.6.6' };

  function bucketBehind(proxies: string, remoteAddress: string, said: Record<string, string>) {
    const headers: IncomingHttpHeaders = { 'user-agent': firefox, ...said };
    const socket = { remoteAddress, encrypted: false };
    rewriteHeaders(headers, clientOf(socket, headers, parseTrustedProxies(proxies)));
    const request = asking('/u/hana', { headers: headers as Record<string, string> });
    return readingOf(request, { handle: 'hana' }, new Date())?.bucket;
  }

  test('without a trusted proxy, whatever was forged', () => {
    expect(bucketBehind('', '198.51.100.9', forged)).toBe('198.51.100.9');
    expect(bucketBehind('10.0.0.0/8', '198.51.100.9', forged)).toBe('198.51.100.9');
  });

  test('behind one, whom the proxy saw', () => {
    const said = { ...forged, 'x-forwarded-for': '6.6.6.6, 203.0.113.1' };
    expect(bucketBehind('10.0.0.0/8', '10.0.0.2', said)).toBe('203.0.113.1');
    const six = { 'x-forwarded-for': '6.6.6.6, 2001:db8:1:2:3::4' };
    expect(bucketBehind('10.0.0.0/8', '10.0.0.2', six)).toBe('2001:db8:1:2::/64');
  });
});

test('readings that wait hold on to nothing of the long headers they were cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const long = (n: number) => `${n}${'x'.repeat(15_000)}`;
  const before = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const began = before();
  const kept = Array.from({ length: 1_000 }, (_, n) => {
    const headers = {
      'user-agent': `${firefox} ${long(n)}`,
      cookie: `a=${long(n)}; next-auth.session-token=${n}${'y'.repeat(200)}; b=${long(n)}`,
      referer: `https://a-name-of-some-length.example/${long(n)}`,
    };
    const request = asking(`/u/hana-with-a-long-handle/m/${randomUUID()}?q=${long(n)}`, {
      headers,
    });
    const [, , handle = '', , milestone = ''] = request.url
      .slice('http://localhost:3000'.length)
      .split(/[/?]/);
    return readingOf(request, { handle, milestone }, new Date());
  });
  const each = (before() - began) / kept.length;
  expect(kept.at(-1)).toMatchObject({
    handle: 'hana-with-a-long-handle',
    source: 'a-name-of-some-length.example',
  });
  expect(each).toBeLessThan(4_000);
});

test('a reading keeps no more of a request than it needs', () => {
  const headers = {
    referer: 'https://localhost:9/u/hana',
    cookie: `a=b; next-auth.session-token=abc; c=d`,
    authorization: 'Basic secret',
  };
  const at = new Date();
  expect(
    readingOf(asking('/u/hana?s=AbCdEf0123&q=1', { headers }), { handle: 'hana' }, at),
  ).toEqual({
    at,
    handle: 'hana',
    milestone: '',
    share: 'AbCdEf0123',
    source: '',
    country: '',
    isPreview: false,
    bucket: '203.0.113.7',
    userAgent: firefox,
    cookie: 'next-auth.session-token=abc',
  });
});
