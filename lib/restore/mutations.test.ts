import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import { settling } from '@/app/_server/restored';
import { listEvents } from '../account/event/data';
import { nowhere } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { deleteMilestone, logMilestone, reviseMilestone } from '../milestone/mutations';
import { publish, retract } from '../record/mutations';
import { openStream, reviseStream } from '../stream/mutations';
import { exportedAt, exportOf, withFile } from '../testing/exports';
import { makeInquiry, tallyOf } from '../testing/inquiries';
import { income, makePerson, work } from '../testing/people';
import { planRestore, type RestoreChoice, restoreAccount } from './mutations';
import { countOf } from './report.rules';

const now = exportedAt;

async function restore(viewer: Viewer, zip: Buffer, choice: Partial<RestoreChoice> = {}) {
  const done = await withFile(zip, (file) =>
    restoreAccount(
      viewer,
      file,
      { takes: false, staysOpen: false, ...choice },
      settling('export.zip', nowhere, now),
    ),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

async function plan(viewer: Viewer, zip: Buffer) {
  const done = await withFile(zip, (file) => planRestore(viewer, file));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

async function log(viewer: Viewer, title: string, more = {}): Promise<string> {
  const id = uuidv7();
  await logMilestone(viewer, id, work(title, '2026-08', more), null, now);
  return id;
}

async function open(viewer: Viewer, name: string): Promise<string> {
  const stream = await openStream(viewer, name, 'ja');
  if (!stream.ok) throw new Error(stream.reason);
  return stream.value;
}

const rowOf = (viewer: Viewer, id: string) =>
  asOwner(viewer, (tx) =>
    tx.milestone.findUniqueOrThrow({ where: { ownerId_id: { ownerId: viewer.userId, id } } }),
  );
const recordOf = (viewer: Viewer) =>
  asOwner(viewer, (tx) => tx.record.findUniqueOrThrow({ where: { ownerId: viewer.userId } }));

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makePerson();
});

describe('into the account it came from', () => {
  test('what went comes back under its id, and what came since stays', async () => {
    const [kept, gone] = [await log(viewer, 'kept'), await log(viewer, 'gone')];
    const zip = await exportOf(viewer);
    const since = await log(viewer, 'since');
    await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id: gone } }));
    const report = await restore(viewer, zip);
    expect([countOf(report, 'added'), countOf(report, 'changed')]).toEqual([1, 0]);
    const rows = await asOwner(viewer, (tx) => tx.milestone.findMany({ orderBy: { id: 'asc' } }));
    expect(rows.map(({ id }) => id)).toEqual([kept, gone, since]);
  });

  test('what was changed stays as it is, or becomes what it was, as its owner chooses', async () => {
    const id = await log(viewer, 'before');
    const zip = await exportOf(viewer);
    await reviseMilestone(viewer, id, 1, work('after', '2026-09'), null, now);
    expect(countOf(await plan(viewer, zip), 'changed')).toBe(1);
    expect(await rowOf(viewer, id)).toMatchObject({ titleJa: 'after', version: 2 });
    expect(countOf(await restore(viewer, zip), 'changed')).toBe(1);
    expect(await rowOf(viewer, id)).toMatchObject({ titleJa: 'after', version: 2 });
    await restore(viewer, zip, { takes: true });
    // An edit that was drawn before is stale now.
    expect(await rowOf(viewer, id)).toMatchObject({ titleJa: 'before', version: 3 });
    expect(countOf(await restore(viewer, zip, { takes: true }), 'changed')).toBe(0);
    expect(await rowOf(viewer, id)).toMatchObject({ version: 3 });
  });

  test('a plan tells what a restore does, and does none of it', async () => {
    await log(viewer, 'kept');
    const gone = await log(viewer, 'gone');
    const zip = await exportOf(viewer);
    await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id: gone } }));
    const before = await exportOf(viewer);
    const told = await plan(viewer, zip);
    expect((await exportOf(viewer)).equals(before)).toBe(true);
    expect(told.tables.find(({ table }) => table === 'milestone')).toEqual({
      table: 'milestone',
      counts: { added: 1, changed: 0, conflicting: 0, same: 1 },
      examples: {
        added: [{ name: 'gone', on: '2026-08-01' }],
        changed: [],
        conflicting: [],
        same: [],
      },
    });
    expect(await restore(viewer, zip)).toEqual(told);
  });

  test('a deletion is taken back only where the export is taken', async () => {
    const id = await log(viewer, 'x');
    const zip = await exportOf(viewer);
    await deleteMilestone(viewer, id, now);
    await restore(viewer, zip);
    expect((await rowOf(viewer, id)).deletedAt).not.toBeNull();
    await restore(viewer, zip, { takes: true });
    expect((await rowOf(viewer, id)).deletedAt).toBeNull();
  });
});

describe('into another account', () => {
  test('what has the same name is one, and all that led to the other leads to it', async () => {
    const stream = await open(viewer, 'ブログ');
    const id = uuidv7();
    await logMilestone(viewer, id, income(1, '2026-08'), stream, now);
    const other = await makePerson();
    const own = await open(other, 'ぶろぐ');
    const report = await restore(other, await exportOf(viewer));
    expect(report.mapped).toEqual([{ table: 'stream', name: 'ブログ' }]);
    expect(report.tables.find(({ table }) => table === 'stream')?.counts).toEqual({
      added: 0,
      changed: 0,
      conflicting: 1,
      same: 0,
    });
    expect((await rowOf(other, id)).streamId).toBe(own);
    expect(countOf(await restore(other, await exportOf(viewer)), 'added')).toBe(0);
    expect((await rowOf(other, id)).searchText).toBe('ブログ');
  });

  test('a name that another one has by now is left to it', async () => {
    const [one, two] = [await open(viewer, 'one'), await open(viewer, 'two')];
    const zip = await exportOf(viewer);
    const rename = (id: string, version: number, ja: string) =>
      reviseStream(viewer, id, version, { name: { ja, en: null }, origin: 'record' });
    await rename(one, 1, 'three');
    await rename(two, 1, 'one');
    const report = await restore(viewer, zip, { takes: true });
    expect(report.tables.find(({ table }) => table === 'stream')?.counts).toMatchObject({
      changed: 1,
      conflicting: 1,
    });
    const rows = await asOwner(viewer, (tx) => tx.stream.findMany({ orderBy: { id: 'asc' } }));
    expect(rows.map(({ nameJa }) => nameJa)).toEqual(['three', 'two']);
  });

  test('the handle stays, and whether it is published', async () => {
    await log(viewer, 'public', { visibility: 'public' });
    await publish(viewer, now);
    const other = await makePerson();
    await restore(other, await exportOf(viewer), { takes: true, staysOpen: true });
    expect(await recordOf(other)).toMatchObject({ handle: other.handle, publishedAt: null });
  });
});

describe('a published record', () => {
  test('closes where strangers would read something else, unless its owner says otherwise', async () => {
    const id = await log(viewer, 'public', { visibility: 'public' });
    const zip = await exportOf(viewer);
    await publish(viewer, now);
    for (const staysOpen of [true, false]) {
      await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id } }));
      expect((await plan(viewer, zip)).changesWhatIsSeen).toBe(true);
      expect((await recordOf(viewer)).publishedAt).toEqual(now);
      expect((await restore(viewer, zip, { staysOpen })).changesWhatIsSeen).toBe(true);
      expect((await recordOf(viewer)).publishedAt).toEqual(staysOpen ? now : null);
    }
  });

  test('stays where they read the same', async () => {
    await log(viewer, 'public', { visibility: 'public' });
    const id = await log(viewer, 'private');
    await publish(viewer, now);
    const zip = await exportOf(viewer);
    await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id } }));
    expect(await restore(viewer, zip)).toMatchObject({ changesWhatIsSeen: false });
    expect((await recordOf(viewer)).publishedAt).toEqual(now);
  });

  test('is not told of where it is closed', async () => {
    const id = await log(viewer, 'public', { visibility: 'public' });
    const zip = await exportOf(viewer);
    await publish(viewer, now);
    await retract(viewer);
    await asOwner(viewer, (tx) => tx.milestone.deleteMany({ where: { id } }));
    expect(await restore(viewer, zip)).toMatchObject({ changesWhatIsSeen: false });
  });
});

describe('what follows from what came in', () => {
  test('search finds it, the record counts who came, and the account says that it was done', async () => {
    const stream = await open(viewer, 'ブログ');
    await logMilestone(
      viewer,
      uuidv7(),
      income(1, '2026-08', { story: { ja: '長い話', en: null } }),
      stream,
      now,
    );
    await makeInquiry(viewer, { arrivedAt: now, answeredAt: new Date(now.getTime() + 120_000) });
    const inquiry = await asOwner(viewer, (tx) => tx.inquiry.findFirstOrThrow());
    const reply = { inquiryId: inquiry.id, text: '返信の言葉', writtenAt: now };
    await asOwner(viewer, (tx) =>
      tx.reply.create({ data: { ownerId: viewer.userId, id: uuidv7(), ...reply } }),
    );
    const other = await makePerson();
    await restore(other, await exportOf(viewer));
    const [milestone, came] = await asOwner(other, (tx) =>
      Promise.all([tx.milestone.findFirstOrThrow(), tx.inquiry.findFirstOrThrow()]),
    );
    expect(milestone.searchText).toContain('長イ話');
    expect(milestone.searchText).toContain('ブログ');
    expect(came.searchText).toContain('返信ノ言葉');
    expect(await tallyOf(other)).toEqual({ peopleCame: 1, replyMinutes: 2 });
    expect(await listEvents(other, 9)).toMatchObject([{ what: 'restored', detail: 'export.zip' }]);
  });

  test('a stream that gets another name is found by it', async () => {
    const stream = await open(viewer, 'before');
    const id = uuidv7();
    await logMilestone(viewer, id, income(1, '2026-08'), stream, now);
    const zip = await exportOf(viewer);
    await reviseStream(viewer, stream, 1, { name: { ja: 'after', en: null }, origin: 'record' });
    expect((await rowOf(viewer, id)).searchText).toContain('after');
    await restore(viewer, zip, { takes: true });
    expect((await rowOf(viewer, id)).searchText).toContain('before');
  });
});
