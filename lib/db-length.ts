import type { Readable } from 'node:stream';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PrismaClient } from '@/generated/prisma/client';
import type { Viewer } from './auth/viewer';
import { type Prisma, poolOptions, type Tx } from './db';
import { env } from './env';

/*
 * Work on a whole account, which takes longer than a request may and moves more than Prisma can: on
 * connections of its own, so that nobody else waits for one.
 */

/** How long it may take. */
const length = 10 * 60_000;
/** How many at a time, in this process and of one person. */
const atOnce = { all: 6, person: 2 };
const underWay: string[] = [];

/**
 * Room for one such piece of work; null: there is none now. Whoever takes it calls what it answers when
 * the work is done.
 */
export function takePlace({ userId }: Viewer): (() => void) | null {
  const own = underWay.filter((id) => id === userId).length;
  if (underWay.length >= atOnce.all || own >= atOnce.person) return null;
  underWay.push(userId);
  let isTaken = true;
  return () => {
    if (isTaken) underWay.splice(underWay.indexOf(userId), 1);
    isTaken = false;
  };
}

type Lengthy = { readonly prisma: PrismaClient; readonly taken: ReadonlySet<pg.PoolClient> };

// Next bundles each entry apart, and reloads them in development: one client a process all the same.
const shared = globalThis as { jissekiLengthy?: Lengthy };

function lengthy(): Lengthy {
  if (shared.jissekiLengthy) return shared.jissekiLengthy;
  const pool = new pg.Pool({ ...poolOptions(env().DATABASE_URL), max: atOnce.all });
  const taken = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('remove', (client) => taken.delete(client));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 5_000, timeout: length },
  });
  shared.jissekiLengthy = { prisma, taken };
  return shared.jissekiLengthy;
}

/** A statement on much at once, in the transaction under way. */
export type Bulk = <Row>(statement: Prisma.Sql) => Promise<Row[]>;

/**
 * As `asOwner`, for ten minutes. `bulk` goes to the very connection past Prisma, which holds on to every
 * text that it is given until nothing else is left to collect: of 20,000 milestones that were 150 MB.
 */
export async function asOwnerAtLength<T>(
  viewer: Viewer,
  work: (tx: Tx, bulk: Bulk) => Promise<T>,
): Promise<T> {
  const { prisma, taken } = lengthy();
  return prisma.$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<{ pid: number }[]>`
      SELECT pg_backend_pid() AS pid, set_config('app.viewer', ${viewer.userId}, true)`;
    return work(tx, async <Row>({ text, values }: Prisma.Sql) => {
      // Where a pooler stands between, no connection is known by its server's process.
      const client = [...taken].find((one) => pidOf(one) === own?.pid);
      if (!client) throw new Error('No connection is the one that the transaction runs on.');
      const { rows } = await client.query({ text, values });
      return rows as Row[];
    });
  });
}

/**
 * Waits until no other such work moves rows of `ownerId`, in whatever process. Held to the end of the
 * transaction. `takeTurn` would have strangers who write to them wait for all of it, and fail.
 */
export async function takeLongTurn(tx: Tx, ownerId: string): Promise<void> {
  const what = `at length ${ownerId}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`;
}

/** Which of the server's processes a connection leads to. */
function pidOf(client: pg.PoolClient): unknown {
  return 'processID' in client ? client.processID : null;
}

/** A reading that is under way. */
export type Copying = {
  /** The rows of a statement without values, as COPY writes them; read no faster than they are taken. */
  copy(select: Prisma.Sql): Readable;
  /** Ends it, at once: also what is being read. */
  leave(): void;
};

/**
 * Begins to read what `viewer` owns as it all was at one moment: COPY is what reads whole tables in the
 * time that reading takes. Nothing can be written. A statement waits for whoever takes its rows, so each
 * may take as long as all of them together.
 */
export async function copyAsOwner(viewer: Viewer): Promise<Copying> {
  const reader = new pg.Client({ ...poolOptions(env().DATABASE_URL), query_timeout: 0 });
  // What breaks is told by what is being read; unheard, it would end this process.
  reader.on('error', () => {});
  await reader.connect();
  // A server in the midst of writing to us hears nothing else.
  const leave = () => {
    clearTimeout(late);
    reader.connection.stream.destroy();
  };
  const late = setTimeout(leave, length).unref();
  try {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await reader.query(
      `SELECT set_config('app.viewer', $1, true), set_config('statement_timeout', $2, true),
              set_config('idle_in_transaction_session_timeout', $2, true)`,
      [viewer.userId, String(length)],
    );
  } catch (error) {
    leave();
    throw error;
  }
  const highWaterMark = 512 * 1024;
  return {
    copy: ({ sql }) => reader.query(copyTo(`COPY (${sql}) TO STDOUT`, { highWaterMark })),
    leave,
  };
}
