import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cutShort, everyRow, filledTables } from '@/lib/testing/backups';
import { freshDatabase } from '@/lib/testing/postgres';
import { withClient } from '../embedded/postmaster';
import { migrate, readMigrations } from '../migrate';
import { dumpDatabase } from './dump';
import { restoreDatabase } from './load';

const all = readMigrations();
let folder: string;
let target: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-older-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  target = await freshDatabase();
});
afterEach(() => target.drop());

const id = '00000000-0000-7000-8000-000000000001';
/** As the first migration made the tables; every later one must be able to take it on. */
const person = `
  SET app.system = 'on';
  INSERT INTO "user" (id, email, password_hash, locale) VALUES ('${id}', 'h@example.com', 'x', 'en');
  INSERT INTO record (owner_id, handle, display_name) VALUES ('${id}', 'hana', 'Hana');
  INSERT INTO stream (owner_id, id, name_ja, name_key) VALUES ('${id}', '${id}', '技', '技');
  INSERT INTO milestone (owner_id, id, kind, happened_on, precision, stream_id, amount_minor, currency)
    VALUES ('${id}', '${id}', 'income', '2026-08-01', 'month', '${id}', 1, 'JPY');
  INSERT INTO milestone (owner_id, id, kind, title_en, happened_on, precision)
    SELECT '${id}', gen_random_uuid(), 'work', 'Site ' || n, '2026-08-02', 'day'
      FROM generate_series(1, 500) n`;

/** A backup of that person, made when there were only the first so many migrations. */
async function backupUnder(count: number): Promise<string> {
  const migrations = path.join(folder, String(count));
  for (const { name } of all.slice(0, count)) {
    cpSync(path.join('prisma', 'migrations', name), path.join(migrations, name), {
      recursive: true,
    });
  }
  const database = await freshDatabase({ migrated: false });
  try {
    await migrate(database.url, migrations);
    await withClient(database.url, (client) => client.query(person));
    const file = path.join(folder, `${count}.sql.gz`);
    await dumpDatabase(database.url, file, { madeBy: 'a test' });
    return file;
  } finally {
    await database.drop();
  }
}

const ask = (sql: string) =>
  withClient(target.url, async (client) => {
    await client.query(`SET app.system = 'on'`);
    return (await client.query(sql)).rows;
  });

test.each(all.slice(1).map((_, at) => [at + 1]))(
  'a backup made under %i migrations is brought up to all of them',
  async (count) => {
    const { behind, rows } = await restoreDatabase(target.url, await backupUnder(count));
    expect([behind, rows.milestone]).toEqual([all.length - count, 501]);
    expect(await filledTables(target.url)).toEqual({
      milestone: 501,
      record: 1,
      stream: 1,
      user: 1,
    });
    const found = await ask(`SELECT DISTINCT m.kind, m.text_version, s.name_ja FROM milestone m
      LEFT JOIN stream s ON s.id = m.stream_id ORDER BY 1`);
    expect(found).toEqual([
      { kind: 'income', text_version: 1, name_ja: '技' },
      { kind: 'work', text_version: 1, name_ja: null },
    ]);
    expect(await ask(`SELECT 1 FROM pg_namespace WHERE nspname LIKE 'jisseki%'`)).toEqual([]);
  },
);

test('what a migration makes of the rows there were, it makes of those of the backup', async () => {
  await restoreDatabase(target.url, await backupUnder(1));
  expect(await ask('SELECT DISTINCT language FROM record')).toEqual([{ language: 'en' }]);
  expect(await ask('SELECT DISTINCT language FROM milestone')).toEqual([{ language: 'en' }]);
});

test('and killed on the way it changes nothing', async () => {
  const older = await backupUnder(2);
  expect(await cutShort('restore', target.url, older, 'milestone')).toBe(true);
  expect(await filledTables(target.url)).toEqual({});
  expect(await ask(`SELECT 1 FROM pg_namespace WHERE nspname LIKE 'jisseki%'`)).toEqual([]);
  await restoreDatabase(target.url, older);
  const before = await everyRow(target.url);
  expect(await cutShort('replace', target.url, older, 'milestone')).toBe(true);
  expect(await everyRow(target.url)).toEqual(before);
});
