import pg from 'pg';
import { addressOf, withClient } from './postmaster';

/** Name of both the application's role and its database. */
export const APP = 'jisseki';

/**
 * Sees to it that role and database exist. The role owns its database and nothing more: no
 * superuser, no BYPASSRLS, for either would walk past row-level security.
 * @returns true when the database was made just now
 */
export async function ensureDatabase(adminUrl: string, appPassword: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP]);
    if (role.rowCount === 0) {
      const password = pg.escapeLiteral(appPassword);
      await client.query(
        `CREATE ROLE ${APP} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
      );
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [APP]);
    if (database.rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${APP} OWNER ${APP}`);
    await client.query(`REVOKE ALL ON DATABASE ${APP} FROM PUBLIC`);
    return true;
  });
}

/** The application's address on the embedded server. */
export function appAddress(port: number, password: string): string {
  return addressOf(APP, password, port, APP);
}
