import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { settling } from '@/app/_server/restored';
import { nowhere } from '@/lib/account/event/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { exportZip } from '@/lib/export/data';
import { restoreAccount } from '@/lib/restore/mutations';
import { makePerson } from '@/lib/testing/people';
import { withClient } from '@/prisma/embedded/postmaster';
import type { Exchanged } from './exchange';
import { timed } from './report';

const ROUNDS = 5;
/** What the account has rows in beside its settings, each behind what it leads to. */
const TABLES = ['stream', 'skill', 'milestone', 'evidence', 'effort'];

/** Rounds of exports and restores against COPY, one after the other. */
export async function runExchange(facts: Viewer & { adminUrl: string }): Promise<Exchanged> {
  const { adminUrl, ...viewer } = facts;
  const folder = await mkdtemp(path.join(tmpdir(), 'jisseki-exchange-'));
  const file = path.join(folder, 'export.zip');
  try {
    // Whatever is loaded once is loaded by now.
    const small = await makePerson();
    await exportTo(small, createWriteStream(file));
    await restoreInto(await makePerson(), file);
    const idle = process.memoryUsage.rss();
    const exporting = await peakOf(() => exportTo(viewer, createWriteStream(file)));
    const restoring = await peakOf(async () => restoreInto(await makePerson(), file));
    const rounds = await withClient(adminUrl, (client) => measure(client, viewer, file));
    return { ...rounds, idle, peak: { exporting, restoring } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(client: pg.Client, viewer: Viewer, file: string) {
  const times = {
    copyOut: [] as number[],
    exported: [] as number[],
    copyIn: [] as number[],
    restored: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    times.copyOut.push(await timed(() => copyOut(client, viewer.userId)));
    times.exported.push(await timed(() => exportTo(viewer, nowhereAtAll())));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const [one, two] = [await makePerson(), await makePerson()];
    const dumps = await dumpsFor(client, viewer.userId, one.userId);
    times.copyIn.push(await timed(() => copyIn(client, dumps)));
    times.restored.push(await timed(() => restoreInto(two, file)));
    // What came in is not there when the next comes in.
    const ids = [one.userId, two.userId];
    await client.query('DELETE FROM "user" WHERE id = ANY ($1::uuid[])', [ids]);
  }
  return times;
}

/** The most memory the process has while `work` is done three times. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  for (let round = 0; round < 3; round++) await work();
  clearInterval(watch);
  return Math.max(peak, process.memoryUsage.rss());
}

async function* noSite() {}

async function exportTo(viewer: Viewer, to: Writable): Promise<void> {
  const zip = exportZip(viewer, noSite, new Date());
  if (!zip.ok) throw new Error(zip.reason);
  await pipeline(zip.value, to);
}

async function restoreInto(viewer: Viewer, file: string): Promise<void> {
  const now = new Date();
  const choice = { takes: true, staysOpen: false };
  const settle = settling('export.zip', nowhere, now);
  const done = await restoreAccount(viewer, file, choice, settle);
  if (!done.ok) throw new Error(JSON.stringify(done));
}

function nowhereAtAll(): Writable {
  return new Writable({ write: (_chunk, _encoding, taken) => taken() });
}

async function copyOut(client: pg.Client, ownerId: string): Promise<void> {
  for (const table of TABLES) {
    const rows = `SELECT * FROM ${table} WHERE owner_id = ${pg.escapeLiteral(ownerId)}`;
    await pipeline(client.query(copyTo(`COPY (${rows}) TO STDOUT`)), nowhereAtAll());
  }
}

type Dump = { readonly into: string; readonly bytes: Buffer };

/** The rows of `ownerId` as those of another, as COPY writes them. */
async function dumpsFor(client: pg.Client, ownerId: string, other: string): Promise<Dump[]> {
  const dumps: Dump[] = [];
  for (const table of TABLES) {
    const { rows } = await client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'owner_id'`,
      [table],
    );
    const columns = rows.map(({ column_name }) => pg.escapeIdentifier(column_name)).join(', ');
    const [from, to] = [ownerId, other].map((id) => `${pg.escapeLiteral(id)}::uuid`);
    const select = `SELECT ${to}, ${columns} FROM ${table} WHERE owner_id = ${from}`;
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copyTo(`COPY (${select}) TO STDOUT`))) {
      chunks.push(chunk);
    }
    dumps.push({ into: `${table} (owner_id, ${columns})`, bytes: Buffer.concat(chunks) });
  }
  return dumps;
}

/** All in one transaction, as a restore is. */
async function copyIn(client: pg.Client, dumps: readonly Dump[]): Promise<void> {
  await client.query('BEGIN');
  for (const { into, bytes } of dumps) {
    const source = Readable.from(piecesOf(bytes), { objectMode: false });
    await pipeline(source, client.query(copyFrom(`COPY ${into} FROM STDIN`)));
  }
  await client.query('COMMIT');
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
