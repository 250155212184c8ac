import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { openUpload, readUpload } from './data';
import { dropUpload, keepUpload, sweepUploads } from './mutations';

const root = mkdtempSync(path.join(tmpdir(), 'uploads-'));
const folder = path.join(root, 'made', 'here');
// The settings are read once a process: one folder for all of these.
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(root, { recursive: true, force: true }));

const now = new Date('2026-11-30T03:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const hour = 3_600_000;

let viewer: Viewer;
beforeEach(async () => {
  await asSystem((tx) => tx.upload.deleteMany({}));
  await rm(folder, { recursive: true, force: true });
  viewer = await makePerson();
});

async function* bytes(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function keep(text: string, { name = 'a.csv', at = now, who = viewer } = {}) {
  const kept = await keepUpload(who, bytes(text), { kind: 'csv', name }, at);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.id;
}

test('a file comes in whole, for this program alone, and is read by whose it is', async () => {
  const said = { kind: 'csv', name: '収入.csv' } as const;
  const kept = await keepUpload(viewer, bytes('date,', 'title\n'), said, now);
  const id = kept.ok ? kept.value.id : '';
  const upload = await openUpload(viewer, id, now);
  expect(upload).toEqual({ ...said, id, bytes: 11, createdAt: now, file: path.join(folder, id) });
  expect(await readFile(upload?.file ?? '', 'utf8')).toBe('date,title\n');
  expect((await stat(path.join(folder, id))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a file is read at once, whole, and one that went since it was opened is gone', async () => {
  const [id, other] = [await keep('date,title\n'), await keep('x')];
  const [upload, pushed] = [
    await openUpload(viewer, id, now),
    await openUpload(viewer, other, now),
  ];
  if (!upload || !pushed) throw new Error('missing');
  expect(Buffer.from((await readUpload(upload)) ?? '').toString()).toBe('date,title\n');
  await writeFile(upload.file, 'cut');
  expect(await readUpload(upload)).toBeNull();
  for (let i = 1; i <= limits.uploads; i += 1) await keep('y', { at: later(i) });
  expect(await readUpload(pushed)).toBeNull();
});

test('another person’s file is as missing as none', async () => {
  const id = await keep('x');
  const other = await makePerson();
  expect(await openUpload(other, id, now)).toBeNull();
  expect(await openUpload(viewer, uuidv7(), now)).toBeNull();
  expect(await dropUpload(other, id)).toEqual({ ok: false, reason: 'missing' });
  expect(await openUpload(viewer, id, now)).not.toBeNull();
});

test.each([
  '../../../etc/passwd',
  '..',
  '/etc/passwd',
  'C:\\Users\\a.csv',
  'a\0.csv',
  `${'長'.repeat(300)}.csv`,
  '',
])('the name %j is a name and leads nowhere', async (name) => {
  const id = await keep('x', { name });
  expect(await readdir(folder)).toEqual([id]);
  const upload = await openUpload(viewer, id, now);
  expect(upload?.name).toMatch(/^.{1,255}$/u);
  expect(upload?.name).not.toContain('\0');
});

test('a file that is too large is read no further than the limit, and leaves nothing', async () => {
  let given = 0;
  const megabyte = Buffer.alloc(1024 * 1024);
  async function* endless() {
    for (;;) {
      given += megabyte.length;
      yield megabyte;
    }
  }
  const kept = await keepUpload(viewer, endless(), { kind: 'csv', name: 'a' }, now);
  expect(kept).toEqual({ ok: false, reason: 'too-large' });
  expect(given).toBe(limits.uploadBytes.csv + megabyte.length);
  expect(await readdir(folder)).toEqual([]);
});

test('as large as it may be is kept, and nothing at all is refused', async () => {
  async function* most() {
    for (let i = 0; i < 20; i += 1) yield Buffer.alloc(limits.uploadBytes.csv / 20);
  }
  expect(await keepUpload(viewer, most(), { kind: 'csv', name: 'a' }, now)).toMatchObject({
    ok: true,
  });
  for (const nothing of [bytes(), bytes('', '')]) {
    const kept = await keepUpload(viewer, nothing, { kind: 'csv', name: 'a' }, now);
    expect(kept).toEqual({ ok: false, reason: 'empty' });
  }
  expect(await readdir(folder)).toHaveLength(1);
});

test('a stream that breaks off leaves nothing, and says why', async () => {
  async function* broken() {
    yield Buffer.from('date');
    throw new Error('cut');
  }
  const said = { kind: 'csv', name: 'a' } as const;
  await expect(keepUpload(viewer, broken(), said, now)).rejects.toThrow('cut');
  expect(await readdir(folder)).toEqual([]);
  const gone = { ...viewer, userId: uuidv7() } as Viewer;
  await expect(keepUpload(gone, bytes('x'), said, now)).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test('three wait at most, and the oldest makes room, however many come at once', async () => {
  const other = await makePerson();
  const theirs = await keep('x', { who: other });
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.push(await keep(String(i), { at: later(i) }));
  const waiting = async () => (await readdir(folder)).filter((id) => id !== theirs).sort();
  expect(await waiting()).toEqual(ids.slice(2).sort());
  await Promise.all([0, 1, 2].map((i) => keep('y', { at: later(100 + i) })));
  expect(await waiting()).toHaveLength(limits.uploads);
  expect(await openUpload(other, theirs, now)).not.toBeNull();
});

test('a file is dropped once, with its bytes', async () => {
  const id = await keep('x');
  expect(await dropUpload(viewer, id)).toEqual({ ok: true, value: null });
  expect(await dropUpload(viewer, id)).toEqual({ ok: false, reason: 'missing' });
  expect(await readdir(folder)).toEqual([]);
});

test('a file whose bytes are gone or cut is missing', async () => {
  const [gone, cut] = [await keep('abc'), await keep('abc')];
  await rm(path.join(folder, gone));
  await writeFile(path.join(folder, cut), 'ab');
  expect(await openUpload(viewer, gone, now)).toBeNull();
  expect(await openUpload(viewer, cut, now)).toBeNull();
});

test('after a day rows and files go, and files that no row knows; others stay', async () => {
  const old = await keep('x');
  const young = await keep('x', { at: later(hour) });
  await mkdir(folder, { recursive: true });
  const [orphan, coming] = [uuidv7(), uuidv7()];
  for (const name of [orphan, coming, 'notes.txt']) await writeFile(path.join(folder, name), 'x');
  const at = later(24 * hour);
  for (const id of [old, young, orphan]) await utimes(path.join(folder, id), now, now);
  // Somebody may be sending it just now.
  await utimes(path.join(folder, coming), at, at);
  expect(await openUpload(viewer, old, at)).toBeNull();
  expect(await sweepUploads(at)).toEqual({ rows: 1, files: 2 });
  expect((await readdir(folder)).sort()).toEqual([young, coming, 'notes.txt'].sort());
  expect(await openUpload(viewer, young, at)).not.toBeNull();
  await rm(folder, { recursive: true });
  expect(await sweepUploads(at)).toEqual({ rows: 0, files: 0 });
});

test('with an account its files go', async () => {
  const id = await keep('x');
  await utimes(path.join(folder, id), now, now);
  await asSystem((tx) => tx.user.delete({ where: { id: viewer.userId } }));
  expect(await sweepUploads(later(2 * hour))).toEqual({ rows: 0, files: 1 });
});
