import { uuidv7 } from 'uuidv7';
import { eventRow, type Whence } from '../account/event/rules';
import type { Viewer } from '../auth/viewer';
import { sqlStateOf, type Tx } from '../db';
import { asOwnerAtLength, takeLongTurn, takePlace } from '../db-length';
import { limits } from '../limits';
import { toColumns } from '../milestone/columns.rules';
import type { MilestoneDraft } from '../milestone/rules';
import { ok, type Refusal, type Result, refuse } from '../result';
import { answeringTo, streamKey, streamRow } from '../stream/rules';
import { Seen } from './duplicates.rules';
import type { Mapping } from './mapping.schema';
import { type Forms, type Load, openTable, readMilestones, unsaidIn } from './reading';
import { insertLinks, insertRows, type Room, readSigns, readStreams, roomFor } from './row';
import type { Sheet, Unreadable } from './sheet';
import { noteStream } from './streams.rules';

type Reason =
  | 'too-many-milestones'
  | 'too-many-kept'
  | 'too-many-streams'
  | 'nothing-new'
  | 'try-again';
type Imported = Result<{ rows: number }, Reason> | Unreadable;

/** How long one import waits for another; just below the time that any statement has. */
const patience = '4500ms';
/** How long it may read on without a word to the database: nothing need come in of a whole file. */
const silence = '60s';
/** How many rows are written at a time. */
const batch = 1_000;

/** Ends the transaction that it is thrown in, so that nothing of it stays. */
class Refused extends Error {
  constructor(readonly refusal: Refusal<Reason> | Unreadable) {
    super(refusal.reason);
  }
}

/**
 * Imports a file that waits, reading it once. `unsaid`: `mapping` leaves something open; `try-again`: too
 * many are under way, here or of this person.
 */
export async function importTable(
  viewer: Viewer,
  upload: { readonly id: string; readonly name: string },
  load: Load,
  mapping: Mapping,
  whence: Whence,
  now: Date,
): Promise<Imported | Refusal<'upload-gone' | 'unsaid'>> {
  const leave = takePlace(viewer);
  if (!leave) return refuse('try-again');
  try {
    const opened = await openTable(load, () => mapping);
    if (!opened.ok) return opened;
    const { sheet, forms } = opened.value;
    if (unsaidIn(mapping, forms).length > 0) return refuse('unsaid');
    return await applyImport(viewer, upload, sheet, { mapping, forms }, whence, now);
  } finally {
    leave();
  }
}

/**
 * Logs every row of a file that can be read and is not there already, under `upload.id`: all of them or
 * none, read as they are written and never held all at once. A file that is imported twice, even at
 * once, comes in once; both are told the same. Whoever calls it has a place for it.
 */
export async function applyImport(
  viewer: Viewer,
  upload: { readonly id: string; readonly name: string },
  sheet: Sheet,
  reading: { readonly mapping: Mapping; readonly forms: Forms },
  whence: Whence,
  now: Date,
): Promise<Imported> {
  const ownerId = viewer.userId;
  const { id, name } = upload;
  const { mapping, forms } = reading;
  try {
    return await asOwnerAtLength(viewer, async (tx) => {
      await tx.$executeRaw`SELECT set_config('lock_timeout', ${patience}, true),
        set_config('idle_in_transaction_session_timeout', ${silence}, true)`;
      // Of two at once the second waits here, and then finds everything done.
      await takeLongTurn(tx, ownerId);
      const done = await tx.import.findFirst({ where: { ownerId, id } });
      if (done) return ok({ rows: done.rows });
      await tx.import.createMany({ data: [{ ownerId, id, name, rows: 0, createdAt: now }] });
      const incoming = await Incoming.begin(tx, ownerId, id, mapping, now);
      const broken = await readMilestones(viewer, sheet, mapping, forms, now, (read, { line }) =>
        read.ok ? incoming.take(read.draft, line) : undefined,
      );
      if (broken) throw new Refused(broken);
      const rows = await incoming.end();
      if (rows === 0) throw new Refused(refuse('nothing-new'));
      await tx.import.updateMany({ where: { ownerId, id }, data: { rows } });
      const event = { what: 'imported', whence, detail: name } as const;
      await tx.securityEvent.create({ data: eventRow(ownerId, uuidv7(), event, now) });
      return ok({ rows });
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (isMet(error)) return refuse('try-again');
    throw error;
  }
}

/**
 * Whether somebody else was in the way: another import that takes its time, or whoever meanwhile opened a
 * stream that this one opens too, or merged one away.
 */
function isMet(error: unknown): boolean {
  return ['55P03', '40P01', '23503', '23505'].includes(sqlStateOf(error) ?? '');
}

/** Milestones on their way in, written some at a time. Throws {@link Refused} where a limit is reached. */
class Incoming {
  #waiting: MilestoneDraft[] = [];
  #written = 0;
  #opened = 0;
  /** The ids of streams by their keys. */
  readonly #streams = new Map<string, string>();

  private constructor(
    private readonly tx: Tx,
    private readonly row: { ownerId: string; importId: string; recordedAt: Date; updatedAt: Date },
    private readonly mapping: Mapping,
    private readonly seen: Seen,
    private readonly room: Room,
    private readonly there: Awaited<ReturnType<typeof readStreams>>,
  ) {}

  static async begin(tx: Tx, ownerId: string, importId: string, mapping: Mapping, now: Date) {
    // Both at one moment: by that it is known whether one was changed since.
    const row = { ownerId, importId, recordedAt: now, updatedAt: now };
    const seen = new Seen(await readSigns(tx, ownerId));
    const room = await roomFor(tx, ownerId);
    const streams = await readStreams(tx, ownerId);
    return new Incoming(tx, row, mapping, seen, room, streams);
  }

  /** Takes in a draft that looks like nothing there, or whatever it looks like if that is wished. */
  take(draft: MilestoneDraft, line: number): Promise<void> | undefined {
    if (this.seen.twinOf(draft, line) && !this.mapping.keepsDuplicates) return undefined;
    this.#waiting.push(draft);
    return this.#waiting.length < batch ? undefined : this.#write();
  }

  /** @returns how many came in */
  async end(): Promise<number> {
    await this.#write();
    return this.#written;
  }

  async #write(): Promise<void> {
    const drafts = this.#waiting;
    if (drafts.length === 0) return;
    this.#waiting = [];
    this.#written += drafts.length;
    const { room, filledBy } = this.room;
    if (this.#written > room) throw new Refused(refuse(`too-many-${filledBy}`));
    await this.#openStreams(drafts);
    const { ownerId } = this.row;
    const some = drafts.map((draft) => ({ draft, id: uuidv7() }));
    await insertRows(
      this.tx,
      some.map(({ draft, id }) => {
        const key = draft.streamName === null ? '' : streamKey(draft.streamName);
        return { ...this.row, id, ...toColumns(draft, this.#streams.get(key) ?? null, null) };
      }),
    );
    const links = some.flatMap(({ draft, id }) =>
      draft.evidence.map((url, i) => ({ ownerId, milestoneId: id, position: i + 1, url })),
    );
    if (links.length > 0) await insertLinks(this.tx, links);
  }

  /** Finds the streams that are named by their names, and opens those that are new. */
  async #openStreams(drafts: readonly MilestoneDraft[]): Promise<void> {
    const names = new Map<string, string>();
    for (const draft of drafts) noteStream(names, draft);
    const opened: ReturnType<typeof streamRow>[] = [];
    for (const [key, name] of names) {
      if (this.#streams.has(key)) continue;
      const known = answeringTo(this.there, [key]);
      if (!known) opened.push(streamRow(this.row.ownerId, uuidv7(), name, this.mapping.language));
      this.#streams.set(key, (known ?? opened.at(-1))?.id ?? '');
    }
    if (opened.length === 0) return;
    this.#opened += opened.length;
    if (this.there.length + this.#opened > limits.streams) {
      throw new Refused(refuse('too-many-streams'));
    }
    await this.tx.stream.createMany({ data: opened });
  }
}

/**
 * Takes back what came in together, to be undone within 30 days as any deletion: all but what was changed
 * since. `missing`: there is no such import of this person, or it was taken back before;
 * `nothing-to-undo`: all of it was changed since, or came back by a restore.
 * @returns how many went, and how many stay because they were changed
 */
export async function undoImport(
  viewer: Viewer,
  id: string,
  whence: Whence,
  now: Date,
): Promise<Result<{ undone: number; stayed: number }, 'missing' | 'nothing-to-undo'>> {
  const ownerId = viewer.userId;
  return asOwnerAtLength(viewer, async (tx) => {
    // Of two at once the second waits here, and then finds it taken back.
    const [known] = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM import
      WHERE owner_id = ${ownerId}::uuid AND id = ${id}::uuid AND undone_at IS NULL
      FOR UPDATE`;
    if (!known) return refuse('missing');
    // A stream that was renamed or merged meanwhile raises their versions, but leaves this.
    const undone = await tx.$executeRaw`
      UPDATE milestone SET deleted_at = ${now}, updated_at = ${now}, version = version + 1
      WHERE owner_id = ${ownerId}::uuid AND import_id = ${id}::uuid
        AND deleted_at IS NULL AND updated_at = recorded_at`;
    const stayed = await tx.milestone.count({
      where: { ownerId, importId: id, deletedAt: null },
    });
    if (undone === 0 && stayed > 0) return refuse('nothing-to-undo');
    await tx.import.updateMany({ where: { ownerId, id }, data: { undoneAt: now } });
    const event = { what: 'import_undone', whence, detail: known.name } as const;
    await tx.securityEvent.create({ data: eventRow(ownerId, uuidv7(), event, now) });
    return ok({ undone, stayed });
  });
}
