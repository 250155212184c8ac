import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { cutShort } from '@/lib/testing/backups';
import { freshDatabase } from '@/lib/testing/postgres';
import { withClient } from '../embedded/postmaster';
import { dumpDatabase } from './dump';
import { BackupError, type BackupTrouble } from './errors';
import { LEFT_OUT } from './tables';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let file: string;

beforeEach(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-dump-'));
  file = path.join(folder, 'backup.sql.gz');
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Hooks = Partial<Parameters<typeof dumpDatabase>[2]>;
const dump = (hooks: Hooks = {}) =>
  dumpDatabase(database.url, file, { madeBy: 'a test', ...hooks });
const run = (sql: string) => withClient(database.url, (client) => client.query(sql));

async function refusal(work: Promise<unknown>): Promise<BackupTrouble | undefined> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  return error instanceof BackupError ? error.reason : undefined;
}

test('a dump is of one moment, whatever changes places meanwhile', async () => {
  await run(`CREATE TABLE a_here (id int); CREATE TABLE z_there (id int);
    INSERT INTO a_here SELECT generate_series(1, 1000);
    INSERT INTO z_there SELECT generate_series(1001, 1500)`);
  const swap = `WITH here AS (DELETE FROM a_here RETURNING id), there AS (DELETE FROM z_there RETURNING id),
      moved AS (INSERT INTO z_there SELECT id FROM here)
    INSERT INTO a_here SELECT id FROM there`;
  const { rows } = await dump({
    onTable: async (table) => {
      if (table === 'a_here') await run(swap);
    },
  });
  expect([rows.a_here, rows.z_there]).toEqual([1000, 500]);
  const after = await dump();
  expect([after.rows.a_here, after.rows.z_there]).toEqual([500, 1000]);
});

test('a dump that is killed leaves no file, and its remains go with the next', async () => {
  expect(await cutShort('dump', database.url, file, 'user')).toBe(true);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^backup\.sql\.gz\.\d+\.partial$/)]);
  await dump();
  expect(readdirSync(folder)).toEqual(['backup.sql.gz']);
});

test('nor does one whose database goes away, or that is stopped', async () => {
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = '${new URL(database.url).pathname.slice(1)}'`;
  const cutOff = dump({
    onTable: async () => {
      await withClient(inject('testPostgres').adminUrl, (client) => client.query(cut));
    },
  });
  expect(await refusal(cutOff)).toBe('lost');
  const stop = new AbortController();
  await expect(dump({ signal: stop.signal, onTable: () => stop.abort() })).rejects.toThrow(/abort/);
  expect(readdirSync(folder)).toEqual([]);
});

test('its owner alone may read it', async () => {
  await dump();
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('it takes the place of an earlier backup, and of nothing else', async () => {
  await dump();
  await run('CREATE TABLE more (id int)');
  await dump();
  expect(gunzipSync(readFileSync(file)).toString()).toContain('COPY "more"');
  writeFileSync(file, 'a letter');
  expect(await refusal(dump())).toBe('file');
  expect(readFileSync(file, 'utf8')).toBe('a letter');
  file = path.join(folder, 'nowhere', 'backup');
  expect(await refusal(dump())).toBe('file');
});

test('tables come after those they point to, and what passes is left out', async () => {
  const { rows } = await dump();
  const order = Object.keys(rows);
  expect(order.indexOf('user')).toBeLessThan(order.indexOf('milestone'));
  expect(order.indexOf('milestone')).toBeLessThan(order.indexOf('evidence'));
  const all = await run(
    `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const names = all.rows.map(({ name }) => name).filter((name) => name !== '_prisma_migrations');
  expect([...order, ...LEFT_OUT].sort()).toEqual(names.sort());
});

test('a table that it could not see whole is refused, not left out', async () => {
  await run('CREATE TABLE private (id int)');
  await run('ALTER TABLE private ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY');
  expect(await refusal(dump())).toBe('schema');
  await run('CREATE POLICY private_system ON private USING ((SELECT app_is_system()))');
  await dump();
  await run('CREATE POLICY private_none ON private AS RESTRICTIVE USING (false)');
  expect(await refusal(dump())).toBe('schema');
});

test('a migration that ends while it begins is noticed', async () => {
  const waiting = `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database
    WHERE d.datname = current_database() AND NOT l.granted`;
  const refused = await withClient(database.url, async (client) => {
    await client.query('BEGIN; ALTER TABLE "user" ADD COLUMN more int');
    const dumping = refusal(dump());
    await expect.poll(async () => (await run(waiting)).rows[0].count).toBe(1);
    await client.query('COMMIT');
    return dumping;
  });
  expect(refused).toBe('busy');
});

test('a database that was never migrated, or only half, is refused', async () => {
  await run(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%init'`);
  expect(await refusal(dump())).toBe('schema');
  await run('DROP TABLE _prisma_migrations');
  expect(await refusal(dump())).toBe('schema');
  expect(readdirSync(folder)).toEqual([]);
});
