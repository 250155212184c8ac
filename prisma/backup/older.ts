import type { Client } from 'pg';
import type { Migration } from '../migrate';
import { type Load, loadSections } from './sections';
import { readTables } from './tables';

/** Made and gone within one transaction. */
const SCHEMA = 'jisseki_restore';

/**
 * Loads a backup that was made under fewer migrations: into a schema of its own, made by those, which
 * the others then lead to the present before its rows move over. Needs the right to make a schema.
 * @param part `known`: what the backup was made under; `next`: what came after
 * @returns the rows of each table, as the backup has them
 */
export async function loadOlder(
  client: Client,
  load: Load,
  part: { known: readonly Migration[]; next: readonly Migration[] },
): Promise<Record<string, number>> {
  const { rows: found } = await client.query<{ schema: string; path: string }>(
    `SELECT current_schema()::text AS schema, current_setting('search_path') AS path`,
  );
  const { schema = '', path = '' } = found[0] ?? {};
  const home = client.escapeIdentifier(schema);
  await client.query(`CREATE SCHEMA ${SCHEMA}; SET LOCAL search_path = ${SCHEMA}`);
  for (const { sql } of part.known) await client.query(sql);
  const rows = await loadSections(client, load);
  for (const { sql } of part.next) await client.query(sql);
  for (const { name, columns } of await readTables(client)) {
    const table = client.escapeIdentifier(name);
    const list = columns.map((column) => client.escapeIdentifier(column));
    await client.query(`INSERT INTO ${home}.${table} (${list}) SELECT ${list} FROM ${table}`);
  }
  await client.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
  await client.query(`SELECT set_config('search_path', $1, true)`, [path]);
  return rows;
}
