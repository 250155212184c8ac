import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withClient } from '@/prisma/embedded/postmaster';
import { APP } from '@/prisma/embedded/roles';

/** What the global set-up hands to every worker. */
export type TestPostgres = {
  /** Superuser's address; for making and dropping databases. */
  adminUrl: string;
  /** Address of the migrated template as the application's role; a clone differs in its name alone. */
  templateUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** Written on every database the tests make; nothing else is ever touched. */
export const MARKER = 'made by the tests of Jisseki';
export const TEMPLATE = 'jisseki_test_template';

function urlOf(database: string): string {
  const url = new URL(inject('testPostgres').templateUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Makes a marked database owned by the application's role; false when it exists already. */
export async function makeTestDatabase(
  adminUrl: string,
  name: string,
  template?: string,
): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount !== 0) return false;
    const database = pg.escapeIdentifier(name);
    const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
    await client.query(`CREATE DATABASE ${database} OWNER ${APP}${from}`);
    await client.query(`COMMENT ON DATABASE ${database} IS ${pg.escapeLiteral(MARKER)}`);
    return true;
  });
}

/** Throws unless the database of this address was made by the tests. */
export async function assertTestDatabase(url: string): Promise<void> {
  const marker = await withClient(url, async (client) => {
    const { rows } = await client.query<{ marker: string | null }>(
      `SELECT shobj_description(oid, 'pg_database') AS marker
         FROM pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.marker;
  });
  if (marker !== MARKER) {
    const database = new URL(url).pathname.slice(1);
    throw new Error(`Refusing to test on database ${database}: the tests did not make it.`);
  }
}

/**
 * Address of this worker's own database, as the application's role. It is cloned from the migrated
 * template once and then shared by the files this worker runs one after the other: a test makes
 * accounts of its own and counts nothing but theirs.
 */
export async function testDatabaseUrl(): Promise<string> {
  const name = `jisseki_test_worker_${process.env.VITEST_POOL_ID ?? '0'}`;
  await makeTestDatabase(inject('testPostgres').adminUrl, name, TEMPLATE);
  const url = urlOf(name);
  await assertTestDatabase(url);
  return url;
}

/**
 * A database of this test's own, empty but migrated (about 50 ms); with `migrated: false` wholly
 * empty. Call `drop` when done.
 */
export async function freshDatabase(
  options: { migrated?: boolean } = {},
): Promise<{ url: string; drop: () => Promise<void> }> {
  const { adminUrl } = inject('testPostgres');
  const name = `jisseki_test_${randomBytes(6).toString('hex')}`;
  await makeTestDatabase(adminUrl, name, options.migrated === false ? undefined : TEMPLATE);
  return {
    url: urlOf(name),
    drop: () =>
      withClient(adminUrl, async (client) => {
        await client.query(`DROP DATABASE ${pg.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}
