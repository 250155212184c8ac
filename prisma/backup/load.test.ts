import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asOwner, asSystem } from '@/lib/db';
import { cutShort, everyRow, filledTables, rewrite, seeingAll } from '@/lib/testing/backups';
import { makeFullPerson } from '@/lib/testing/full-person';
import { freshDatabase } from '@/lib/testing/postgres';
import { withClient } from '../embedded/postmaster';
import { contentsOf, inWords, sumUp } from './contents';
import { dumpDatabase } from './dump';
import { BackupError, type BackupTrouble } from './errors';
import { type RestoreOptions, restoreDatabase } from './load';

const source = process.env.DATABASE_URL ?? '';
let folder: string;
let whole: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;

const hex = () => randomBytes(32).toString('hex');

/** What might be taken for the end of a table, for nothing, or for two rows; and much of it. */
async function writeLetters(viewer: Viewer): Promise<void> {
  const ownerId = viewer.userId;
  const odd =
    '\\.\n\\N\n\t\r\n\\\\.\n\u2028"\'$$ 𠮷野家 🎉\n-- end {}\nCOPY "user" ("id") FROM stdin;\n';
  const now = new Date('2026-08-15T03:00:00.123Z');
  const dated = { createdAt: now, nextTryAt: now };
  const letter = { recipient: 'x@example.com', subject: 'x', html: odd, ...dated };
  await asOwner(viewer, (tx) =>
    tx.mail.createMany({
      data: Array.from({ length: 40 }, (_, i) => ({
        ...letter,
        ownerId,
        id: randomUUID(),
        occasion: `odd:${i}`,
        text: odd + randomBytes(40_000).toString('base64') + odd,
      })),
    }),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jisseki-restore-'));
  whole = path.join(folder, 'whole.sql.gz');
  await makeFullPerson();
  await writeLetters(await makeFullPerson());
  await asSystem((tx) => tx.handleHold.create({ data: { handleHash: hex(), until: new Date() } }));
  await dumpDatabase(source, whole, { madeBy: 'a test' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  database = await freshDatabase();
});

afterEach(() => database.drop());

const at = (name: string) => path.join(folder, name);
const restore = (file: string, options: RestoreOptions = {}) =>
  restoreDatabase(database.url, file, options);
const run = (sql: string) =>
  withClient(seeingAll(database.url), async (client) => (await client.query(sql)).rows);

async function refusal(file: string, options?: RestoreOptions): Promise<BackupTrouble | undefined> {
  const error: unknown = await restore(file, options).catch((caught: unknown) => caught);
  if (error !== undefined && !(error instanceof BackupError)) throw error;
  return error?.reason;
}

const lockedDown = `SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;

test('what was dumped is there again, row for row, and as locked down as before', async () => {
  const before = await run(lockedDown);
  const { rows } = await restore(whole);
  const restored = await everyRow(database.url);
  expect(restored).toEqual(await everyRow(source));
  for (const [table, found] of Object.entries(restored)) {
    expect([table, rows[table]]).toEqual([table, found.length]);
    expect([table, found.length > 0]).toEqual([table, true]);
  }
  expect(await run(lockedDown)).toEqual(before);
  const hidden = await withClient(database.url, (client) => client.query('SELECT 1 FROM "user"'));
  expect(hidden.rows).toEqual([]);
});

test('what lives for minutes or days is not in it, and it says so', async () => {
  const { header } = await restore(whole);
  expect(header.leftOut).toContain('session');
  for (const table of header.leftOut) {
    expect([table, await run(`SELECT 1 FROM "${table}"`)]).toEqual([table, []]);
  }
});

test('what PostgreSQL generates it generates anew', async () => {
  const table = `CREATE TABLE folded (name text,
    key text GENERATED ALWAYS AS (lower(name)) STORED, id int GENERATED ALWAYS AS IDENTITY)`;
  const other = await freshDatabase();
  try {
    for (const url of [database.url, other.url]) {
      await withClient(url, (client) => client.query(table));
    }
    await withClient(other.url, (client) => client.query(`INSERT INTO folded VALUES ('Hana')`));
    await dumpDatabase(other.url, at('generated'), { madeBy: 'a test' });
  } finally {
    await other.drop();
  }
  await restore(at('generated'));
  expect(await run('SELECT name, key, id FROM folded')).toEqual([
    { name: 'Hana', key: 'hana', id: 1 },
  ]);
});

/** Each leaves the database as it was: with nothing in it. */
async function expectRefusal(name: string, bytes: Buffer, reason: BackupTrouble): Promise<void> {
  writeFileSync(at(name), bytes);
  expect([name, await refusal(at(name))]).toEqual([name, reason]);
  expect(await filledTables(database.url)).toEqual({});
}

test('a file that is cut short is refused, wherever', async () => {
  const bytes = readFileSync(whole);
  for (const part of [0.1, 0.5, 0.9]) {
    const size = Math.floor(bytes.length * part);
    await expectRefusal(`cut at ${part}`, bytes.subarray(0, size), 'truncated');
  }
  await expectRefusal('cut by a byte', bytes.subarray(0, -1), 'truncated');
  for (const end of ['-- end', 'COMMIT;', 'COPY "mail"', 'COPY "milestone"']) {
    rewrite(whole, at('anew'), (script) => script.slice(0, script.lastIndexOf(`\n${end}`) + 1));
    await expectRefusal(`without ${end}`, readFileSync(at('anew')), 'truncated');
  }
});

test('so is one with another byte in it', async () => {
  const bytes = readFileSync(whole);
  for (const part of [0.2, 0.5, 0.8]) {
    const changed = Buffer.from(bytes);
    const place = Math.floor(bytes.length * part);
    changed[place] = (changed[place] ?? 0) ^ 1;
    writeFileSync(at('flipped'), changed);
    const reason = await refusal(at('flipped'));
    expect(['altered', 'refused']).toContain(reason);
    expect(await filledTables(database.url)).toEqual({});
  }
  const changes: Record<string, (script: string) => string> = {
    'another letter': (script) => script.replace('技', '枝'),
    'another count': (script) => script.replace(/"mail":\d+/, '"mail":7'),
    'a row less': (script) => script.replace(/(COPY "mail" .*\n).*\n/, '$1'),
    'more after its end': (script) => `${script}-- and on\n`,
    'a table less': (script) => script.replace(/COPY "mail_choice" [^.]*\\\.\n/, ''),
  };
  for (const [name, change] of Object.entries(changes)) {
    rewrite(whole, at('anew'), change);
    await expectRefusal(name, readFileSync(at('anew')), 'altered');
  }
});

test('a file that is no backup, or one of another format, is refused', async () => {
  await expectRefusal('nothing', Buffer.alloc(0), 'truncated');
  await expectRefusal('a letter', Buffer.from('Dear Hana'), 'format');
  rewrite(whole, at('anew'), () => 'Dear Hana\n');
  await expectRefusal('a packed letter', readFileSync(at('anew')), 'format');
  rewrite(whole, at('anew'), (script) => script.replace('format 1', 'format 2'));
  await expectRefusal('another format', readFileSync(at('anew')), 'format');
  expect(await refusal(at('nowhere'))).toBe('file');
});

test('a backup under migrations that are not ours is refused', async () => {
  rewrite(whole, at('anew'), (script) => script.replace(/("name":"\d+)(_init)/, '$19$2'));
  await expectRefusal('unknown', readFileSync(at('anew')), 'newer');
  rewrite(whole, at('anew'), (script) => script.replace(/"checksum":"\w{4}/, '"checksum":"0000'));
  await expectRefusal('changed', readFileSync(at('anew')), 'migrations');
  const behind = await freshDatabase({ migrated: false });
  try {
    await expect(restoreDatabase(behind.url, whole)).rejects.toThrow(/not migrated/);
  } finally {
    await behind.drop();
  }
});

test('a database that is not empty is refused, and told what it has', async () => {
  expect(await contentsOf(database.url)).toEqual({ accounts: 0, rows: 0, tables: 0 });
  const { rows } = await restore(whole);
  const there = await contentsOf(database.url);
  expect(there).toEqual(sumUp(rows));
  await expect(restore(whole)).rejects.toThrow(`not empty: ${inWords(there)}.`);
});

test('unless all that is there is to go, which it does only once the backup is in', async () => {
  await restore(whole);
  await run(`INSERT INTO handle_hold VALUES ('${hex()}', now())`);
  const before = await everyRow(database.url);
  writeFileSync(at('cut'), readFileSync(whole).subarray(0, -1));
  expect(await refusal(at('cut'), { replace: true })).toBe('truncated');
  expect(await everyRow(database.url)).toEqual(before);
  await restore(whole, { replace: true });
  expect(await everyRow(database.url)).toEqual(await everyRow(source));
});

test('a restore that is killed changes nothing', async () => {
  expect(await cutShort('restore', database.url, whole, 'mail')).toBe(true);
  expect(await filledTables(database.url)).toEqual({});
  await restore(whole);
  const before = await everyRow(database.url);
  expect(await cutShort('replace', database.url, whole, 'mail')).toBe(true);
  expect(await everyRow(database.url)).toEqual(before);
});

test('one that is stopped changes nothing either', async () => {
  const stop = new AbortController();
  const stopped = restore(whole, { signal: stop.signal, onTable: () => stop.abort() });
  await expect(stopped).rejects.toThrow(/abort/);
  expect(await filledTables(database.url)).toEqual({});
});
