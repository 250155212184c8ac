import { chmodSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { discardPostgres } from '@/prisma/embedded/discard';
import { isAlive, withClient } from '@/prisma/embedded/postmaster';
import { APP } from '@/prisma/embedded/roles';
import { migrate } from '@/prisma/migrate';
import { startPostgres } from '@/prisma/postgres';
import { makeTestDatabase, TEMPLATE } from './postgres';

/** Folder names carry the process that made them, so that leftovers of a killed run are known. */
const PREFIX = 'jisseki-test-';

async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(/^jisseki-test-(\d+)-/.exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) await discardPostgres(path.join(tmpdir(), name));
  }
}

/**
 * Starts a PostgreSQL for this run alone, so that runs side by side never meet, and migrates the
 * template every worker's database is cloned from. DATABASE_URL is not looked at.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepLeftovers();
  const dataDir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Made private; an unprivileged account runs the server when we are root.
  chmodSync(dataDir, 0o755);
  try {
    const postgres = await startPostgres({ dataDir, durable: false });
    await makeTestDatabase(postgres.adminUrl, TEMPLATE);
    const templateUrl = postgres.url.replace(new RegExp(`/${APP}$`), `/${TEMPLATE}`);
    await migrate(templateUrl);
    // A template somebody is connected to cannot be cloned.
    await withClient(postgres.adminUrl, async (client) => {
      await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    });
    project.provide('testPostgres', { adminUrl: postgres.adminUrl, templateUrl });
  } catch (error) {
    await discardPostgres(dataDir);
    throw error;
  }
  return () => discardPostgres(dataDir);
}
