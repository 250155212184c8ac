import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import { settling } from '@/app/_server/restored';
import { planDeletion } from '../account/closing/mutations';
import { nowhere } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { logMilestone } from '../milestone/mutations';
import { suspendRecord } from '../operator/mutations';
import { mintOperator } from '../operator/operator';
import { getRecord } from '../record/data';
import { publish } from '../record/mutations';
import { readPublicRecord } from '../record/public';
import { exportedAt, exportOf, withFile, withRows } from '../testing/exports';
import { makePerson, work } from '../testing/people';
import { refusalOf } from '../testing/refusals';
import { restoreAccount } from './mutations';

/* A record that is closed for a reason of its own, where what was open comes back. */

const now = exportedAt;
let viewer: Viewer;
let zip: Buffer;

beforeEach(async () => {
  viewer = await makePerson();
  const title = work('A', '2026-08', { visibility: 'public' });
  await logMilestone(viewer, uuidv7(), title, null, now);
  await publish(viewer, now);
  zip = await exportOf(viewer);
  await asOwner(viewer, (tx) => tx.milestone.deleteMany({}));
});

async function restore(): Promise<void> {
  const choice = { takes: true, staysOpen: true };
  const settle = settling('export.zip', nowhere, now);
  const done = await withFile(zip, (file) => restoreAccount(viewer, file, choice, settle));
  expect(done).toMatchObject({ ok: true });
  expect(await asOwner(viewer, (tx) => tx.milestone.count())).toBe(1);
}

test('a suspended record stays suspended, and nobody reads it', async () => {
  await suspendRecord(mintOperator(await makePerson()), viewer.userId, 'It sells.', now);
  await restore();
  const suspension = { since: now, words: 'It sells.' };
  expect(await getRecord(viewer)).toMatchObject({ publishedAt: null, suspension });
  expect(await readPublicRecord(viewer.handle)).toBeNull();
  expect(await publish(viewer, now)).toEqual({ ok: false, reason: 'record-suspended' });
});

test('an account that is to go still goes on its day, and nobody reads it', async () => {
  const plan = { when: 'later', whence: nowhere, letter: null } as const;
  const at = await planDeletion(viewer, plan, now);
  await restore();
  const user = await asOwner(viewer, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: viewer.userId } }),
  );
  expect(user.deleteAt).toEqual(at);
  expect(await readPublicRecord(viewer.handle)).toBeNull();
  expect(await publish(viewer, now)).toEqual({ ok: false, reason: 'deletion-planned' });
});

test.each([
  ['record', 'published_at', now.toISOString()],
  ['record', 'suspended_at', now.toISOString()],
  ['account', 'delete_at', now.toISOString()],
])('no file says of the %s what its %s is', async (table, column, said) => {
  const forged = await withRows(zip, table, ([row]) => [{ ...row, [column]: said }]);
  expect(await refusalOf(viewer, forged)).toMatchObject({ reason: 'row-malformed', table });
});
