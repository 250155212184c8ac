import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Table } from './tables';

/*
 * A backup is a gzip of an SQL script: two lines that say what it is, what psql needs around the
 * data, a COPY section a table, and a last line by which a cut or altered file is known.
 */

/** Rises when files of before could no longer be read. */
export const FORMAT = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const header = z.strictObject({
  /** The version of Jisseki. */
  madeBy: z.string().max(100),
  madeAt: z.iso.datetime(),
  migrations: z
    .array(z.strictObject({ name: z.string().min(1).max(255), checksum: sha256 }))
    .min(1)
    .max(10_000),
  /** Tables whose rows it leaves out. */
  leftOut: z.array(name).max(1_000),
  /** `secretMark` of the APP_SECRET in use; null: not known. */
  secretMark: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
});

/** What a backup says of itself at its beginning. */
export type Header = z.infer<typeof header>;

const ending = z.strictObject({ rows: z.record(name, z.int().min(0)), sha256 });

/** What it says at its end: the rows of each table, and the hash of every byte before this line. */
export type Ending = z.infer<typeof ending>;

/** A table's name and columns, as its COPY section names them. */
export type Columns = Pick<Table, 'name' | 'columns'>;

const TITLE = '-- Jisseki backup, format ';
const END = '-- end ';

/** Ends the rows of one table. */
export const ROWS_END = '\\.\n';

/** How values are written and read, whatever the server's settings; for one transaction. */
export const SESSION = `SET LOCAL client_encoding = 'UTF8';
SET LOCAL DateStyle = 'ISO, YMD';
SET LOCAL IntervalStyle = 'postgres';
SET LOCAL TimeZone = 'UTC';
SET LOCAL extra_float_digits = 1;
SET LOCAL bytea_output = 'hex';
SET LOCAL statement_timeout = 0;
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL app.system = 'on';
`;

function quoted(identifier: string): string {
  return `"${name.parse(identifier)}"`;
}

/** Lets the owner of the tables past row-level security, or not: COPY FROM is refused under it. */
export function forcing(tables: readonly Table[], isForced: boolean): string {
  const what = isForced ? 'FORCE' : 'NO FORCE';
  return tables
    .filter((table) => table.isForced)
    .map((table) => `ALTER TABLE ${quoted(table.name)} ${what} ROW LEVEL SECURITY;\n`)
    .join('');
}

/** All that comes before the first table. */
export function opening(head: Header, tables: readonly Table[]): string {
  return `${TITLE}${FORMAT}
-- ${JSON.stringify(head)}
--
-- npm run restore reads this file, and runs none of it. By hand, into an empty database with exactly
-- these migrations, as the owner of its tables:
--   gunzip -c <this file> | psql -d <address>
\\set ON_ERROR_STOP on
BEGIN;
${SESSION}${forcing(tables, false)}`;
}

/** All that comes after the last table. */
export function closing(tables: readonly Table[]): string {
  return `\n${forcing(tables, true)}COMMIT;\n`;
}

/** The last line. */
export function endLine(end: Ending): string {
  return `${END}${JSON.stringify(end)}\n`;
}

/** The statement that begins a table's rows, and loads them. */
export function copyFromLine(table: Columns): string {
  return `COPY ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) FROM stdin;`;
}

/** The statement that writes a table's rows. */
export function copyToStatement(table: Columns): string {
  return `COPY ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) TO STDOUT`;
}

/** The format of a file with this first line; null: it is no backup. */
export function parseTitle(line: string): number | null {
  return line.startsWith(TITLE) ? Number(line.slice(TITLE.length)) : null;
}

/** What the second line says; null: nothing that could be read. */
export function parseHeader(line: string): Header | null {
  return parseJson(header, line, '-- ');
}

/** Whether a line is the last one, which no hash covers. */
export function isEndLine(line: string): boolean {
  return line.startsWith(END);
}

/** What the last line says; null: nothing that could be read. */
export function parseEndLine(line: string): Ending | null {
  return parseJson(ending, line, END);
}

/** The table whose rows follow this line; null: none do. */
export function parseCopyLine(line: string): Columns | null {
  const found = /^COPY "([a-z0-9_]+)" \(("[a-z0-9_]+"(?:, "[a-z0-9_]+")*)\) FROM stdin;$/.exec(
    line,
  );
  if (!found) return null;
  const [, table = '', columns = ''] = found;
  return { name: table, columns: columns.slice(1, -1).split('", "') };
}

function parseJson<T>(schema: z.ZodType<T>, line: string, prefix: string): T | null {
  if (!line.startsWith(prefix)) return null;
  try {
    return schema.parse(JSON.parse(line.slice(prefix.length)));
  } catch {
    return null;
  }
}

/** By this a restore knows another APP_SECRET from the right one; it gives nothing of it away. */
export function secretMark(secret: string): string {
  return createHmac('sha256', secret).update('backup').digest('hex').slice(0, 16);
}
