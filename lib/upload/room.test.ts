import { mkdtempSync } from 'node:fs';
import {
  chmod,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { limits } from '../limits';
import { makePerson } from '../testing/people';
import { keepUpload, sweepUploads } from './mutations';

const root = mkdtempSync(path.join(tmpdir(), 'uploads-'));
const folder = path.join(root, 'made', 'here');
// The settings are read once a process: one folder for all of these.
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(root, { recursive: true, force: true }));

const now = new Date('2026-11-30T03:00:00Z');

let viewer: Viewer;
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  viewer = await makePerson();
});

async function* bytes(text: string) {
  yield Buffer.from(text);
}

test('no more come in at once than may wait, and the next when one is whole', async () => {
  let go = () => {};
  const wait = new Promise<void>((settle) => {
    go = settle;
  });
  async function* slow() {
    yield Buffer.from('x');
    await wait;
  }
  const said = { kind: 'csv', name: 'a.csv' } as const;
  const coming = Array.from({ length: limits.uploads }, () =>
    keepUpload(viewer, slow(), said, now),
  );
  expect(await keepUpload(viewer, bytes('x'), said, now)).toEqual({ ok: false, reason: 'later' });
  expect(await keepUpload(await makePerson(), bytes('x'), said, now)).toMatchObject({ ok: true });
  go();
  expect((await Promise.all(coming)).every(({ ok }) => ok)).toBe(true);
  expect(await keepUpload(viewer, bytes('x'), said, now)).toMatchObject({ ok: true });
});

/** As if others had brought in so many bytes; the disk has none of them. */
async function others(bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, uuidv7());
  await writeFile(file, '');
  await truncate(file, bytes);
}

test('all accounts together have no more than is kept, and what is announced is believed', async () => {
  const said = { kind: 'csv', name: 'a.csv' } as const;
  await others(limits.uploadsKept - 10);
  const before = await readdir(folder);
  const full = { ok: false, reason: 'full' };
  // Nobody says how many will come: as many as may.
  expect(await keepUpload(viewer, bytes('x'), said, now)).toEqual(full);
  expect(await keepUpload(viewer, bytes('x'), { ...said, bytes: 11 }, now)).toEqual(full);
  expect(await readdir(folder)).toEqual(before);
  const ten = { ...said, bytes: 10 };
  expect(await keepUpload(viewer, bytes('x'.repeat(11)), ten, now)).toMatchObject({
    reason: 'too-large',
  });
  expect(await keepUpload(viewer, bytes('x'.repeat(10)), ten, now)).toMatchObject({ ok: true });
  expect(await keepUpload(viewer, bytes('x'), { ...said, bytes: 1 }, now)).toEqual(full);
});

test('what is under way is counted as all it may come to, and no longer once it is whole', async () => {
  await others(limits.uploadsKept - 10);
  let go = () => {};
  const wait = new Promise<void>((settle) => {
    go = settle;
  });
  const begun = vi.fn();
  async function* slow() {
    begun();
    await wait;
    yield Buffer.from('x');
  }
  const said = { kind: 'csv', name: 'a.csv', bytes: 8 } as const;
  const coming = keepUpload(viewer, slow(), said, now);
  await vi.waitFor(() => expect(begun).toHaveBeenCalled());
  const other = await makePerson();
  const second = () => keepUpload(other, bytes('x'), said, now);
  expect(await second()).toEqual({ ok: false, reason: 'full' });
  go();
  expect(await coming).toMatchObject({ ok: true });
  expect(await second()).toMatchObject({ ok: true });
});

test('a link that leads elsewhere is followed where it is one’s own, and a folder is closed to others', async () => {
  const elsewhere = path.join(root, 'elsewhere');
  await mkdir(elsewhere);
  await mkdir(path.dirname(folder), { recursive: true });
  await symlink(elsewhere, folder);
  await chmod(elsewhere, 0o777);
  const kept = await keepUpload(viewer, bytes('x'), { kind: 'csv', name: 'a.csv' }, now);
  expect(await readdir(elsewhere)).toEqual([kept.ok && kept.value.id]);
  expect((await stat(elsewhere)).mode & 0o777).toBe(0o700);
});

/** Only the system's user can make what looks like another's. */
const isSystem = process.getuid?.() === 0;

test.runIf(isSystem).each(['a folder', 'a link'])(
  '%s that somebody else put in its place takes nothing in, and nothing is swept there',
  async (what) => {
    const elsewhere = await mkdtemp(path.join(root, 'elsewhere-'));
    const [old, long] = [path.join(elsewhere, uuidv7()), new Date('2026-11-01T00:00:00Z')];
    await writeFile(old, 'theirs');
    await utimes(old, long, long);
    await mkdir(path.dirname(folder), { recursive: true });
    if (what === 'a link') await symlink(elsewhere, folder);
    else await rename(elsewhere, folder);
    await lchown(folder, 65_534, 65_534);
    const said = { kind: 'csv', name: 'a.csv' } as const;
    await expect(keepUpload(viewer, bytes('x'), said, now)).rejects.toThrow('another user');
    await expect(sweepUploads(now)).rejects.toThrow('another user');
    expect(await readdir(folder)).toEqual([path.basename(old)]);
  },
);
