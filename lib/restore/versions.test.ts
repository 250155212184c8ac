import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exportVersion } from '../export/layout.rules';
import { accountIn, exportOf, withFile, zipOf } from '../testing/exports';
import { makePerson } from '../testing/people';
import { restoreAccount } from './mutations';

/** What an installation of that version wrote once. These are never written again. */
const written = (version: number) =>
  readFile(path.join(import.meta.dirname, `version-${version}.export.txt`));

const versions = Array.from({ length: exportVersion }, (_, i) => i + 1);

test.each(versions)('an export of version %i is restored, every row of it', async (version) => {
  const json = await written(version);
  const said = JSON.parse(`${json}`);
  expect(said.version).toBe(version);
  for (const rows of Object.values<unknown[]>(said.tables)) expect(rows).not.toEqual([]);
  const viewer = await makePerson();
  const zip = await zipOf([['jisseki.json', json]]);
  const choice = { takes: true, staysOpen: false };
  const done = await withFile(zip, (file) => restoreAccount(viewer, file, choice, async () => {}));
  expect(done).toMatchObject({ ok: true });
  const { tables } = await accountIn(await exportOf(viewer));
  if (version !== exportVersion) return;
  // Not from here, so codes are new and nobody is known to have written.
  const own = ['handle', 'code', 'unsubscribe_code', 'arrival'];
  const without = (rows: Record<string, unknown>[] = []) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name))),
    );
  for (const [name, rows] of Object.entries(tables)) {
    expect([name, without(rows)]).toEqual([name, without(said.tables[name])]);
  }
});
