import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discardPostgres, throwawayFolder } from './embedded/discard';
import { runningPostmaster, withClient } from './embedded/postmaster';
import { dangerousRole } from './migrate';
import { type EmbeddedPostgres, startPostgres } from './postgres';

let dataDir: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = path.join(await throwawayFolder('box'), 'with a space');
  postgres = await startPostgres({ dataDir });
});
afterAll(() => discardPostgres(path.dirname(dataDir)));
afterAll(() => discardPostgres(dataDir));

async function ask<T>(sql: string, url = postgres.url): Promise<T | undefined> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ answer: T }>(sql);
    return rows[0]?.answer;
  });
}

/** Ends the server as a power cut would. */
async function kill(): Promise<void> {
  const running = runningPostmaster(path.join(dataDir, 'postgres'));
  if (running) process.kill(running.pid, 'SIGKILL');
  await expect.poll(() => postgres.isRunning(), { timeout: 10_000 }).toBe(false);
}

test('a first start makes a database whose owner is nobody special', async () => {
  expect(postgres.created).toBe(true);
  expect(await dangerousRole(postgres.url)).toBeUndefined();
  expect(await dangerousRole(postgres.adminUrl)).toBe('superuser');
  expect(
    await ask(
      'SELECT pg_get_userbyid(datdba) AS answer FROM pg_database WHERE datname = current_database()',
    ),
  ).toBe('jisseki');
});

test('it writes UTF-8, sorts by bytes and finds Japanese by parts of words', async () => {
  expect(await ask(`SELECT current_setting('server_encoding') AS answer`)).toBe('UTF8');
  expect(await ask(`SELECT current_setting('fsync') AS answer`)).toBe('on');
  expect(await ask(`SELECT 'Z' < 'a' AS answer`)).toBe(true);
  await ask('CREATE EXTENSION pg_trgm');
  expect(await ask(`SELECT array_length(show_trgm('実績の記録'), 1) > 0 AS answer`)).toBe(true);
});

test('nobody comes in without the password, and it is kept from others', async () => {
  const stranger = new URL(postgres.url);
  stranger.password = 'guess';
  await expect(ask('SELECT 1 AS answer', stranger.href)).rejects.toThrow(/password/);
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a running server is taken over, not started twice', async () => {
  const again = await startPostgres({ dataDir });
  expect(again).toMatchObject({ adopted: true, created: false, url: postgres.url });
});

test('what was acknowledged survives a killed server, on the port of before', async () => {
  await ask('CREATE TABLE kept (id int)');
  await ask('INSERT INTO kept VALUES (1)');
  await kill();
  const again = await startPostgres({ dataDir });
  expect(again).toMatchObject({ adopted: false, created: false, url: postgres.url });
  expect(await ask('SELECT count(*)::int AS answer FROM kept')).toBe(1);
});

test('a pid file whose process is another program by now stops nobody', async () => {
  await kill();
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(process.ppid), ...lines.slice(1)].join('\n'));
  const again = await startPostgres({ dataDir });
  expect(again.adopted).toBe(false);
  expect(await ask('SELECT 1 AS answer')).toBe(1);
});

test('it stops for good, and stopping twice is fine', async () => {
  await postgres.stop();
  await postgres.stop();
  expect(postgres.isRunning()).toBe(false);
});
