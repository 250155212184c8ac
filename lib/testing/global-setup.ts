import type { TestProject } from 'vitest/node';
import { discardPostgres, throwawayFolder } from '@/prisma/embedded/discard';
import { withClient } from '@/prisma/embedded/postmaster';
import { APP } from '@/prisma/embedded/roles';
import { migrate } from '@/prisma/migrate';
import { startPostgres } from '@/prisma/postgres';
import { makeTestDatabase, TEMPLATE } from './postgres';

/**
 * Starts a PostgreSQL for this run alone, so that runs side by side never meet, and migrates the
 * template every worker's database is cloned from. DATABASE_URL is not looked at.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await throwawayFolder('test');
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
