import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { removeCluster } from './cluster';
import { runningPostmaster } from './postmaster';

const GONE_MS = 10_000;

/** Ends the server of a throwaway data folder, if one runs, and removes the folder with all its data. */
export async function discardPostgres(dataDir: string): Promise<void> {
  const cluster = path.join(dataDir, 'postgres');
  const deadline = Date.now() + GONE_MS;
  for (;;) {
    const running = runningPostmaster(cluster);
    if (!running || Date.now() > deadline) break;
    // Immediate shutdown: nothing in there is worth writing down.
    process.kill(running.pid, 'SIGQUIT');
    await delay(30);
  }
  removeCluster(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
