import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Account, bareEnvironment } from './account';
import type { Binaries } from './binaries';
import { explainStorage, PostgresError } from './errors';
import {
  addressOf,
  disownPidFile,
  freePort,
  isAlive,
  runningPostmaster,
  signal,
  withClient,
} from './postmaster';

/** A server that answers, and whether it was found running rather than started. */
export type Running = { port: number; adopted: boolean };

/** Everything needed to run one cluster. */
export type Cluster = {
  dataDir: string;
  folder: string;
  binaries: Binaries;
  account: Account | undefined;
  adminPassword: string;
  durable: boolean;
};

/** Recovery after a crash replays at most `max_wal_size`, far less than this. */
const READY_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

function settings(port: number, durable: boolean): string[] {
  const chosen: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '128MB',
    work_mem: '8MB',
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** True when the server on that port knows our password and serves this very folder. */
async function answersAsOurs(cluster: Cluster, port: number): Promise<boolean> {
  const url = addressOf('postgres', cluster.adminPassword, port, 'postgres');
  const folder = await withClient(url, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory;
  });
  return folder !== undefined && realpathSync(folder) === realpathSync(cluster.folder);
}

/** Waits until the server of process `alive` answers; undefined when that process ended first. */
async function untilReady(
  cluster: Cluster,
  port: number,
  alive: () => boolean,
): Promise<boolean | undefined> {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    try {
      return await answersAsOurs(cluster, port);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // 28P01: a wrong password does not become right by waiting.
      if (code === '28P01' || Date.now() > deadline) return false;
      if (!alive()) return undefined;
      await delay(20);
    }
  }
}

/** Finds the server running on this cluster, or starts one on the port of last time if it is free. */
export async function runServer(cluster: Cluster): Promise<Running> {
  const found = runningPostmaster(cluster.folder);
  if (found) {
    const ours = await untilReady(cluster, found.port, () => isAlive(found.pid));
    if (ours) return { port: found.port, adopted: true };
    if (ours === false) {
      throw new PostgresError(
        'start-failed',
        `A PostgreSQL (process ${found.pid}) runs on ${cluster.folder} but does not accept the password kept in ${cluster.dataDir}/secrets.json. Stop it, then start again.`,
      );
    }
  }
  disownPidFile(cluster.folder);

  const portFile = path.join(cluster.dataDir, 'postgres.port');
  let port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0;
  const deadline = Date.now() + READY_MS;
  for (;;) {
    port = await freePort(port);
    const failure = await launch(cluster, port);
    if (failure === undefined) break;
    // Children of a killed server need a moment to go; a port can be taken between look and use.
    const passing = /pre-existing shared memory|address already in use|could not bind/i;
    if (!passing.test(failure) || Date.now() > deadline) {
      throw explainStorage(
        new PostgresError('start-failed', `PostgreSQL did not start:\n${failure}`),
        cluster.folder,
      );
    }
    if (!/pre-existing/i.test(failure)) port = 0;
    await delay(100);
  }
  writeFileSync(portFile, `${port}\n`);
  return { port, adopted: false };
}

/** Starts the server in a group of its own, so that Ctrl-C reaches us and not it. Returns what it said if it failed. */
async function launch(cluster: Cluster, port: number): Promise<string | undefined> {
  const logFile = path.join(cluster.dataDir, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) {
    renameSync(logFile, `${logFile}.1`);
  }
  const from = existsSync(logFile) ? statSync(logFile).size : 0;
  const output = openSync(logFile, 'a', 0o600);
  let ended = false;
  let problem = '';
  const args = ['-D', cluster.folder, ...settings(port, cluster.durable)];
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.account,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.on('error', (error) => {
    ended = true;
    problem = error.message;
  });
  child.on('exit', () => {
    ended = true;
  });
  child.unref();
  closeSync(output);
  const ours = await untilReady(cluster, port, () => !ended);
  if (ours) return undefined;
  if (!ended) child.kill('SIGQUIT');
  const said = readFileSync(logFile, 'utf8').slice(from).split('\n').slice(-15).join('\n').trim();
  return problem || said || 'it ended without a word';
}

/**
 * Fast shutdown: ends open work, flushes, and returns when the server is gone, started by us or
 * not. Nothing to do when none runs.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const running = runningPostmaster(cluster.folder);
  if (!running) return;
  if (process.platform === 'win32') {
    // Signals there end a process on the spot; pg_ctl knows the gentle way.
    const args = ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-s'];
    spawnSync(cluster.binaries.pgCtl, args, { env: bareEnvironment() });
  } else {
    signal(running.pid, cluster.durable ? 'SIGINT' : 'SIGQUIT');
  }
  const deadline = Date.now() + READY_MS;
  while (runningPostmaster(cluster.folder)) {
    if (Date.now() > deadline) {
      throw new PostgresError(
        'start-failed',
        `PostgreSQL (process ${running.pid}) does not stop. Its log is ${cluster.dataDir}/postgres.log.`,
      );
    }
    await delay(10);
  }
}
