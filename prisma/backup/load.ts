import type { Client } from 'pg';
import { connected, type Migration, type Row, readMigrations, readRows } from '../migrate';
import { countContents, refuseContents } from './contents';
import { BackupError, explainDatabase } from './errors';
import { type Header, SESSION } from './format';
import { loadOlder } from './older';
import { openBackup } from './reading';
import { loadSections, type Progress } from './sections';
import { readTables, type Table } from './tables';

export type RestoreOptions = Progress & {
  /** Takes away what is there, instead of refusing. */
  replace?: boolean;
  /** Of the migrations of this code; `prisma/migrations` when not given. */
  folder?: string;
};

/** What the backup said of itself, the rows of each table, and by how many migrations it was behind. */
export type Restored = { header: Header; rows: Record<string, number>; behind: number };

const LOCK_WAIT_MS = 10_000;

/**
 * Loads a backup into a migrated database, all of it or nothing: one transaction, which ends well only
 * when the file was whole, its checksum right and every row it counts in the database. A backup of
 * fewer migrations than this code has is brought up on the way.
 * @param file an absolute path
 * @throws BackupError, MigrationError when the database cannot be reached
 */
export async function restoreDatabase(
  url: string,
  file: string,
  options: RestoreOptions = {},
): Promise<Restored> {
  const backup = await openBackup(file);
  try {
    const migrations = readMigrations(options.folder);
    const known = knownPart(migrations, backup.header);
    return await connected(url, async (client) => {
      const tables = await beginWriting(client, migrations);
      await makeRoom(client, tables, options);
      const load = { backup, ...options };
      const rows =
        known.length === migrations.length
          ? await loadSections(client, load)
          : await loadOlder(client, load, { known, next: migrations.slice(known.length) });
      await client.query('COMMIT');
      await client.query('SET statement_timeout = 0');
      const names = tables.map(({ name }) => client.escapeIdentifier(name));
      await client.query(`VACUUM (ANALYZE) ${names}`);
      return { header: backup.header, rows, behind: migrations.length - known.length };
    });
  } catch (error) {
    throw explainDatabase(error);
  } finally {
    backup.close();
  }
}

/**
 * Reads all of a backup, and touches no database.
 * @returns what it says of itself
 * @throws BackupError when it is not whole and as it was written, or this code cannot restore it
 */
export async function checkBackup(file: string, folder?: string): Promise<Header> {
  const backup = await openBackup(file);
  try {
    knownPart(readMigrations(folder), backup.header);
    for await (const { rows } of backup.sections()) {
      let part = await rows.next();
      while (!part.done) part = await rows.next();
    }
    return backup.header;
  } finally {
    backup.close();
  }
}

/** Those of our migrations that the backup was made under: the first so many. */
function knownPart(migrations: readonly Migration[], { migrations: theirs }: Header): Migration[] {
  return theirs.map(({ name, checksum }, at) => {
    const own = migrations.find((each) => each.name === name);
    if (!own) {
      throw new BackupError(
        'newer',
        `The backup was made by a newer Jisseki: it has migration ${name}, which this code does not know. Update the code.`,
      );
    }
    if (own.checksum !== checksum || migrations[at] !== own) {
      throw new BackupError(
        'migrations',
        `Migration ${name} is not the one that the backup was made under. Restore it with the code that made it.`,
      );
    }
    return own;
  });
}

/** Begins the transaction and keeps everybody else out of it. */
async function beginWriting(client: Client, migrations: readonly Migration[]): Promise<Table[]> {
  await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED; ${SESSION}
    SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
  const lock = (names: string[]) =>
    client.query(`LOCK TABLE ${names.map((name) => client.escapeIdentifier(name))}`);
  if ((await readRows(client)).length > 0) await lock(['_prisma_migrations']);
  refuseUnlessCurrent(await readRows(client), migrations);
  const tables = await readTables(client);
  await lock(tables.map(({ name }) => name));
  return tables;
}

function refuseUnlessCurrent(applied: readonly Row[], migrations: readonly Migration[]): void {
  const isCurrent =
    applied.length === migrations.length &&
    applied.every(
      ({ checksum, finished }, at) => finished && checksum === migrations[at]?.checksum,
    );
  if (isCurrent) return;
  throw new BackupError('migrations', 'The database is not migrated to the state of this code.');
}

async function makeRoom(
  client: Client,
  tables: readonly Table[],
  { replace }: RestoreOptions,
): Promise<void> {
  if (!replace) return refuseContents(await countContents(client, tables));
  await client.query(`TRUNCATE ${tables.map(({ name }) => client.escapeIdentifier(name))}`);
}
