import type { Column } from '../export/columns.rules';
import { rowOf } from '../export/schema';
import type { Table } from '../export/table.rules';
import { truncate } from '../text';
import type { Told } from './report.rules';
import type { Row } from './versions.rules';

/** What is asked of every row of a table, found once. */
type Asked = {
  readonly schema: ReturnType<typeof rowOf>;
  readonly typed: readonly { name: string; clean: (text: string) => string; isOptional: boolean }[];
};

const known = new Map<string, Asked>();

function askedOf(table: Table): Asked {
  const found = known.get(table.name);
  if (found) return found;
  const typed = Object.entries(table.columns).flatMap(([name, { clean, isOptional }]) =>
    clean ? { name, clean, isOptional: isOptional === true } : [],
  );
  const asked = { schema: rowOf(table), typed };
  known.set(table.name, asked);
  return asked;
}

/** What a line says, if it is an object; whether it is a row is asked of {@link readRow}. */
export function readObject(text: string): Row | null {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Row) : null;
  } catch {
    return null;
  }
}

/**
 * A row of `table`, or null where `said` is none. Texts that do not come `fromHere`, as they were stored,
 * become what they would be if they had been typed.
 */
export function readRow(table: Table, said: Row, fromHere: boolean): Row | null {
  const { schema, typed } = askedOf(table);
  if (!schema.safeParse(said).success) return null;
  if (fromHere) return said;
  const row: Record<string, unknown> = { ...said };
  for (const { name, clean, isOptional } of typed) {
    const text = row[name];
    if (typeof text !== 'string') continue;
    row[name] = clean(text);
    if (row[name] === '' && isOptional) delete row[name];
  }
  return row;
}

/** Whether `row` comes after `before`, as rows of its table do; no two are in one place. */
export function isAfter(table: Table, row: Row, before: Row): boolean {
  for (const name of table.key) {
    const column = table.columns[name];
    const order = column ? compare(column, row[name], before[name]) : 0;
    if (order !== 0) return order > 0;
  }
  return false;
}

function compare({ sql }: Column, a: unknown, b: unknown): number {
  if (sql === 'integer') return Number(a) - Number(b);
  if (sql === 'bigint') {
    const difference = BigInt(String(a)) - BigInt(String(b));
    return difference === 0n ? 0 : difference > 0n ? 1 : -1;
  }
  // As PostgreSQL orders them byte by byte.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

/** How a row is told to its owner; null: it has no such thing. */
export function toldBy({ says }: Table, row: Row): Told {
  const name = says.names.map((column) => row[column]).find(Boolean);
  const on = says.on && row[says.on];
  return {
    name: name === undefined ? null : truncate(String(name), 60),
    on: on ? String(on).slice(0, 10) : null,
  };
}
