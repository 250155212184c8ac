import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { removeCluster } from './cluster';
import { isAlive, runningPostmaster, signal } from './postmaster';

const GONE_MS = 10_000;

/** Ends the server of a throwaway data folder, if one runs, and removes the folder with all its data. */
export async function discardPostgres(dataDir: string): Promise<void> {
  const cluster = path.join(dataDir, 'postgres');
  const deadline = Date.now() + GONE_MS;
  for (;;) {
    const running = runningPostmaster(cluster);
    if (!running || Date.now() > deadline) break;
    // Immediate shutdown: nothing in there is worth writing down.
    signal(running.pid, 'SIGQUIT');
    await delay(30);
  }
  removeCluster(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/**
 * Makes a data folder for a throwaway database, named after this process, and removes those of the
 * same purpose whose process was killed before it could.
 * @param purpose lower-case letters, e.g. `test`
 */
export async function throwawayFolder(purpose: string): Promise<string> {
  const names = new RegExp(`^jisseki-${purpose}-(\\d+)-`);
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(names.exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) await discardPostgres(path.join(tmpdir(), name));
  }
  const folder = mkdtempSync(path.join(tmpdir(), `jisseki-${purpose}-${process.pid}-`));
  // Made private; as root, an unprivileged account runs the server in it.
  chmodSync(folder, 0o755);
  return folder;
}
