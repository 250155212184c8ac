import pg from 'pg';
import type { Viewer } from '../auth/viewer';
import { asOwner, Prisma } from '../db';
import { ownerOf, type Table } from '../export/table.rules';
import { tables } from '../export/tables.rules';

const name = (text: string) => Prisma.raw(pg.escapeIdentifier(text));

/** Puts rows, as an export has them, into an account that is new, by the shortest way there is. */
export async function plant(
  viewer: Viewer,
  rows: Readonly<Record<string, readonly Record<string, unknown>[]>>,
): Promise<void> {
  await asOwner(viewer, async (tx) => {
    for (const table of tables) {
      for (const row of rows[table.name] ?? []) await tx.$executeRaw(put(viewer, table, row));
    }
  });
}

/** Account and record are there already. */
function put({ userId }: Viewer, table: Table, row: Record<string, unknown>): Prisma.Sql {
  const stored = table.stored ?? table.name;
  const columns = Object.keys(row).filter((column) => row[column] !== undefined);
  const list = Prisma.join(columns.map(name));
  const from = Prisma.sql`json_populate_record(null::public.${name(stored)}, ${JSON.stringify(row)}::json)`;
  const owner = name(ownerOf(table));
  if (table.name === 'account' || table.name === 'record') {
    return Prisma.sql`UPDATE ${name(stored)} SET (${list}) = (SELECT ${list} FROM ${from})
      WHERE ${owner} = ${userId}::uuid`;
  }
  return Prisma.sql`INSERT INTO ${name(stored)} (${owner}, ${list})
    SELECT ${userId}::uuid, ${list} FROM ${from}`;
}
