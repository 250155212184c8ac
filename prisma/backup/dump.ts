import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connected, readRows } from '../migrate';
import { BackupError, explainDatabase, explainFile } from './errors';
import {
  closing,
  copyFromLine,
  copyToStatement,
  endLine,
  type Header,
  opening,
  ROWS_END,
  SESSION,
} from './format';
import { isBackup } from './reading';
import { LEFT_OUT, readKeptTables, type Table } from './tables';
import { writeWhole } from './whole-file';

export type DumpOptions = {
  /** The version of Jisseki that writes it. */
  madeBy: string;
  /** `secretMark` of the APP_SECRET in use; null: not known. */
  secretMark?: string | null;
  /** Ends the work; no file is left. */
  signal?: AbortSignal;
  /** Waited for after each table's rows were read. */
  onTable?: (table: string) => Promise<void> | void;
};

/** What was written: the file's bytes, and the rows of each table. */
export type Dumped = { bytes: number; rows: Record<string, number> };

const LOCK_WAIT_MS = 60_000;

/**
 * Writes everything that lasts of a database to a file, as it stood at one moment, while others read
 * and write. Streamed: memory does not grow with the data. An earlier backup of that name is
 * replaced, anything else is not.
 * @param file an absolute path
 * @throws BackupError, MigrationError when the database cannot be reached
 */
export async function dumpDatabase(
  url: string,
  file: string,
  options: DumpOptions,
): Promise<Dumped> {
  if (existsSync(file) && !(await isBackup(file))) {
    throw new BackupError(
      'file',
      `${file} is there already and is no backup: choose another name.`,
    );
  }
  return connected(url, async (client) => {
    const tables = await beginReading(client);
    const header: Header = {
      madeBy: options.madeBy,
      madeAt: new Date().toISOString(),
      migrations: await finishedMigrations(client),
      leftOut: [...LEFT_OUT],
      secretMark: options.secretMark ?? null,
    };
    const rows: Record<string, number> = {};
    const content = scriptOf(client, header, tables, rows, options);
    const bytes = await writeWhole(file, content, options.signal).catch((error: unknown) => {
      throw explainFile(error, file, 'written');
    });
    await client.query('COMMIT');
    return { bytes, rows };
  }).catch((error: unknown) => {
    throw explainDatabase(error);
  });
}

/**
 * Begins the transaction that sees one moment. Locks come first, as light as a reader's, because a
 * snapshot does not keep others from altering a table; what was made before they held shows after.
 */
async function beginReading(client: Client): Promise<Table[]> {
  const before = await readKeptTables(client);
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SESSION}
    SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
  const names = before.map(({ name }) => client.escapeIdentifier(name));
  if (names.length > 0) await client.query(`LOCK TABLE ${names} IN ACCESS SHARE MODE`);
  const tables = await readKeptTables(client);
  if (JSON.stringify(tables) !== JSON.stringify(before)) {
    throw new BackupError('busy', 'A migration ran just now. Begin the backup again.');
  }
  return tables;
}

async function finishedMigrations(client: Client): Promise<Header['migrations']> {
  const rows = await readRows(client);
  const failed = rows.find(({ finished }) => !finished);
  if (failed) {
    throw new BackupError(
      'schema',
      `Migration ${failed.migration_name} failed halfway on this database: repair that first.`,
    );
  }
  if (rows.length === 0) {
    throw new BackupError('schema', 'This is no database of Jisseki: it was never migrated.');
  }
  return rows.map(({ migration_name: name, checksum }) => ({ name, checksum }));
}

/** The whole file before it is compressed; counts the rows of each table on the way. */
async function* scriptOf(
  client: Client,
  header: Header,
  tables: readonly Table[],
  rows: Record<string, number>,
  { onTable }: DumpOptions,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (part: string | Buffer) => {
    const bytes = Buffer.from(part);
    hash.update(bytes);
    return bytes;
  };
  yield hashed(opening(header, tables));
  for (const table of tables) {
    let count = 0;
    yield hashed(`\n${copyFromLine(table)}\n`);
    for await (const chunk of client.query(copyTo(copyToStatement(table)))) {
      count += linesIn(chunk);
      yield hashed(chunk);
    }
    yield hashed(ROWS_END);
    rows[table.name] = count;
    await onTable?.(table.name);
  }
  yield hashed(closing(tables));
  yield Buffer.from(endLine({ rows, sha256: hash.digest('hex') }));
}

/** A row is a line: COPY writes a line's end within a value as `\n`. */
function linesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}
