import { pipeline } from 'node:stream/promises';
import { type Client, DatabaseError } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError, codeOf } from './errors';
import { type Columns, copyFromLine, forcing } from './format';
import type { Backup, Section } from './reading';
import { readTables, type Table } from './tables';

export type Progress = {
  /** Ends the work; nothing is changed. */
  signal?: AbortSignal;
  /** Waited for after each table's rows were loaded. */
  onTable?: (table: string) => Promise<void> | void;
};

/** Values that are none, or that a constraint forbids. */
const UNFIT = /^2[23]/;

export type Load = Progress & { backup: Backup };

/**
 * Loads every table of a backup into the tables of the current schema, inside the transaction that
 * the client is in, and holds the rows that arrived against those that the backup counted.
 * @returns the rows of each table
 * @throws BackupError; the transaction is then good for nothing more
 */
export async function loadSections(client: Client, load: Load): Promise<Record<string, number>> {
  const { leftOut } = load.backup.header;
  const tables = (await readTables(client)).filter(({ name }) => !leftOut.includes(name));
  const sections = load.backup.sections();
  const rows: Record<string, number> = {};
  await client.query(forcing(tables, false));
  for (;;) {
    const { value, done } = await sections.next();
    if (done) {
      checkCounts(tables, rows, value.rows);
      break;
    }
    const table = tables.find(({ name }) => name === value.table.name && !(name in rows));
    if (!table || !hasSameColumns(table, value.table)) throw unfit(value.table);
    rows[table.name] = await loadRows(client, value, load.signal);
    await load.onTable?.(table.name);
  }
  await client.query(forcing(tables, true));
  return rows;
}

async function loadRows(
  client: Client,
  { table, rows }: Section,
  signal?: AbortSignal,
): Promise<number> {
  const sink = client.query(copyFrom(copyFromLine(table)));
  try {
    await pipeline(rows, sink, { signal });
  } catch (error) {
    if (!(error instanceof DatabaseError) || !UNFIT.test(codeOf(error))) throw error;
    throw new BackupError(
      'refused',
      `The database does not take the rows of ${table.name} (${error.message}). The file may not be as it was written.`,
      { cause: error },
    );
  }
  return sink.rowCount;
}

function hasSameColumns(table: Table, { columns }: Columns): boolean {
  const own = new Set(table.columns);
  return columns.length === own.size && columns.every((column) => own.delete(column));
}

function unfit({ name }: Columns): BackupError {
  return new BackupError('migrations', `The backup's table ${name} is not one of this database's.`);
}

function checkCounts(
  tables: readonly Table[],
  loaded: Record<string, number>,
  counted: Record<string, number>,
): void {
  for (const { name } of tables) {
    if (loaded[name] === undefined || loaded[name] !== counted[name]) {
      throw new BackupError(
        'altered',
        `Table ${name} has ${loaded[name] ?? 'no'} rows, and the backup counted ${counted[name] ?? 'none'}.`,
      );
    }
  }
}
