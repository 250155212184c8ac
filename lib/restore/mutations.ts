import type { Viewer } from '../auth/viewer';
import { type Tx, takeTurn } from '../db';
import { asOwnerAtLength, type Bulk, takeLongTurn, takePlace } from '../db-length';
import type { Table } from '../export/table.rules';
import { tables } from '../export/tables.rules';
import type { Bilingual } from '../locale';
import { type Ok, ok } from '../result';
import {
  askAgain,
  askAllAgain,
  firstFull,
  isEmpty,
  reindexInquiries,
  streamNames,
} from './after/row';
import { type Chunk, chunksOf, readAhead } from './chunks';
import { partClashing } from './clash/row';
import { type AccountFile, withAccount } from './file';
import { type Around, believesArrivals, preparing } from './prepare';
import { isMet, putLines } from './put/mutations';
import type { Line } from './put/row';
import { Refused, type RestoreRefusal, type RestoreReport } from './report.rules';
import { closeRecord, whatIsSeen } from './seen/row';
import { reportedOn, type Tally } from './tally.rules';

export type RestoreChoice = {
  /** Rows that are there and say something else become what the export says; else they stay. */
  readonly takes: boolean;
  /** A published record goes on showing, whatever strangers read of it from now on; else it closes. */
  readonly staysOpen: boolean;
};

/** A stream that has other names from now on: search finds its milestones by them. */
export type RenamedStream = { readonly id: string; readonly name: Bilingual };

/** What other rooms reckon from rows that came in, in the same transaction. */
export type Settle = (
  tx: Tx,
  done: { readonly ownerId: string; readonly renamedStreams: readonly RenamedStream[] },
) => Promise<void>;

/** Undoes what was done to see what it does. */
class Planned extends Error {
  readonly report: RestoreReport;

  constructor(report: RestoreReport) {
    super('All of it is undone.');
    this.report = report;
  }
}

/**
 * What restoring the export at `path` into the viewer's account would do: all of it is done, with every
 * changed row taken, and undone.
 */
export async function planRestore(
  viewer: Viewer,
  path: string,
): Promise<Ok<RestoreReport> | RestoreRefusal> {
  return run(viewer, path, { takes: true, staysOpen: true }, null);
}

/**
 * Restores the export at `path` into the viewer's account, all or nothing. Rows that are not there are
 * added under the ids they have; nothing is deleted. Doing it again changes nothing.
 */
export async function restoreAccount(
  viewer: Viewer,
  path: string,
  choice: RestoreChoice,
  settle: Settle,
): Promise<Ok<RestoreReport> | RestoreRefusal> {
  return run(viewer, path, choice, settle);
}

async function run(
  viewer: Viewer,
  path: string,
  choice: RestoreChoice,
  settle: Settle | null,
): Promise<Ok<RestoreReport> | RestoreRefusal> {
  const leave = takePlace(viewer);
  if (!leave) return new Refused('busy').refusal;
  try {
    return await withAccount(path, viewer.userId, (account) =>
      asOwnerAtLength(viewer, async (tx, bulk) => {
        const lasts = settle !== null;
        const work = await begin(tx, bulk, viewer.userId, account, { ...choice, lasts });
        const settings: Chunk[] = [];
        for await (const chunk of readAhead(chunksOf(account))) {
          if (chunk.table.key.length > 0) await put(work, chunk);
          else settings.push(chunk);
        }
        const report = await finish(work, settings);
        if (!settle) throw new Planned(report);
        const renamedStreams = await namesOf(work);
        await settle(tx, { ownerId: viewer.userId, renamedStreams });
        return ok(report);
      }),
    );
  } catch (error) {
    if (error instanceof Planned) return ok(error.report);
    if (error instanceof Refused) return error.refusal;
    if (isMet(error)) return new Refused('busy').refusal;
    throw error;
  } finally {
    leave();
  }
}

type Choice = RestoreChoice & {
  /** Whether it stays done. */
  readonly lasts: boolean;
};

/** A restore under way. */
type Work = {
  readonly tx: Tx;
  readonly bulk: Bulk;
  readonly ownerId: string;
  readonly account: AccountFile;
  readonly choice: Choice;
  readonly wasEmpty: boolean;
  readonly seenBefore: string | null;
  readonly mapped: Map<string, string>;
  readonly tallies: Map<string, Tally>;
  readonly mappedNames: { table: string; name: string }[];
  /** Streams that have other names from now on. */
  readonly renamed: Set<string>;
  /** Milestones that came in. */
  readonly fresh: Set<string>;
  /** Milestones that were there, and of which something came in. */
  readonly touched: Set<string>;
  /** Inquiries whose texts or replies came in. */
  readonly reworded: Set<string>;
  streams: Around['streams'];
  unproven: number;
};

async function begin(
  tx: Tx,
  bulk: Bulk,
  ownerId: string,
  account: AccountFile,
  choice: Choice,
): Promise<Work> {
  await takeLongTurn(tx, ownerId);
  return {
    tx,
    bulk,
    ownerId,
    account,
    choice,
    wasEmpty: await isEmpty(tx, ownerId),
    seenBefore: await whatIsSeen(tx, ownerId),
    mapped: new Map(),
    tallies: new Map(),
    mappedNames: [],
    renamed: new Set(),
    fresh: new Set(),
    touched: new Set(),
    reworded: new Set(),
    streams: new Map(),
    unproven: 0,
  };
}

async function put(work: Work, { table, lines }: Chunk): Promise<void> {
  const { tx, bulk, ownerId, account, choice } = work;
  if (table.name === 'milestone' && work.streams.size === 0) {
    work.streams = await streamNames(tx, ownerId);
  }
  const parted = await partClashing(tx, ownerId, table, lines);
  const { mapped, streams, wasEmpty } = work;
  const around = { writer: account.writer, wasEmpty, mapped, streams };
  const ready = parted.free.map(preparing(table, around));
  const done = await putLines(bulk, ownerId, table, ready, choice.takes);
  for (const [from, to] of parted.mapped) work.mapped.set(from, to);
  reportedOn(work.tallies, table, lines, { ...done, clashing: parted.clashing });
  for (const { row } of parted.clashing) {
    if (!parted.mapped.has(String(row.id))) continue;
    const name = table.says.names.map((column) => row[column]).find(Boolean);
    work.mappedNames.push({ table: table.name, name: String(name) });
  }
  if (table.name === 'inquiry' && !believesArrivals(around)) {
    const added = new Set(done.added);
    const isSent = ({ line, row }: Line) => added.has(line) && row.arrival === 'form';
    work.unproven += lines.filter(isSent).length;
  }
  const written = new Set([...done.added, ...(choice.takes ? done.changed : [])]);
  const added = new Set(done.added);
  for (const { line, row } of ready) {
    if (written.has(line)) await note(work, table, row, added.has(line));
  }
  if (choice.takes && table.name === 'stream') {
    for (const id of parted.renamed) work.renamed.add(id);
  }
}

/** Notes what follows from a row that came in. */
async function note(
  work: Work,
  { name }: Table,
  row: Readonly<Record<string, unknown>>,
  isAdded: boolean,
): Promise<void> {
  const milestone = String(row.milestone_id);
  if (name === 'record') await askAllAgain(work.tx, work.ownerId, work.fresh);
  if (name === 'milestone' && isAdded) work.fresh.add(String(row.id));
  const isPart = name === 'evidence' || name === 'permission';
  if (isPart && !work.fresh.has(milestone)) work.touched.add(milestone);
  if (name === 'reply') work.reworded.add(String(row.inquiry_id));
  if (name === 'inquiry' && !isAdded) work.reworded.add(String(row.id));
}

async function namesOf({ tx, ownerId, renamed }: Work): Promise<RenamedStream[]> {
  if (renamed.size === 0) return [];
  const names = await streamNames(tx, ownerId);
  return [...names].flatMap(([id, name]) => (renamed.has(id) ? { id, name } : []));
}

/**
 * What has to follow once all other rows are in. Settings come last, of which each table has one row:
 * from then on everybody waits who writes to the account, and so do those who open its record. Nobody
 * needs to where it is undone again.
 * @throws Refused
 */
async function finish(work: Work, settings: readonly Chunk[]): Promise<RestoreReport> {
  const { tx, ownerId, account, choice } = work;
  await askAgain(tx, ownerId, work.touched);
  await reindexInquiries(tx, ownerId, work.reworded);
  if (choice.lasts) await takeTurn(tx, ownerId);
  for (const chunk of settings) await put(work, chunk);
  const full = await firstFull(tx, ownerId);
  if (full) throw new Refused('full', full);
  const seen = await whatIsSeen(tx, ownerId);
  const changesWhatIsSeen = seen !== null && seen !== work.seenBefore;
  if (changesWhatIsSeen && !choice.staysOpen) await closeRecord(tx, ownerId);
  return {
    exportedAt: account.exportedAt,
    isSealed: account.writer === 'self',
    tables: tables.flatMap(({ name }) => work.tallies.get(name) ?? []),
    mapped: work.mappedNames,
    unproven: work.unproven,
    wasEmpty: work.wasEmpty,
    changesWhatIsSeen,
  };
}
