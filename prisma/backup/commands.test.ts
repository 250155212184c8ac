import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '@/bin/launch/lock.mjs';
import { rewrite } from '@/lib/testing/backups';
import { discardPostgres, throwawayFolder } from '../embedded/discard';
import { withClient } from '../embedded/postmaster';
import { migrate } from '../migrate';
import { type EmbeddedPostgres, startPostgres } from '../postgres';

let folder: string;
let here: string;
let there: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-commands-'));
  here = await throwawayFolder('backup');
  there = await throwawayFolder('backup');
  postgres = await startPostgres({ dataDir: here });
  await migrate(postgres.url);
  const account = `INSERT INTO "user" (id, email) VALUES (gen_random_uuid(), 'hana@example.com')`;
  await withClient(postgres.url, (client) => client.query(`SET app.system = 'on'; ${account}`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => discardPostgres(here));
afterAll(() => discardPostgres(there));

/** Types a command in `folder`, for the database of a data folder. */
function type(dataDir: string, command: string, ...args: string[]) {
  const script = path.resolve('bin', command);
  const { DATABASE_URL: _, APP_SECRET: __, ...env } = process.env;
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...env, JISSEKI_DATA: dataDir, INIT_CWD: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  return new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

test('a backup is made beside a server that runs, and leaves its database running', async () => {
  const release = lockFolder(here);
  const { code, said } = await type(here, 'backup.mjs', 'served');
  release();
  expect(said).toContain('1 account, 1 row in 1 table');
  expect([code, postgres.isRunning()]).toEqual([0, true]);
  expect(said).toContain(path.join(here, 'secrets.json'));
  const { appSecret } = JSON.parse(readFileSync(path.join(here, 'secrets.json'), 'utf8'));
  expect(said).not.toContain(appSecret);
});

test('and where none runs: the database runs for as long as it takes', async () => {
  await postgres.stop();
  const { code, said } = await type(here, 'backup.mjs', 'alone');
  expect([code, said]).toEqual([0, expect.stringContaining('1 account')]);
  expect([postgres.isRunning(), existsSync(path.join(here, 'lock'))]).toEqual([false, false]);
  expect(statSync(path.join(folder, 'alone')).size).toBeGreaterThan(1_000);
});

test('it is restored where nothing is yet, and told that the secret is another', async () => {
  const first = await type(there, 'restore.mjs', 'served');
  expect(first.said).toContain('1 account, 1 row in 1 table');
  expect(first.said).toMatch(/another APP_SECRET/);
  expect(first.code).toBe(0);
  const second = await type(there, 'restore.mjs', 'served');
  expect([second.code, second.said]).toEqual([1, expect.stringContaining('is not empty')]);
  const third = await type(there, 'restore.mjs', 'served', '--replace');
  expect([third.code, third.said]).toEqual([
    0,
    expect.stringContaining('takes away what is there: 1 account, 1 row'),
  ]);
  expect(existsSync(path.join(there, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('never under a server that runs', async () => {
  const release = lockFolder(there);
  const { code, said } = await type(there, 'restore.mjs', 'served', '--replace');
  release();
  expect([code, said]).toEqual([1, expect.stringContaining('already runs')]);
});

test('what cannot be done is said before any database is started', async () => {
  const nowhere = path.join(folder, 'nowhere');
  const backup = await type(nowhere, 'backup.mjs', 'nothing');
  expect([backup.code, backup.said]).toEqual([1, expect.stringContaining('There is no database')]);
  const restore = await type(nowhere, 'restore.mjs', 'nothing');
  expect([restore.code, restore.said]).toEqual([1, expect.stringContaining('cannot be read')]);
  const bytes = readFileSync(path.join(folder, 'served'));
  writeFileSync(path.join(folder, 'cut'), bytes.subarray(0, -40));
  const cut = await type(nowhere, 'restore.mjs', 'cut');
  expect([cut.code, cut.said]).toEqual([1, expect.stringContaining('is cut short')]);
  rewrite(path.join(folder, 'served'), path.join(folder, 'other'), (script) =>
    script.replace('hana@', 'mari@'),
  );
  const other = await type(nowhere, 'restore.mjs', 'other');
  expect([other.code, other.said]).toEqual([1, expect.stringContaining('checksum is wrong')]);
  expect((await type(nowhere, 'restore.mjs')).code).toBe(2);
  expect((await type(nowhere, 'backup.mjs')).code).toBe(2);
  expect(existsSync(nowhere)).toBe(false);
});
