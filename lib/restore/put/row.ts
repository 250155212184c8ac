import { Prisma, sqlName } from '../../db';
import type { Bulk } from '../../db-length';
import type { Column, SqlType } from '../../export/columns.rules';
import { ownerOf, type Table } from '../../export/table.rules';
import type { Row } from '../versions.rules';

/** A row on its way into its table, by the line it stands in. */
export type Line = { readonly line: number; readonly row: Row };

/** What became of lines. `lost`: something else of the account has what only one can have. */
export type Put = {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly same: readonly number[];
  readonly lost: readonly number[];
};

const types: Readonly<Record<SqlType, Prisma.Sql>> = {
  uuid: Prisma.sql`uuid`,
  text: Prisma.sql`text`,
  date: Prisma.sql`date`,
  timestamptz: Prisma.sql`timestamptz`,
  bigint: Prisma.sql`bigint`,
  integer: Prisma.sql`integer`,
  boolean: Prisma.sql`boolean`,
  'text[]': Prisma.sql`text[]`,
  'integer[]': Prisma.sql`integer[]`,
  'bigint[]': Prisma.sql`bigint[]`,
};

const list = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts]);

/** The statement's parts that are the same for every row of a table. */
function partsOf(table: Table) {
  const all = Object.entries(table.columns);
  const compared = all.filter(([, { isOwn }]) => !isOwn).map(([name]) => name);
  // What is reckoned from a row goes in with it, and is no part of what it says.
  const reckoned = table.leftOut.search_text ? ['search_text'] : [];
  const names = [...all.map(([name]) => name), ...reckoned];
  const from = (alias: Prisma.Sql, columns: readonly string[]) =>
    list(columns.map((name) => Prisma.sql`${alias}.${sqlName(name)}`));
  const [r, t] = [Prisma.sql`r`, Prisma.sql`t`];
  const alike = (a: Prisma.Sql, b: Prisma.Sql) =>
    table.key.map((name) => Prisma.sql` AND ${a}.${sqlName(name)} = ${b}.${sqlName(name)}`);
  const [first] = table.key;
  const sql = first && table.columns[first]?.sql;
  return {
    /**
     * Narrows what is stored to where these rows lie. What is known of who has how many rows knows
     * nothing of a new account: all of it would be read for each lot of rows.
     */
    isNear: (rows: readonly Row[]) => {
      if (!first || (sql !== 'uuid' && sql !== 'date')) return Prisma.empty;
      const keys = rows.map((row) => String(row[first])).sort();
      const [from, to] = [keys[0], keys.at(-1)];
      return Prisma.sql`AND t.${sqlName(first)} BETWEEN ${from}::${types[sql]} AND ${to}::${types[sql]}`;
    },
    stored: sqlName(table.stored ?? table.name),
    owner: sqlName(ownerOf(table)),
    columns: list(names.map(sqlName)),
    values: from(r, names),
    keys: list([Prisma.sql`true AS hit`, ...table.key.map(sqlName)]),
    shape: list([
      Prisma.sql`line integer, spare text`,
      ...all.map(([name, { sql }]) => Prisma.sql`${sqlName(name)} ${types[sql]}`),
      ...reckoned.map((name) => Prisma.sql`${sqlName(name)} text`),
    ]),
    isStored: Prisma.join([Prisma.sql`true`, ...alike(t, r)], ''),
    isAdded: Prisma.join([Prisma.sql`true`, ...alike(Prisma.sql`a`, r)], ''),
    isSame: Prisma.sql`ROW(${from(t, compared)}) IS NOT DISTINCT FROM ROW(${from(r, compared)})`,
    sets: list(setsOf(table, [...compared, ...reckoned])),
  };
}

/** What taking a row over changes of the one that is there. */
function setsOf(table: Table, names: readonly string[]): Prisma.Sql[] {
  const sets = names.map((name) => Prisma.sql`${sqlName(name)} = r.${sqlName(name)}`);
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.isOwn) sets.push(...ownSet(name, column));
  }
  if (table.leftOut.version) sets.push(Prisma.sql`version = t.version + 1`);
  if (table.leftOut.updated_at) sets.push(Prisma.sql`updated_at = now()`);
  return sets;
}

function ownSet(name: string, { code, isOptional }: Column): Prisma.Sql[] {
  // A client's yes holds for one text alone: no number of one comes twice.
  if (name === 'text_version') {
    return [Prisma.sql`text_version = greatest(t.text_version, r.text_version) + 1`];
  }
  // A question that was not asked here before needs an address, and one that was not asked has none.
  if (code && isOptional) {
    const column = sqlName(name);
    return [
      Prisma.sql`${column} = CASE WHEN r.${column} IS NOT NULL THEN coalesce(t.${column}, r.spare) END`,
    ];
  }
  return [];
}

const statements = new Map<string, ReturnType<typeof partsOf>>();

/**
 * Puts rows of one table into the account: those that are not there are added; those that are stay, or
 * become what `lines` say if it `takes` them. One statement: all or none.
 */
export async function putRows(
  bulk: Bulk,
  ownerId: string,
  table: Table,
  lines: readonly (Line & { readonly spare?: string })[],
  takes: boolean,
): Promise<Put> {
  const parts = statements.get(table.name) ?? partsOf(table);
  statements.set(table.name, parts);
  const { stored, owner, columns, values, keys, shape } = parts;
  const { isNear, isStored, isAdded, isSame, sets } = parts;
  const near = isNear(lines.map(({ row }) => row));
  // As bytes: the driver holds on to texts until all else is collected.
  const rows = Buffer.from(
    JSON.stringify(lines.map(({ line, row, spare }) => ({ ...row, line, spare }))),
  );
  const [put] = await bulk<Put>(Prisma.sql`
    WITH r AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${rows}::json) AS r(${shape})
    ), known AS MATERIALIZED (
      SELECT r.line, ${isSame} AS same
      FROM r JOIN ${stored} AS t ON t.${owner} = ${ownerId}::uuid ${near} AND ${isStored}
    ), added AS (
      INSERT INTO ${stored} (${owner}, ${columns})
      SELECT ${ownerId}::uuid, ${values} FROM r
      WHERE NOT EXISTS (SELECT FROM known WHERE known.line = r.line) ORDER BY r.line
      ON CONFLICT DO NOTHING RETURNING ${keys}
    ), taken AS (
      UPDATE ${stored} AS t SET ${sets} FROM r JOIN known USING (line)
      WHERE ${takes} AND NOT known.same
        AND t.${owner} = ${ownerId}::uuid ${near} AND ${isStored}
    )
    SELECT coalesce(array_agg(r.line) FILTER (WHERE a.hit), '{}') AS added,
      coalesce(array_agg(r.line) FILTER (WHERE NOT known.same), '{}') AS changed,
      coalesce(array_agg(r.line) FILTER (WHERE known.same), '{}') AS same,
      coalesce(array_agg(r.line) FILTER (WHERE known.line IS NULL AND a.hit IS NULL), '{}') AS lost
    FROM r LEFT JOIN known USING (line) LEFT JOIN added AS a ON ${isAdded}`);
  return put ?? { added: [], changed: [], same: [], lost: [] };
}
