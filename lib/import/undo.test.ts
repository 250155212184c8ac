import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import { settling } from '@/app/_server/restored';
import { listEvents } from '../account/event/data';
import { nowhere } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { listDeletedMilestones, listMilestones } from '../milestone/data';
import {
  deleteMilestone,
  logMilestone,
  restoreMilestone,
  reviseMilestone,
} from '../milestone/mutations';
import { restoreAccount } from '../restore/mutations';
import { listStreams } from '../stream/data';
import { reviseStream } from '../stream/mutations';
import { plainMapping, readySheet } from '../testing/csv';
import { exportOf, withFile } from '../testing/exports';
import { makePerson, work } from '../testing/people';
import { listImports } from './data';
import type { Mapping } from './mapping.schema';
import { applyImport, undoImport } from './mutations';

const now = new Date('2026-11-30T03:00:00Z');
const later = new Date('2026-11-30T04:00:00Z');
const whence = { device: 'Firefox', place: '' };
const mapping: Mapping = {
  ...plainMapping,
  columns: { date: 0, kind: 1, title: 2, amount: 3, stream: 4 },
};

let viewer: Viewer;
let id: string;
beforeEach(async () => {
  viewer = await makePerson();
  id = uuidv7();
  await bring();
});

async function bring() {
  const text = [
    '日付,種類,件名,金額,収入源',
    '2026-11-30,収入,,500,ブログ',
    '2026-11-29,制作,A,,',
    '2026-11-28,制作,B,,',
  ].join('\n');
  const { sheet, forms } = await readySheet(text, mapping);
  const upload = { id, name: '収入.csv' };
  return applyImport(viewer, upload, sheet, { mapping, forms }, whence, now);
}

const undo = (who = viewer, at = later) => undoImport(who, id, whence, at);
const all = async () => (await listMilestones(viewer, {}, null)).milestones;
const named = async (title: string) => (await all()).find((one) => one.title.ja === title);

async function edit(title: string) {
  const milestone = await named(title);
  if (!milestone) throw new Error('missing');
  const draft = work(title, '2026-11-29', { story: { ja: '書き足した', en: null } });
  const edited = await reviseMilestone(viewer, milestone.id, milestone.version, draft, null, later);
  expect(edited.ok).toBe(true);
}

test('all that came in together goes together, and nothing else', async () => {
  await logMilestone(viewer, uuidv7(), work('C', '2026-11-29'), null, now);
  expect(await undo()).toEqual({ ok: true, value: { undone: 3, stayed: 0 } });
  expect((await all()).map(({ title }) => title.ja)).toEqual(['C']);
  const [event] = await listEvents(viewer, 1);
  expect(event).toMatchObject({ what: 'import_undone', at: later, detail: '収入.csv' });
});

test('what was changed since stays, and is counted', async () => {
  await edit('A');
  const pinned = await named('B');
  await asOwner(viewer, (tx) =>
    tx.milestone.updateMany({
      where: { ownerId: viewer.userId, id: pinned?.id ?? '' },
      data: { needsPermission: true },
    }),
  );
  expect(await undo()).toEqual({ ok: true, value: { undone: 1, stayed: 2 } });
  expect((await all()).map(({ title }) => title.ja)).toEqual(['A', 'B']);
});

test('a stream that was renamed meanwhile is no change of theirs', async () => {
  const [stream] = await listStreams(viewer);
  const name = { ja: '新しいブログ', en: null };
  await reviseStream(viewer, stream?.id ?? '', 1, { name, origin: 'record' });
  expect((await all())[0]).toMatchObject({ version: 2, stream: { name } });
  expect(await undo()).toEqual({ ok: true, value: { undone: 3, stayed: 0 } });
});

test('what was deleted before is not counted, and each can be restored within thirty days', async () => {
  const deleted = await named('A');
  await deleteMilestone(viewer, deleted?.id ?? '', later);
  expect(await undo()).toEqual({ ok: true, value: { undone: 2, stayed: 0 } });
  const gone = await listDeletedMilestones(viewer, later);
  expect(gone).toHaveLength(3);
  for (const one of gone) {
    expect(await restoreMilestone(viewer, one.id, later)).toMatchObject({ ok: true });
  }
  expect(await all()).toHaveLength(3);
});

test('it is taken back once, however often it is asked', async () => {
  const both = await Promise.all([undo(), undo()]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await undo()).toEqual({ ok: false, reason: 'missing' });
  expect(await listEvents(viewer, 9)).toHaveLength(2);
});

test('another person’s import is as missing as none', async () => {
  const other = await makePerson();
  expect(await undo(other)).toEqual({ ok: false, reason: 'missing' });
  expect(await all()).toHaveLength(3);
  expect(await listImports(other)).toEqual([]);
});

test('the same file comes in again once it was taken back', async () => {
  await undo();
  id = uuidv7();
  expect(await bring()).toEqual({ ok: true, value: { rows: 3 } });
  expect(await all()).toHaveLength(3);
});

test('past imports are listed, with what is left of them', async () => {
  await edit('A');
  const deleted = await named('B');
  await deleteMilestone(viewer, deleted?.id ?? '', later);
  const listed = { id, name: '収入.csv', rows: 3, createdAt: now };
  expect(await listImports(viewer)).toEqual([{ ...listed, undoneAt: null, left: 2, undoable: 1 }]);
  await undo();
  expect(await listImports(viewer)).toEqual([{ ...listed, undoneAt: later, left: 1, undoable: 0 }]);
});

test('where nothing would go there is nothing to undo, and it stays as it is', async () => {
  for (const title of ['A', 'B']) await edit(title);
  const [income] = await all();
  await deleteMilestone(viewer, income?.id ?? '', later);
  expect(await listImports(viewer)).toMatchObject([{ undoneAt: null, left: 2, undoable: 0 }]);
  expect(await undo()).toEqual({ ok: false, reason: 'nothing-to-undo' });
  expect(await listImports(viewer)).toMatchObject([{ undoneAt: null, left: 2 }]);
  expect(await listEvents(viewer, 9)).toHaveLength(1);
});

test('what came back by a restore cannot be undone, and is listed so', async () => {
  const other = await makePerson();
  const zip = await exportOf(viewer);
  const choice = { takes: false, staysOpen: false };
  const settle = settling('export.zip', nowhere, now);
  await withFile(zip, (file) => restoreAccount(other, file, choice, settle));
  expect(await listImports(other)).toMatchObject([{ undoneAt: null, left: 3, undoable: 0 }]);
  expect(await undo(other)).toEqual({ ok: false, reason: 'nothing-to-undo' });
  expect((await listMilestones(other, {}, null)).total).toBe(3);
  expect(await undo()).toEqual({ ok: true, value: { undone: 3, stayed: 0 } });
});
