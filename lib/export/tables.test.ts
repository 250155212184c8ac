import { expect, test } from 'vitest';
import { asVisitor, Prisma } from '../db';
import { ownerOf } from './table.rules';
import { leftOutTables, tables } from './tables.rules';

type Found = { readonly table: string; readonly column: string };

function columnsOfOwned(): Promise<Found[]> {
  return asVisitor<Found>(Prisma.sql`
    SELECT c.relname AS "table", a.attname AS "column"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND (c.relname = 'user' OR EXISTS (
        SELECT FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'owner_id'))
    ORDER BY 1, 2`);
}

test('every owned table is exported or left out for a reason', async () => {
  const found = new Set((await columnsOfOwned()).map(({ table }) => table));
  const exported = tables.map(({ name, stored }) => stored ?? name);
  expect([...exported, ...Object.keys(leftOutTables)].sort()).toEqual([...found].sort());
});

test('every column of an exported table is exported or left out for a reason', async () => {
  const found = await columnsOfOwned();
  for (const table of tables) {
    const stored = table.stored ?? table.name;
    const columns = found.filter((one) => one.table === stored).map(({ column }) => column);
    const named = [...Object.keys(table.columns), ...Object.keys(table.leftOut)];
    expect([stored, named.sort()]).toEqual([stored, columns.sort()]);
    expect(Object.keys(table.leftOut)).toContain(ownerOf(table));
  }
});

test('a column may be empty where the database lets it, and is of its type', async () => {
  const rows = await asVisitor<Found & { type: string; isNullable: boolean }>(Prisma.sql`
    SELECT table_name AS "table", column_name AS "column", is_nullable = 'YES' AS "isNullable",
      CASE data_type WHEN 'ARRAY' THEN CASE udt_name WHEN '_text' THEN 'text[]'
          WHEN '_int4' THEN 'integer[]' WHEN '_int8' THEN 'bigint[]' END
        WHEN 'character' THEN 'text' WHEN 'character varying' THEN 'text'
        WHEN 'smallint' THEN 'integer' WHEN 'timestamp with time zone' THEN 'timestamptz'
        ELSE data_type END AS type
    FROM information_schema.columns WHERE table_schema = 'public'`);
  for (const table of tables) {
    for (const [name, column] of Object.entries(table.columns)) {
      const stored = rows.find(
        (row) => row.table === (table.stored ?? table.name) && row.column === name,
      );
      // A list is never empty but for having nothing in it: a CHECK says so.
      const isNullable = stored?.isNullable && !column.sql.endsWith('[]');
      expect([table.name, name, stored?.type, isNullable]).toEqual([
        table.name,
        name,
        column.sql,
        column.isOptional === true,
      ]);
    }
  }
});

test('rows are told apart by what the database tells them apart by', async () => {
  const rows = await asVisitor<{ table: string; columns: string[] }>(Prisma.sql`
    SELECT c.relname AS "table", array_agg(
      a.attname::text ORDER BY array_position(i.indkey::int[], a.attnum::int)) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int[])
    WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace GROUP BY 1`);
  for (const table of tables) {
    const stored = table.stored ?? table.name;
    const key = rows.find((row) => row.table === stored)?.columns;
    expect([stored, [ownerOf(table), ...table.key]]).toEqual([stored, key]);
  }
});
