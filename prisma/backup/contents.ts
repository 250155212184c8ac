import type { Client } from 'pg';
import { connected } from '../migrate';
import { BackupError } from './errors';
import { SESSION } from './format';
import { LEFT_OUT, readTables, type Table } from './tables';

/** What a database holds, without what no backup holds. */
export type Contents = { accounts: number; rows: number; tables: number };

/** What a database holds, migrated or not. */
export async function contentsOf(url: string): Promise<Contents> {
  return connected(url, async (client) => {
    await client.query(`BEGIN READ ONLY; ${SESSION}`);
    return countContents(client, await readTables(client));
  });
}

/** Inside a transaction that sees every row. */
export async function countContents(client: Client, tables: readonly Table[]): Promise<Contents> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    if (LEFT_OUT.includes(name)) continue;
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) AS count FROM ${client.escapeIdentifier(name)}`,
    );
    counts[name] = Number(rows[0]?.count);
  }
  return sumUp(counts);
}

/** @param counts the rows of each table */
export function sumUp(counts: Readonly<Record<string, number>>): Contents {
  const filled = Object.values(counts).filter((count) => count > 0);
  return {
    accounts: counts.user ?? 0,
    rows: filled.reduce((sum, count) => sum + count, 0),
    tables: filled.length,
  };
}

/** For the person at the terminal: `2 accounts, 84 rows in 31 tables`. */
export function inWords({ accounts, rows, tables }: Contents): string {
  const count = (one: number, what: string) =>
    `${one.toLocaleString('en-US')} ${what}${one === 1 ? '' : 's'}`;
  return `${count(accounts, 'account')}, ${count(rows, 'row')} in ${count(tables, 'table')}`;
}

/** @throws BackupError where there is something to lose */
export function refuseContents(there: Contents): void {
  if (there.rows === 0) return;
  throw new BackupError(
    'not-empty',
    `The database is not empty: ${inWords(there)}. Restore into an empty one, or add --replace: all of that is then taken away for good, in the transaction that loads the backup.`,
  );
}
