import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '@/generated/prisma/client';
import type { Viewer } from './auth/viewer';
import { env } from './env';

/** One unit of work, inside a transaction that knows for whom it works. */
export type Tx = Prisma.TransactionClient;

/**
 * How every connection is opened. The adapter reads a `timestamptz` as if it were UTC, so a
 * session in another zone would shift every instant; the default wait for a connection is for ever.
 */
export function poolOptions(connectionString: string) {
  return {
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // The server’s own timeouts cannot help where it no longer answers at all.
    query_timeout: 6_000,
    idleTimeoutMillis: 30_000,
    options: [
      '-c TimeZone=UTC',
      '-c statement_timeout=5000',
      '-c lock_timeout=2000',
      '-c idle_in_transaction_session_timeout=10000',
    ].join(' '),
  };
}

// Next bundles each entry apart, and reloads them in development: one client a process all the same.
const shared = globalThis as { jissekiPrisma?: PrismaClient };

function client(): PrismaClient {
  shared.jissekiPrisma ??= new PrismaClient({
    adapter: new PrismaPg(poolOptions(env().DATABASE_URL), {
      statementNameGenerator: visitorStatement,
    }),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });
  return shared.jissekiPrisma;
}

const statements = new Map<string, string>();

/**
 * Names a visitor's statements, so that PostgreSQL plans each once a connection: the plan takes
 * longer than the reading. Others stay unnamed; there are too many of them to keep.
 */
function visitorStatement({ sql }: { sql: string }): string {
  // The driver takes an empty name for none.
  if (!sql.startsWith('/* public */')) return '';
  let name = statements.get(sql);
  if (!name) {
    name = `public_${statements.size}`;
    statements.set(sql, name);
  }
  return name;
}

/** Work on what `viewer` owns. Row-level security shows and takes their rows and no others. */
export async function asOwner<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.viewer', ${viewer.userId}, true)`;
    return work(tx);
  });
}

/**
 * The name of a table or a column, as SQL. For names that the code has written down itself: what is no
 * plain name throws.
 */
export function sqlName(name: string): Prisma.Sql {
  if (!/^[a-z][a-z_]*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of ours.`);
  return new Prisma.Sql([`"${name}"`], []);
}

/**
 * Waits until nobody else who takes a turn changes what `ownerId` has: for rules over many rows, such
 * as the hours of a day, and for work that moves many. Held to the end of the transaction; rows that
 * only point at the person pass.
 */
export async function takeTurn(tx: Tx, ownerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${ownerId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Sign-in, sign-up, what strangers bring in (visits, inquiries, reports) and the post: sees every row,
 * so only those nouns have it. `timeout`: how long it may take in all, in milliseconds, where 10 s are too
 * few; each of its statements has 5 s as ever.
 */
export async function asSystem<T>(
  work: (tx: Tx) => Promise<T>,
  options: { readonly timeout?: number } = {},
): Promise<T> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.system', 'on', true)`;
    return work(tx);
  }, options);
}

/**
 * Work of a client who holds the link that asks for their permission: the one milestone it is about
 * and what stands around it, to read; their answer, to give. Null where no question has this code.
 */
export async function asClient<T>(
  code: string,
  work: (tx: Tx, asked: { ownerId: string; milestoneId: string }) => Promise<T>,
): Promise<T | null> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.code', ${code}, true)`;
    const asked = await tx.permission.findUnique({
      where: { code },
      select: { ownerId: true, milestoneId: true },
    });
    if (!asked) return null;
    await tx.$executeRaw`SELECT set_config('app.asker', ${asked.ownerId}, true),
      set_config('app.asked_about', ${asked.milestoneId}, true)`;
    return work(tx, asked);
  });
}

/**
 * A stranger's reading: what is published, and no writing. One statement and no transaction, which
 * is what makes a record quick; it takes raw SQL so that nobody writes two statements by accident.
 */
export function asVisitor<Row>(query: Prisma.Sql): Promise<Row[]> {
  return client().$queryRaw<Row[]>(query);
}

export { Prisma };

/** Whether `error` is the named unique index or primary key refusing a second row. */
export function isConflictOn(error: unknown, ...columns: string[]): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') {
    return false;
  }
  const text = JSON.stringify(error.meta ?? {});
  return columns.every((column) => text.includes(column));
}

/** Whether `error` is the named CHECK refusing a row. */
export function isRefusedBy(error: unknown, check: string): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const text = JSON.stringify(error.meta ?? {});
  return text.includes('23514') && text.includes(check);
}

/** Whether `error` is a lock that somebody else held too long. */
export function isLockedOut(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return JSON.stringify(error.meta ?? {}).includes('55P03');
}

/** Whether `error` is a foreign key refusing a row that points to what is not there (any more). */
export function isDangling(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';
}

/** PostgreSQL's own code for what `error` is (`23514`: a CHECK refused a row); null: none of its. */
export function sqlStateOf(error: unknown): string | null {
  if (error instanceof pg.DatabaseError) return error.code ?? null;
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  return /"originalCode":"([0-9A-Z]{5})"/.exec(JSON.stringify(error.meta ?? {}))?.[1] ?? null;
}
