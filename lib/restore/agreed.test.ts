import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { logMilestone, reviseMilestone } from '../milestone/mutations';
import { answerPermission, askPermission } from '../permission/mutations';
import { exportedAt, exportOf, withFile, withRows } from '../testing/exports';
import { makePerson, work } from '../testing/people';
import { restoreAccount } from './mutations';

/* What a client agreed to, where texts and questions come back from a file. */

const now = exportedAt;

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makePerson();
});

async function restore(zip: Buffer, takes = true): Promise<void> {
  const choice = { takes, staysOpen: true };
  const done = await withFile(zip, (file) => restoreAccount(viewer, file, choice, async () => {}));
  if (!done.ok) throw new Error(JSON.stringify(done));
}

async function log(title: string): Promise<string> {
  const id = uuidv7();
  await logMilestone(viewer, id, work(title, '2026-08', { visibility: 'public' }), null, now);
  return id;
}

async function agreed(id: string): Promise<void> {
  const none = { title: { ja: '無題', en: null }, story: { ja: null, en: null } };
  const asked = await askPermission(viewer, id, none, now);
  if (!asked.ok) throw new Error(asked.reason);
  const { textVersion } = await milestone(id);
  expect((await answerPermission(asked.value.code, 'granted', textVersion, now)).ok).toBe(true);
}
const milestone = (id: string) =>
  asOwner(viewer, (tx) => tx.milestone.findFirstOrThrow({ where: { id } }));
const isAgreed = async (id: string) => {
  const permission = await asOwner(viewer, (tx) => tx.permission.findFirst());
  return permission?.shownVersion === (await milestone(id)).textVersion;
};

test('what a client agreed to shows again with what was restored whole', async () => {
  const id = await log('A');
  await agreed(id);
  const zip = await exportOf(viewer);
  await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id } }));
  await restore(zip);
  expect(await isAgreed(id)).toBe(true);
});

test('never shows another text, whichever comes back', async () => {
  const id = await log('A');
  await agreed(id);
  const zip = await exportOf(viewer);
  const { version } = await milestone(id);
  await reviseMilestone(
    viewer,
    id,
    version,
    work('B', '2026-08', { visibility: 'public' }),
    null,
    now,
  );
  expect(await isAgreed(id)).toBe(false);
  await agreed(id);
  // The text is A's again, and the last yes was to B.
  await restore(zip);
  expect((await milestone(id)).titleJa).toBe('A');
  expect(await isAgreed(id)).toBe(false);
  await restore(zip);
  expect(await isAgreed(id)).toBe(false);
});

test('is asked again where the file adds to what is there', async () => {
  const id = await log('A');
  const bare = await exportOf(viewer);
  await agreed(id);
  const zip = await withRows(bare, 'evidence', () => [
    { milestone_id: id, position: 1, url: 'https://example.com/', created_at: now.toISOString() },
  ]);
  await restore(zip, false);
  expect(await isAgreed(id)).toBe(false);
});

test('is asked again where the record shows more from now on', async () => {
  const id = await log('A');
  const zip = await exportOf(viewer);
  const { userId: ownerId } = viewer;
  await asOwner(viewer, (tx) =>
    tx.record.updateMany({ where: { ownerId }, data: { disclosure: 'hidden' } }),
  );
  await agreed(id);
  await restore(await withRows(zip, 'milestone', () => []));
  expect(await isAgreed(id)).toBe(false);
});
