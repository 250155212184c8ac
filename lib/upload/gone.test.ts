import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { planRestore } from '../restore/mutations';
import { exportOf } from '../testing/exports';
import { makePerson } from '../testing/people';
import { openUpload, whileThere } from './data';
import { keepUpload } from './mutations';
import type { Upload } from './rules';

const folder = mkdtempSync(path.join(tmpdir(), 'uploads-'));
// The settings are read once a process: one folder for all of these.
vi.stubEnv('UPLOADS', folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = new Date('2026-11-30T03:00:00Z');
const gone = { ok: false, reason: 'upload-gone' };

let viewer: Awaited<ReturnType<typeof makePerson>>;
let upload: Upload;
beforeEach(async () => {
  viewer = await makePerson();
  const zip = await exportOf(viewer);
  async function* bytes() {
    yield zip;
  }
  const kept = await keepUpload(viewer, bytes(), { kind: 'export', name: 'a.zip' }, now);
  const opened = kept.ok ? await openUpload(viewer, kept.value.id, now) : null;
  if (!opened) throw new Error('missing');
  upload = opened;
});

test('an export that went since it was opened is gone, for whoever looks at it or restores it', async () => {
  const look = () => whileThere(upload, (file) => planRestore(viewer, file));
  expect(await look()).toMatchObject({ ok: true, value: { ok: true } });
  await rm(upload.file);
  expect(await look()).toEqual(gone);
});

test('any other file that is missing, and any other failure, is a surprise', async () => {
  const other = path.join(folder, 'other');
  await expect(whileThere(upload, () => readFile(other))).rejects.toThrow('ENOENT');
  const broken = whileThere(upload, async () => Promise.reject(new Error('disk')));
  await expect(broken).rejects.toThrow('disk');
});
