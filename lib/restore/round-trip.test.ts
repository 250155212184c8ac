import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settling } from '@/app/_server/restored';
import { nowhere } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem, sqlName } from '../db';
import { tables } from '../export/tables.rules';
import { limits } from '../limits';
import { kinds, visibilities } from '../milestone/rules';
import { anyAccount, type Rows } from '../testing/accounts';
import {
  accountIn,
  type Exported,
  exportedAt,
  exportOf,
  filesIn,
  withFile,
  zipOf,
} from '../testing/exports';
import { makePerson } from '../testing/people';
import { plant } from '../testing/planting';
import { graphemeCount } from '../text';
import { restoreAccount } from './mutations';
import { countOf } from './report.rules';

async function restore(viewer: Viewer, zip: Buffer) {
  const choice = { takes: true, staysOpen: true };
  const settle = settling('export.zip', nowhere, exportedAt);
  const done = await withFile(zip, (file) => restoreAccount(viewer, file, choice, settle));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

async function personWith(rows: Rows): Promise<Viewer> {
  const viewer = await makePerson();
  // Codes are everybody's, so no two runs have the same.
  const unlike = (code: unknown) => randomBytes(16).toString('hex').slice(0, String(code).length);
  const recoded = (table: string, column: string) =>
    (rows[table] ?? []).map((row) => ({
      ...row,
      ...(row[column] !== undefined && { [column]: unlike(row[column]) }),
    }));
  await plant(viewer, {
    ...rows,
    permission: recoded('permission', 'code'),
    share: recoded('share', 'code'),
    mail_choice: recoded('mail_choice', 'unsubscribe_code'),
  });
  return viewer;
}

/** An account that is new, under the handle that another one had. */
async function personCalled(handle: string): Promise<Viewer> {
  const viewer = await makePerson();
  await asOwner(viewer, (tx) =>
    tx.record.updateMany({ where: { ownerId: viewer.userId }, data: { handle } }),
  );
  return viewer;
}

/** Every run makes accounts, and takes them in and out again. */
const patience = 240_000;

test('the accounts have in them what an account can have', () => {
  const samples = fc.sample(anyAccount, { numRuns: 300, seed: 6 });
  const rows = (table: string) => samples.flatMap((account) => account[table] ?? []);
  const values = (table: string, column: string) => new Set(rows(table).map((row) => row[column]));
  for (const { name } of tables) expect([name, rows(name).length > 0]).toEqual([name, true]);
  expect(values('milestone', 'kind')).toEqual(new Set(kinds));
  expect(values('milestone', 'visibility')).toEqual(new Set(visibilities));
  for (const column of ['deleted_at', 'title_ja', 'title_en', 'pinned_at', 'import_id']) {
    expect(values('milestone', column).size).toBeGreaterThan(1);
  }
  const lengths = rows('milestone').map((row) => graphemeCount(String(row.title_ja ?? '')));
  expect(Math.max(...lengths)).toBe(limits.title);
  expect(rows('milestone').some((row) => row.amount_minor === '999999999999')).toBe(true);
  expect(rows('record').some((row) => row.employer_safe_at)).toBe(true);
});

/** Takes everything out of the account; its settings stay, and its record. */
async function empty(viewer: Viewer): Promise<void> {
  await asOwner(viewer, async (tx) => {
    for (const table of [...tables].reverse()) {
      if (['account', 'record'].includes(table.name)) continue;
      await tx.$executeRaw`DELETE FROM ${sqlName(table.stored ?? table.name)}
        WHERE owner_id = ${viewer.userId}::uuid`;
    }
  });
}

test(
  'an account that lost everything comes back byte for byte, and restoring it again changes nothing',
  async () => {
    const comesBack = fc.asyncProperty(anyAccount, async (rows) => {
      const viewer = await personWith(rows);
      const zip = await exportOf(viewer);
      await empty(viewer);
      await restore(viewer, zip);
      const back = await exportOf(viewer);
      // Compared as rows first: a difference then shows where it is.
      expect(await accountIn(back)).toEqual(await accountIn(zip));
      expect(back.equals(zip)).toBe(true);
      const report = await restore(viewer, zip);
      expect([countOf(report, 'added'), countOf(report, 'changed')]).toEqual([0, 0]);
      expect((await exportOf(viewer)).equals(zip)).toBe(true);
    });
    await fc.assert(comesBack, { numRuns: 25 });
  },
  patience,
);

/** Without what belongs to where a row is, and whether it is there in both. */
function withoutOwn(account: Exported, own: Readonly<Record<string, string>>) {
  const taken: unknown[] = [];
  for (const [table, column] of Object.entries(own)) {
    for (const row of account.tables[table] ?? []) {
      if (row[column] !== undefined) taken.push(row[column]);
      delete row[column];
    }
  }
  return { account, taken };
}

const codes = { share: 'code', permission: 'code', mail_choice: 'unsubscribe_code' };

test(
  'beside the account it is of only the handle and the codes are others, and after it the codes',
  async () => {
    const standsBeside = fc.asyncProperty(anyAccount, async (rows) => {
      const viewer = await personWith(rows);
      const zip = await exportOf(viewer);
      const other = await makePerson();
      await restore(other, zip);
      const own = { record: 'handle', ...codes };
      const before = withoutOwn(await accountIn(zip), own);
      const after = withoutOwn(await accountIn(await exportOf(other)), own);
      expect(after.account).toEqual(before.account);
      expect(after.taken).toHaveLength(before.taken.length);
      expect(after.taken.filter((code) => before.taken.includes(code))).toEqual([]);
      // Whose they were has them still.
      expect((await exportOf(viewer)).equals(zip)).toBe(true);
      await asSystem((tx) => tx.user.delete({ where: { id: viewer.userId } }));
      const again = await personCalled(viewer.handle);
      await restore(again, zip);
      const anew = withoutOwn(await accountIn(await exportOf(again)), codes);
      expect(anew.account).toEqual(withoutOwn(await accountIn(zip), codes).account);
      expect(anew.taken.filter((code) => before.taken.includes(code))).toEqual([]);
    });
    await fc.assert(standsBeside, { numRuns: 10 });
  },
  patience,
);

test(
  'from another installation codes are new too, and nobody was written to from here',
  async () => {
    const movesHere = fc.asyncProperty(anyAccount, async (rows) => {
      const viewer = await personWith(rows);
      const json = (await filesIn(await exportOf(viewer))).get('jisseki.json') ?? '';
      await asSystem((tx) => tx.user.delete({ where: { id: viewer.userId } }));
      const again = await personCalled(viewer.handle);
      const report = await restore(again, await zipOf([['jisseki.json', json]]));
      const own = { ...codes, inquiry: 'arrival' };
      const before = withoutOwn(JSON.parse(`${json}`), own);
      const after = withoutOwn(await accountIn(await exportOf(again)), own);
      expect(after.account).toEqual(before.account);
      expect(after.taken).not.toContain('form');
      expect(report.unproven).toBe(before.taken.filter((arrival) => arrival === 'form').length);
      const isCode = (text: unknown) => text !== 'form' && text !== 'hand';
      expect(after.taken.filter(isCode)).toHaveLength(before.taken.filter(isCode).length);
      expect(after.taken.filter(isCode).filter((code) => before.taken.includes(code))).toEqual([]);
    });
    await fc.assert(movesHere, { numRuns: 10 });
  },
  patience,
);
