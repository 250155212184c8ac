import type { Client } from 'pg';
import { BackupError } from './errors';

/** A table as it is dumped. */
export type Table = {
  name: string;
  /** Those that have values of their own: what PostgreSQL generates it generates anew. */
  columns: readonly string[];
  /** Whether row-level security binds its owner too. */
  isForced: boolean;
};

/**
 * What lives for minutes or days and must not outlive them: a session that was ended or a link that
 * was used would come alive again, a visitor's hash could be told from its salt for as long as a
 * backup is kept, and the bytes of an upload lie elsewhere.
 */
export const LEFT_OUT: readonly string[] = [
  'account_token',
  'challenge',
  'rate_limit',
  'session',
  'upload',
  'visit_salt',
  'visitor',
];

type Found = Table & { pointsTo: string[]; isHidden: boolean };

/** Hidden is what `app.system` would not see whole. Extensions look after their own tables. */
const TABLES = `
  SELECT c.relname::text AS name, c.relforcerowsecurity AS "isForced",
    c.relrowsecurity AND NOT coalesce((SELECT bool_and(p.polpermissive) AND bool_or(p.polcmd = '*'
        AND pg_get_expr(p.polqual, p.polrelid) LIKE '%app_is_system()%')
      FROM pg_policy p WHERE p.polrelid = c.oid), false) AS "isHidden",
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum) AS columns,
    ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS "pointsTo"
  FROM pg_class c
  WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'
      AND d.classid = 'pg_class'::regclass)
  ORDER BY c.relname`;

/** The tables of the current schema, each after those it points to. */
export async function readTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(TABLES);
  return inOrder(rows);
}

/**
 * The tables whose rows a backup holds.
 * @throws BackupError rather than leave out in silence what could not be read or restored whole
 */
export async function readKeptTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(TABLES);
  const kept = inOrder(rows.filter(({ name }) => !LEFT_OUT.includes(name)));
  for (const { name, isHidden, pointsTo } of kept) {
    const lost = pointsTo.find((other) => LEFT_OUT.includes(other));
    if (isHidden) throw schemaError(`table ${name} has no policy that shows it whole`);
    if (lost) throw schemaError(`table ${name} points to ${lost}, which no backup holds`);
  }
  return kept;
}

function schemaError(why: string): BackupError {
  return new BackupError('schema', `This database cannot be backed up: ${why}.`);
}

function inOrder(tables: readonly Found[]): Found[] {
  const known = new Set(tables.map(({ name }) => name));
  const placed = new Set<string>();
  const order: Found[] = [];
  while (order.length < tables.length) {
    const next = tables.find(
      ({ name, pointsTo }) =>
        !placed.has(name) && pointsTo.every((other) => placed.has(other) || !known.has(other)),
    );
    if (!next) throw schemaError('some of its tables point to each other in a circle');
    placed.add(next.name);
    order.push(next);
  }
  return order;
}
