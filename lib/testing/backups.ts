import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { inject } from 'vitest';
import { LEFT_OUT } from '@/prisma/backup/tables';
import { withClient } from '@/prisma/embedded/postmaster';

/** The same database as the superuser, from whom row-level security hides nothing. */
export function seeingAll(url: string): string {
  const all = new URL(inject('testPostgres').adminUrl);
  all.pathname = new URL(url).pathname;
  return all.href;
}

/** Every row of every table that a backup holds, as text, by table. */
export async function everyRow(url: string): Promise<Record<string, string[]>> {
  return withClient(seeingAll(url), async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'
          AND tablename <> '_prisma_migrations' AND tablename <> ALL ($1) ORDER BY 1`,
      [LEFT_OUT],
    );
    const rows: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const found = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM ${client.escapeIdentifier(name)} t ORDER BY 1`,
      );
      rows[name] = found.rows.map(({ row }) => row);
    }
    return rows;
  });
}

/** Only the tables that have rows, and how many. */
export async function filledTables(url: string): Promise<Record<string, number>> {
  const entries = Object.entries(await everyRow(url)).map(([name, rows]) => [name, rows.length]);
  return Object.fromEntries(entries.filter(([, count]) => count !== 0));
}

/** Writes a backup anew with another script in it, as a whole gzip. */
export function rewrite(file: string, to: string, change: (script: string) => string): void {
  writeFileSync(to, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))));
}

/** Runs cut-short.ts to its end by SIGKILL, and tells whether that was its end. */
export function cutShort(...args: [what: string, url: string, file: string, last: string]) {
  const script = path.join('lib', 'testing', 'cut-short.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
  return new Promise<boolean>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}
