import type pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '@/prisma/embedded/postmaster';

/** The test database as its superuser sees it: every row of every table, whatever the policies. */
function asSuperuser<T>(work: Parameters<typeof withClient<T>>[1]): Promise<T> {
  const url = new URL(inject('testPostgres').adminUrl);
  url.pathname = new URL(process.env.DATABASE_URL ?? '').pathname;
  return withClient(url.href, work);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Writes `canary` into every column that can hold a text of somebody's, in the rows of `ownerId`: as it
 * is, as an address, in a list, as JSON or as bytes, whichever a row takes.
 * @returns the columns that have it now, and those that no row of takes it, such as `milestone.kind`
 */
export function leaveCanary(
  ownerId: string,
  canary: string,
): Promise<{ taken: string[]; refused: string[] }> {
  return asSuperuser(async (client) => {
    const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(`
      SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type
      FROM information_schema.columns c JOIN pg_class k ON k.relname = c.table_name
      WHERE c.table_schema = 'public' AND k.relnamespace = 'public'::regnamespace AND k.relkind = 'r'
        AND c.udt_name IN ('text', 'bpchar', 'varchar', '_text', 'json', 'jsonb', 'bytea')
        AND (c.table_name = 'user' OR EXISTS (SELECT FROM information_schema.columns o
          WHERE o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'owner_id'))
      ORDER BY 1, 2`);
    const [taken, refused]: [string[], string[]] = [[], []];
    await client.query('BEGIN');
    for (const { table, name, type } of columns) {
      const owner = table === 'user' ? 'id' : 'owner_id';
      const { rows } = await client.query<{ place: string }>(
        `SELECT ctid::text AS place FROM ${quoted(table)} WHERE ${owner} = $1`,
        [ownerId],
      );
      let isTaken = false;
      for (const { place } of rows) {
        const set = `UPDATE ${quoted(table)} SET ${quoted(name)} = $2 WHERE ctid = $1::tid`;
        for (const value of shapesOf(canary, type)) {
          if (!(await isDone(client, set, [place, value]))) continue;
          isTaken = true;
          break;
        }
      }
      (isTaken ? taken : refused).push(`${table}.${name}`);
    }
    await client.query('COMMIT');
    return { taken, refused };
  });
}

/** Whether the store takes it; what it refuses leaves the transaction as it was. */
async function isDone(client: pg.Client, statement: string, values: unknown[]): Promise<boolean> {
  await client.query('SAVEPOINT one');
  try {
    await client.query(statement, values);
    return true;
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT one');
    return false;
  }
}

function shapesOf(canary: string, type: string): unknown[] {
  if (type === 'bytea') return [Buffer.from(canary), Buffer.from(canary.repeat(3))];
  if (type.startsWith('json')) return [JSON.stringify({ canary })];
  const texts = [canary, `https://example.com/${canary}`, `${canary}.example`];
  return type === '_text' ? texts.map((text) => [text]) : texts;
}

/**
 * The tables in whose rows one of `needles` stands, in whichever column, as text or as bytes. Nothing
 * is left out: the tables are those that the database has.
 */
export function findTraces(needles: readonly string[]): Promise<string[]> {
  const patterns = needles
    .flatMap((needle) => [needle, Buffer.from(needle).toString('hex')])
    .map((needle) => `%${needle}%`);
  return asSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      SELECT relname AS name FROM pg_class
      WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace ORDER BY relname`);
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await client.query(
        `SELECT 1 FROM ${quoted(name)} AS one WHERE one::text ILIKE ANY ($1) LIMIT 1`,
        [patterns],
      );
      if (hits.length > 0) found.push(name);
    }
    return found;
  });
}
