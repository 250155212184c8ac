import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';

/** What a running server writes about itself into `postmaster.pid`. */
export type Postmaster = { pid: number; port: number };

/** The server that `postmaster.pid` names and that still runs as a PostgreSQL, if any. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = pidFile(cluster);
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !isAlive(pid) || !isPostgres(pid)) return undefined;
  return { pid, port };
}

/** True while a process of that id exists, even one we may not signal. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Sends a signal to a process, which may just have ended by itself. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** After a restart of the machine the id may have gone to another program, or its remains linger. */
function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'linux') {
      // "<pid> (<name>) <state> …"; Z is a dead process that nobody has collected yet.
      const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return name === 'postgres' && state !== 'Z';
    }
    const args = ['-p', String(pid), '-o', 'comm='];
    return execFileSync('ps', args, { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

/**
 * Lets a new server pass a pid file whose process id now belongs to something else. The file stays,
 * with an id that no process can have: its last lines are how PostgreSQL notices that children of
 * the old server still hold the shared memory.
 */
export function disownPidFile(cluster: string): void {
  const lines = pidFile(cluster);
  if (!lines) return;
  const [pid, ...rest] = lines;
  if (!isAlive(Number(pid))) return;
  writeFileSync(path.join(cluster, 'postmaster.pid'), ['999999999', ...rest].join('\n'));
}

/** The lines of `postmaster.pid`; undefined: a server that ends takes it away at any moment. */
function pidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The given port if it is free on 127.0.0.1, else any free one. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === 0) reject(error);
      else freePort(0).then(resolve, reject);
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** A connection address, e.g. `postgresql://jisseki:…@127.0.0.1:41234/jisseki`. */
export function addressOf(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Runs work on one connection and closes it; gives up connecting after 5 seconds. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A connection cut while idle reports here; the query that follows fails by itself.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
