import { setImmediate as turn } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import { nowhere } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, takeTurn } from '../db';
import { takeLongTurn } from '../db-length';
import { applyImport } from '../import/mutations';
import { logMilestone } from '../milestone/mutations';
import { publish, retract } from '../record/mutations';
import { plainMapping, readySheet } from '../testing/csv';
import { exportedAt, exportOf, withFile } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { work } from '../testing/people';
import { planRestore, restoreAccount } from './mutations';

const choice = { takes: true, staysOpen: false };
let viewer: Viewer;
let zip: Buffer;

beforeEach(async () => {
  viewer = await makeFullPerson();
  zip = await exportOf(viewer);
});

const restore = () => withFile(zip, (file) => restoreAccount(viewer, file, choice, async () => {}));

/** How many wait for a row that somebody has. */
async function waiting(): Promise<number> {
  const [row] = await asSystem(
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

/** Restores, and in the midst of it, when much has come in already, does something else. */
async function restoreWhile(meanwhile: () => Promise<unknown>) {
  const where = { ownerId: viewer.userId };
  await asOwner(viewer, async (tx) => {
    await tx.user.updateMany({ where: { id: viewer.userId }, data: { zone: 'Asia/Kathmandu' } });
    await tx.milestone.deleteMany({ where });
    await tx.effort.updateMany({ where, data: { note: 'another' } });
  });
  const { restoring } = await asOwner(viewer, async (tx) => {
    await tx.effort.updateMany({ where, data: { note: 'still another' } });
    const done = restore();
    while ((await waiting()) === 0) await turn();
    await meanwhile();
    // Wrapped: what is answered as it is would be waited for within.
    return { restoring: done };
  });
  return restoring;
}

async function isPublished(): Promise<boolean> {
  const record = await asOwner(viewer, (tx) =>
    tx.record.findUniqueOrThrow({ where: { ownerId: viewer.userId } }),
  );
  return record.publishedAt !== null;
}

test('nobody who takes a turn waits for a restore: a stranger may be writing to them', async () => {
  const done = await restoreWhile(() => asOwner(viewer, (tx) => takeTurn(tx, viewer.userId)));
  expect(done.ok).toBe(true);
});

test('a record that opens in the midst of it closes again: nobody looked at what came in', async () => {
  await retract(viewer);
  const done = await restoreWhile(async () => {
    await publish(viewer, exportedAt);
    expect(await isPublished()).toBe(true);
  });
  expect(done).toMatchObject({ ok: true, value: { changesWhatIsSeen: true } });
  expect(await isPublished()).toBe(false);
});

test('who cannot wait any longer for another one is told so, and nothing has come in', async () => {
  await asOwner(viewer, async (tx) => {
    await takeLongTurn(tx, viewer.userId);
    expect(await restore()).toMatchObject({ ok: false, reason: 'busy' });
  });
  expect((await exportOf(viewer)).equals(zip)).toBe(true);
});

test('a look at what it would do waits for nobody who takes a turn', async () => {
  await asOwner(viewer, async (tx) => {
    await takeTurn(tx, viewer.userId);
    expect(await withFile(zip, (file) => planRestore(viewer, file))).toMatchObject({ ok: true });
  });
});

test('an import in the midst of it waits, and then finds everything there', async () => {
  await logMilestone(viewer, uuidv7(), work('A', '2026-11-29'), null, exportedAt);
  zip = await exportOf(viewer);
  const mapping = { ...plainMapping, columns: { date: 0, kind: 1, title: 2 } };
  const { sheet, forms } = await readySheet('日付,種類,件名\n2026-11-29,制作,A', mapping);
  const upload = { id: uuidv7(), name: 'a.csv' };
  const apply = () => applyImport(viewer, upload, sheet, { mapping, forms }, nowhere, exportedAt);
  const imports: ReturnType<typeof apply>[] = [];
  const done = await restoreWhile(async () => imports.push(apply()));
  expect(done.ok).toBe(true);
  expect(await imports[0]).toEqual({ ok: false, reason: 'nothing-new' });
});
