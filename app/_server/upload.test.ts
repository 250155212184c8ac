import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { limits } from '@/lib/limits';
import { makePerson } from '@/lib/testing/people';
import { openUpload } from '@/lib/upload/data';
import { isHopeless, receiveUpload } from './upload';

const folder = mkdtempSync(path.join(tmpdir(), 'uploads-'));
// The settings are read once a process: one folder for all of these.
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-11-30T03:00:00Z');

let viewer: Viewer;
beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(path.join(folder, name));
  viewer = await makePerson();
});

const address = 'http://localhost:3000/settings/data/upload';

function send(body: BodyInit | null, headers: HeadersInit = {}) {
  // A stream is sent while it is read.
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return receiveUpload(viewer, new Request(address, init), now);
}

function formWith(...parts: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
}

const file = (text: BlobPart, name = '収入.csv') => new File([text], name);
const broken = { 'Content-Type': 'multipart/form-data; boundary=x' };
const start = [
  '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncsv\r\n',
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n',
  'Content-Type: text/csv\r\n\r\n',
].join('');

test.each(['csv', 'export'] as const)('a file for %s comes in', async (kind) => {
  const bytes = new Uint8Array(3_000_000).map((_, i) => i % 251);
  const received = await send(formWith(['kind', kind], ['file', file(bytes)]));
  expect(received).toMatchObject({ ok: true, value: { kind } });
  const upload = received.ok ? await openUpload(viewer, received.value.id, now) : null;
  expect(upload).toMatchObject({ kind, name: '収入.csv', bytes: bytes.length });
  expect(Buffer.compare(await readFile(upload?.file ?? ''), bytes)).toBe(0);
});

test.each([
  ['no file', [['kind', 'csv']], 'no-file'],
  [
    'none chosen',
    [
      ['kind', 'csv'],
      ['file', new File([], '')],
    ],
    'no-file',
  ],
  ['no kind', [['file', file('x')]], 'no-file'],
  [
    'another kind',
    [
      ['kind', 'exe'],
      ['file', file('x')],
    ],
    'no-file',
  ],
  [
    'the kind behind it',
    [
      ['file', file('x')],
      ['kind', 'csv'],
    ],
    'no-file',
  ],
  [
    'a file of another name',
    [
      ['kind', 'csv'],
      ['else', file('x')],
    ],
    'no-file',
  ],
  [
    'a text in its place',
    [
      ['kind', 'csv'],
      ['file', 'x'],
    ],
    'no-file',
  ],
  [
    'an empty file',
    [
      ['kind', 'csv'],
      ['file', file('')],
    ],
    'empty',
  ],
] as [string, [string, string | File][], string][])('%s is refused', async (_, parts, reason) => {
  expect(await send(formWith(...parts))).toEqual({ ok: false, reason });
  expect(await readdir(folder)).toEqual([]);
});

test('of two files the first comes in', async () => {
  const form = formWith(['kind', 'csv'], ['file', file('one')], ['file', file('two')]);
  const received = await send(form);
  const [id = ''] = await readdir(folder);
  expect(received).toEqual({ ok: true, value: { kind: 'csv', id } });
  expect(await readFile(path.join(folder, id), 'utf8')).toBe('one');
});

test.each([
  ['no form', 'x', { 'Content-Type': 'text/csv' }],
  ['a form of fields', 'kind=csv&file=x', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['no boundary', start, { 'Content-Type': 'multipart/form-data' }],
  ['nothing', null, broken],
  ['a form that ends in the file', `${start}date,title`, broken],
  ['a form that ends behind the file', `${start}date\r\n--x`, broken],
  ['a form that ends in its head', start.slice(0, 100), broken],
  ['what only looks like one', '\r\n--y--\r\n', broken],
])('%s is refused, and leaves nothing', async (_, body, headers) => {
  expect(await send(body, headers)).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual([]);
});

test('a sender who goes away leaves nothing, and nobody waits for them', async () => {
  const said = vi.spyOn(console, 'error');
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(`${start}date`));
    },
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });
  expect(await send(body, broken)).toEqual({ ok: false, reason: 'broken-off' });
  expect(await readdir(folder)).toEqual([]);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test('a folder that cannot be written is said to us, and to them that it did not work', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  await rm(folder, { recursive: true });
  await writeFile(folder, 'in its place');
  const received = await send(formWith(['kind', 'csv'], ['file', file('x'.repeat(1_000_000))]));
  expect(received).toEqual({ ok: false, reason: 'try-again' });
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
  await rm(folder);
  await mkdir(folder);
});

test('what is too large is read to its end, kept nowhere, and refused', async () => {
  let given = 0;
  const megabyte = Buffer.alloc(1024 * 1024);
  const pieces = limits.uploadBytes.csv / megabyte.length + 20;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(start)),
    pull(controller) {
      given += 1;
      if (given <= pieces) return controller.enqueue(megabyte);
      controller.enqueue(Buffer.from('\r\n--x--\r\n'));
      controller.close();
    },
  });
  expect(await send(body, broken)).toEqual({ ok: false, reason: 'too-large' });
  expect(given).toBe(pieces + 1);
  expect(await readdir(folder)).toEqual([]);
});

test('where there is no room for it, it is read to its end all the same, and refused', async () => {
  // As if others had brought in so much; the disk has none of it.
  const theirs = path.join(folder, uuidv7());
  await writeFile(theirs, '');
  await truncate(theirs, limits.uploadBytes.csv + limits.uploadsKept - 4_000_000);
  const form = formWith(['kind', 'csv'], ['file', file('x'.repeat(3_000_000))]);
  expect(await send(form)).toEqual({ ok: false, reason: 'full' });
  await truncate(theirs, limits.uploadsKept - 4_000_000);
  // It announces what it brings, which is less than as much as may come.
  const whole = Buffer.from(await new Response(form).arrayBuffer());
  const boundary = whole.subarray(2, whole.indexOf('\r\n')).toString();
  const said = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  expect(await send(whole, said)).toEqual({ ok: false, reason: 'full' });
  const announced = { ...said, 'Content-Length': String(whole.length) };
  expect(await send(whole, announced)).toMatchObject({ ok: true });
});

test('what announces more than any file may have is hopeless before it is read', () => {
  const of = (length: number) => isHopeless(new Headers({ 'Content-Length': String(length) }));
  expect(of(1024 ** 3)).toBe(true);
  expect(of(limits.uploadBytes.export)).toBe(false);
  expect(isHopeless(new Headers())).toBe(false);
});
