import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { withClient } from './embedded/postmaster';

/** Why a database cannot be brought to the state of this code. */
export type MigrationTrouble = 'newer' | 'changed' | 'failed' | 'locked' | 'sql' | 'unreachable';

/** An expected failure of the migrator, with a message written for the person at the terminal. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
  readonly reason: MigrationTrouble;

  constructor(reason: MigrationTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Where a database stands against the migrations of this code. */
export type MigrationState = 'current' | 'behind' | 'newer' | 'changed' | 'failed' | 'unreachable';

/** One file of the folder; the checksum is the SHA-256 of its bytes, hex. */
export type Migration = { name: string; sql: string; checksum: string };
/** A migration that was applied to a database, or begun. */
export type Row = { migration_name: string; checksum: string; finished: boolean };

/** The key Prisma's own engine locks, so that its command line and we exclude each other. */
const LOCK_KEY = 72_707_369;
const LOCK_WAIT_MS = 60_000;

/** Prisma's own definition, to the letter: `prisma migrate status` reads what we write. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Migrations lie under the folder the process runs in: the bundle knows no other. */
function defaultFolder(): string {
  return path.join(process.cwd(), 'prisma', 'migrations');
}

/** The migrations of a folder, in order of name; `prisma/migrations` when not given. */
export function readMigrations(folder: string = defaultFolder()): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'));
      const checksum = createHash('sha256').update(bytes).digest('hex');
      return { name, sql: bytes.toString('utf8'), checksum };
    });
}

/** What a database says was applied to it, in order of name; nothing of one that was never migrated. */
export async function readRows(client: Client): Promise<Row[]> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  );
  if (!table.rows[0]?.found) return [];
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

type Comparison =
  | { state: 'current' | 'behind'; pending: Migration[] }
  | { state: 'newer' | 'changed' | 'failed'; name: string };

function compare(migrations: readonly Migration[], rows: readonly Row[]): Comparison {
  for (const row of rows) {
    const name = row.migration_name;
    const migration = migrations.find((each) => each.name === name);
    if (!migration) return { state: 'newer', name };
    if (!row.finished) return { state: 'failed', name };
    if (migration.checksum !== row.checksum) return { state: 'changed', name };
  }
  const pending = migrations.filter(({ name }) => !rows.some((row) => row.migration_name === name));
  return { state: pending.length === 0 ? 'current' : 'behind', pending };
}

const REFUSAL = {
  newer: (name: string) =>
    `The database is newer than this code: it has migration ${name}, which this code does not know. Update the code, or use another database.`,
  changed: (name: string) =>
    `Migration ${name} was changed after it was applied to this database. Restore the file as it was, and put the change into a new migration.`,
  failed: (name: string) =>
    `Migration ${name} failed halfway on this database. Repair the schema by hand, delete its row from _prisma_migrations, and start again.`,
};

async function applyOne(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const current = 'SELECT pg_current_xact_id()::text AS id';
  await client.query('BEGIN');
  try {
    const before = await client.query<{ id: string }>(current);
    // Tables hide their rows from their owner too: without a voice an UPDATE would change none of them.
    await client.query("SET LOCAL app.system = 'on'");
    await client.query(sql);
    const after = await client.query<{ id: string }>(current);
    // A COMMIT inside the file would leave half a migration behind when a later statement fails.
    if (before.rows[0]?.id !== after.rows[0]?.id) {
      throw new Error('it ends its own transaction; leave BEGIN and COMMIT to the migrator');
    }
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    const why = error instanceof Error ? error.message : String(error);
    const message = `Migration ${name} failed and nothing of it was kept: ${why}`;
    throw new MigrationError('sql', message, { cause: error });
  }
}

async function takeLock(client: Client): Promise<void> {
  await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  } catch (error) {
    throw new MigrationError(
      'locked',
      'Another process has been migrating this database for over a minute. Wait for it to finish, or end it, and start again.',
      { cause: error },
    );
  }
  await client.query('RESET lock_timeout');
}

/**
 * Applies the migrations a database lacks, in order of name, each file in one transaction, one
 * process at a time.
 * @param folder of `<timestamp>_<name>/migration.sql`; `prisma/migrations` when not given
 * @returns the names applied by this call, oldest first
 * @throws MigrationError when the database is newer, a file was changed, one failed, or it cannot be reached
 */
export async function migrate(
  url: string,
  folder: string = defaultFolder(),
): Promise<{ applied: string[] }> {
  const migrations = readMigrations(folder);
  return connected(url, async (client) => {
    await takeLock(client);
    await client.query(TABLE);
    const found = compare(migrations, await readRows(client));
    if ('name' in found) throw new MigrationError(found.state, REFUSAL[found.state](found.name));
    for (const migration of found.pending) await applyOne(client, migration);
    return { applied: found.pending.map(({ name }) => name) };
  });
}

/** Tells where a database stands without changing it; never throws. Opens one connection. */
export async function migrationState(
  url: string,
  folder: string = defaultFolder(),
): Promise<MigrationState> {
  try {
    const migrations = readMigrations(folder);
    return await connected(url, async (client) => {
      return compare(migrations, await readRows(client)).state;
    });
  } catch {
    return 'unreachable';
  }
}

/**
 * Whether the role of this address could walk past row-level security.
 * @returns why it could, or undefined for a role that is safe to serve with
 */
export async function dangerousRole(url: string): Promise<'superuser' | 'bypassrls' | undefined> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user',
    );
    if (rows[0]?.rolsuper) return 'superuser';
    return rows[0]?.rolbypassrls ? 'bypassrls' : undefined;
  });
}

/**
 * Runs work on one connection and closes it.
 * @throws MigrationError when the database cannot be reached; else what the work throws
 */
export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  let reached = false;
  try {
    return await withClient(url, (client) => {
      reached = true;
      return work(client);
    });
  } catch (error) {
    if (reached || error instanceof MigrationError) throw error;
    const why = error instanceof Error ? error.message || error.name : String(error);
    throw new MigrationError(
      'unreachable',
      `The database cannot be reached (${why}). Check that it runs and that DATABASE_URL is right.`,
      { cause: error },
    );
  }
}
