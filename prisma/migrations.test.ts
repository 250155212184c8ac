import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '@/lib/testing/postgres';
import { withClient } from './embedded/postmaster';
import { MigrationError, type MigrationTrouble, migrate, migrationState } from './migrate';
import { schemaDiff } from './schema-diff';

const SCHEMA = path.join('prisma', 'schema.prisma');

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;

beforeEach(async () => {
  database = await freshDatabase({ migrated: false });
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

async function tables(): Promise<string[]> {
  return withClient(database.url, async (client) => {
    const { rows } = await client.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    );
    return rows.map(({ tablename }) => tablename);
  });
}

async function refusal(): Promise<MigrationTrouble | undefined> {
  const error: unknown = await migrate(database.url, folder).catch((caught: unknown) => caught);
  return error instanceof MigrationError ? error.reason : undefined;
}

describe('the migrations of this repository', () => {
  test('lead to the schema', async () => {
    await migrate(database.url);
    expect(await schemaDiff(database.url, SCHEMA)).toBe('');
  });

  test('are noticed when the schema has gone ahead of them', async () => {
    await migrate(database.url);
    const ahead = path.join(folder, 'schema.prisma');
    cpSync(SCHEMA, ahead);
    writeFileSync(ahead, '\nmodel Ahead {\n  id String @id\n}\n', { flag: 'a' });
    expect(await schemaDiff(database.url, ahead)).toContain('CREATE TABLE "Ahead"');
  });
});

/** A table as ours are: its rows are for whoever the session says it is. */
const hiding = `
  CREATE TABLE one (id int);
  INSERT INTO one VALUES (1);
  ALTER TABLE one ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY one_system ON one USING (current_setting('app.system', true) = 'on');`;

describe('the migrator', () => {
  test('applies in order what is missing, and only that', async () => {
    write('2_second', 'ALTER TABLE one ADD COLUMN more int; CREATE TABLE two (id int);');
    write('1_first', 'CREATE TABLE one (id int);');
    expect(await migrationState(database.url, folder)).toBe('behind');
    expect(await migrate(database.url, folder)).toEqual({ applied: ['1_first', '2_second'] });
    expect(await migrate(database.url, folder)).toEqual({ applied: [] });
    expect(await migrationState(database.url, folder)).toBe('current');
    expect(await tables()).toEqual(['one', 'two']);
  });

  test('changes rows that a table hides from its owner', async () => {
    write('1_first', hiding);
    write('2_second', 'UPDATE one SET id = id + 1;');
    await migrate(database.url, folder);
    const rows = await withClient(database.url, async (client) => {
      await client.query(`SET app.system = 'on'`);
      return (await client.query('SELECT id FROM one')).rows;
    });
    expect(rows).toEqual([{ id: 2 }]);
  });

  test('lets one process at a time in', async () => {
    write('1_first', 'CREATE TABLE one (id int);');
    const both = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(['1_first']);
  });

  test('keeps nothing of a file that fails, and can try it again', async () => {
    write('1_first', 'CREATE TABLE one (id int);');
    write('2_second', 'CREATE TABLE two (id int); SELECT 1 / 0;');
    expect(await refusal()).toBe('sql');
    expect(await tables()).toEqual(['one']);
    write('2_second', 'CREATE TABLE two (id int);');
    expect(await migrate(database.url, folder)).toEqual({ applied: ['2_second'] });
  });

  test('refuses a file that ends its own transaction', async () => {
    write('1_first', 'COMMIT; BEGIN;');
    expect(await refusal()).toBe('sql');
  });

  test('refuses a file changed after it was applied', async () => {
    write('1_first', 'CREATE TABLE one (id int);');
    await migrate(database.url, folder);
    write('1_first', 'CREATE TABLE one (id bigint);');
    expect(await refusal()).toBe('changed');
    expect(await migrationState(database.url, folder)).toBe('changed');
  });

  test('refuses a database newer than the code', async () => {
    write('1_first', 'CREATE TABLE one (id int);');
    write('2_second', 'CREATE TABLE two (id int);');
    await migrate(database.url, folder);
    rmSync(path.join(folder, '2_second'), { recursive: true });
    write('3_third', 'CREATE TABLE three (id int);');
    expect(await refusal()).toBe('newer');
    expect(await migrationState(database.url, folder)).toBe('newer');
    expect(await tables()).toEqual(['one', 'two']);
  });

  test('refuses a row that another tool left failed, until it is rolled back', async () => {
    write('1_first', 'CREATE TABLE one (id int);');
    await migrate(database.url, folder);
    const mark = (sql: string) => withClient(database.url, (client) => client.query(sql));
    await mark('UPDATE _prisma_migrations SET finished_at = NULL');
    expect(await refusal()).toBe('failed');
    expect(await migrationState(database.url, folder)).toBe('failed');
    await mark('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await migrationState(database.url, folder)).toBe('behind');
  });

  test('says when no database answers', async () => {
    const nowhere = 'postgresql://jisseki:wrong@127.0.0.1:1/jisseki';
    await expect(migrate(nowhere, folder)).rejects.toThrow(/cannot be reached/);
    expect(await migrationState(nowhere, folder)).toBe('unreachable');
  });
});
