import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { accountFor } from './embedded/account';
import { findBinaries } from './embedded/binaries';
import { clusterExists, initCluster, placeCluster } from './embedded/cluster';
import { explainStorage, PostgresError } from './embedded/errors';
import { addressOf, runningPostmaster } from './embedded/postmaster';
import { appAddress, ensureDatabase } from './embedded/roles';
import { hasSecrets, readSecrets } from './embedded/secrets';
import { type Cluster, runServer, stopServer } from './embedded/server';

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  /** Connection address of the application's role, which owns database `jisseki` and nothing else. */
  url: string;
  /** Connection address of the superuser, on database `postgres`; for making databases only. */
  adminUrl: string;
  /** True when a server that outlived its parent was taken over. */
  adopted: boolean;
  /** True when database `jisseki` was made by this very start. */
  created: boolean;
  /** Fast shutdown: ends open work, flushes, and returns when the server is gone. Safe to call twice. */
  stop(): Promise<void>;
  /** Whether the server still runs; someone may have killed it. */
  isRunning(): boolean;
};

export type StartOptions = {
  /** Folder for the cluster, its port, its log and `secrets.json`; made when missing. */
  dataDir: string;
  /** Receives lines a person should see, e.g. where the cluster was put. */
  log?: (line: string) => void;
  /** False for throwaway databases of tests: quicker, loses data when the machine stops. Default true. */
  durable?: boolean;
};

/**
 * Starts the PostgreSQL that comes with Jisseki on a data folder, making a new cluster there the
 * first time. Listens on 127.0.0.1 only, on a port of its own, with password authentication.
 * The server outlives a killed parent, and the next start takes it over.
 * @throws PostgresError with a message for the person at the terminal
 */
export async function startPostgres(options: StartOptions): Promise<EmbeddedPostgres> {
  const { log = () => {}, durable = true } = options;
  const dataDir = path.resolve(options.dataDir);
  try {
    // The account that is lent to the server must be able to pass through a folder root makes.
    const made = mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    if (made) chmodSync(dataDir, 0o755);
    return await start(dataDir, durable, log);
  } catch (error) {
    throw explainStorage(error, dataDir);
  }
}

async function start(
  dataDir: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const account = accountFor(path.join(dataDir, 'postgres'));
  const folder = placeCluster(dataDir, account, log);
  const binaries = findBinaries(account, log);
  const exists = clusterExists(folder, binaries.major);
  if (exists && !hasSecrets(dataDir)) {
    throw new PostgresError(
      'secrets-lost',
      `${dataDir}/secrets.json, which holds the passwords of the database in ${folder}, is gone. Restore it, or remove ${dataDir} to begin with an empty database.`,
    );
  }
  const secrets = readSecrets(dataDir);
  const adminPassword = secrets.postgresAdmin;
  if (!exists) initCluster(folder, binaries, account, { password: adminPassword, durable });
  const cluster: Cluster = { dataDir, folder, binaries, account, adminPassword, durable };
  const { port, adopted } = await runServer(cluster);
  const adminUrl = addressOf('postgres', adminPassword, port, 'postgres');
  const created = await ensureDatabase(adminUrl, secrets.postgresApp);
  return {
    url: appAddress(port, secrets.postgresApp),
    adminUrl,
    adopted,
    created,
    stop: () => stopServer(cluster),
    isRunning: () => runningPostmaster(folder) !== undefined,
  };
}
