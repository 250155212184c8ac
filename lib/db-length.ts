import { randomUUID } from 'node:crypto';
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
/** An export lasts as long as it is taken, within that time: it has places of its own. */
type Kind = 'work' | 'export';
/** How many at a time, in this process and of one person. */
const atOnce = { work: { all: 6, person: 2 }, export: { all: 6, person: 1 } };

/** A connection with a name that its server knows too, however many poolers stand between. */
class Named extends pg.Client {
  readonly called: string;

  constructor(config?: pg.ClientConfig) {
    const called = `jisseki ${randomUUID()}`;
    super({ ...config, application_name: called });
    this.called = called;
  }
}

type Lengthy = { readonly prisma: PrismaClient; readonly open: ReadonlySet<pg.PoolClient> };
type UnderWay = Readonly<Record<Kind, string[]>>;

// Next bundles each entry apart, and reloads them in development: one a process all the same.
const shared = globalThis as { jissekiLengthy?: Lengthy; jissekiUnderWay?: UnderWay };

function underWay(kind: Kind): string[] {
  shared.jissekiUnderWay ??= { work: [], export: [] };
  return shared.jissekiUnderWay[kind];
}

/**
 * Room for one such piece of work; null: there is none now. Whoever takes it calls what it answers when
 * the work is done.
 */
export function takePlace(viewer: Viewer, kind: Kind = 'work'): (() => void) | null {
  const all = underWay(kind);
  if (all.length >= atOnce[kind].all || hasMost(viewer, kind)) return null;
  const { userId } = viewer;
  all.push(userId);
  let isTaken = true;
  return () => {
    if (isTaken) all.splice(all.indexOf(userId), 1);
    isTaken = false;
  };
}

/** Whether as much is under way as one person may have at a time. */
export function hasMost({ userId }: Viewer, kind: Kind): boolean {
  return underWay(kind).filter((id) => id === userId).length >= atOnce[kind].person;
}

function lengthy(): Lengthy {
  if (shared.jissekiLengthy) return shared.jissekiLengthy;
  const address = new URL(env().DATABASE_URL);
  // It would be the name of all of them.
  address.searchParams.delete('application_name');
  const options = poolOptions(address.href);
  const pool = new pg.Pool({ ...options, max: atOnce.work.all, Client: Named });
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 5_000, timeout: length },
  });
  shared.jissekiLengthy = { prisma, open };
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
  const { prisma, open } = lengthy();
  return prisma.$transaction(async (tx) => {
    const [own] = await tx.$queryRaw<{ called: string }[]>`
      SELECT set_config('app.viewer', ${viewer.userId}, true),
        current_setting('application_name') AS called`;
    return work(tx, async <Row>({ text, values }: Prisma.Sql) => {
      const client = [...open].find((one) => 'called' in one && one.called === own?.called);
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

/** A reading that is under way. */
export type Copying = {
  /** Whose rows PostgreSQL shows. */
  readonly ownerId: string;
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
  let ownerId = '';
  try {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await reader.query<{ owner: string }>(
      `SELECT set_config('app.viewer', $1, true) AS owner, set_config('statement_timeout', $2, true),
              set_config('idle_in_transaction_session_timeout', $2, true)`,
      [viewer.userId, String(length)],
    );
    ownerId = rows[0]?.owner ?? '';
  } catch (error) {
    leave();
    throw error;
  }
  const highWaterMark = 512 * 1024;
  return {
    ownerId,
    copy: ({ sql }) => reader.query(copyTo(`COPY (${sql}) TO STDOUT`, { highWaterMark })),
    leave,
  };
}
