import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { takePlace } from '../db-length';
import { limits } from '../limits';
import type { MilestoneDraft } from '../milestone/rules';
import { type Ok, ok, type Refusal, refuse } from '../result';
import { answeringTo } from '../stream/rules';
import { Seen, type Twin } from './duplicates.rules';
import type { Mapping } from './mapping.schema';
import {
  type Forms,
  type Load,
  type MappingOf,
  openTable,
  readMilestones,
  type Unsaid,
  unsaidIn,
} from './reading';
import { type Room, readSigns, readStreams, roomFor } from './row';
import type { RowProblem } from './rows.rules';
import type { Sheet, SheetHead, Unreadable } from './sheet';
import { noteStream } from './streams.rules';

/** What would become of a file, were it imported. */
export type Check = Room & {
  readonly fresh: number;
  readonly duplicates: number;
  readonly refused: number;
  /** Streams that would be opened, and how many there is room for. */
  readonly newStreams: readonly string[];
  readonly streamRoom: number;
  /** The first of each, with their lines. */
  readonly shown: {
    readonly fresh: readonly { readonly line: number; readonly draft: MilestoneDraft }[];
    readonly duplicates: readonly {
      readonly line: number;
      readonly draft: MilestoneDraft;
      readonly twin: Twin;
    }[];
    readonly refused: readonly {
      readonly line: number;
      readonly problems: readonly RowProblem[];
    }[];
  };
};

/** What a look at a file that waits shows. */
export type Look = {
  readonly sheet: SheetHead;
  readonly mapping: Mapping;
  readonly forms: Forms;
  /** What was left open when it was said how to read it. */
  readonly unsaid: readonly Unsaid[];
  /** Null: that was not said, or not all of it. */
  readonly check: Check | null;
};

/**
 * Looks at a file that waits, reading it once: how it is written, and, where it `isSaid` how to read it,
 * what would become of it. Writes nothing. `busy`: too many are under way, here or of this person.
 */
export async function lookAtTable(
  viewer: Viewer,
  load: Load,
  mappingOf: MappingOf,
  isSaid: boolean,
  now: Date,
): Promise<Ok<Look> | Unreadable | Refusal<'busy' | 'upload-gone'>> {
  const leave = takePlace(viewer);
  if (!leave) return refuse('busy');
  try {
    const opened = await openTable(load, mappingOf);
    if (!opened.ok) return opened;
    const { sheet, mapping, forms } = opened.value;
    const { open: _, ...head } = sheet;
    const unsaid = isSaid ? unsaidIn(mapping, forms) : [];
    const shown = { sheet: head, mapping, forms, unsaid };
    if (!isSaid || unsaid.length > 0) return ok({ ...shown, check: null });
    const checked = await checkSheet(viewer, sheet, mapping, forms, now);
    return checked.ok ? ok({ ...shown, check: checked.value }) : checked;
  } finally {
    leave();
  }
}

/** How many rows of each lot are shown. */
const most = { fresh: 20, duplicates: 100, refused: 100 };

/** Reads a file as it would be imported, row by row, and writes nothing. */
export async function checkSheet(
  viewer: Viewer,
  sheet: Sheet,
  mapping: Mapping,
  forms: Forms,
  now: Date,
): Promise<{ readonly ok: true; readonly value: Check } | Unreadable> {
  const ownerId = viewer.userId;
  const stored = await asOwner(viewer, async (tx) => ({
    signs: await readSigns(tx, ownerId),
    streams: await readStreams(tx, ownerId),
    room: await roomFor(tx, ownerId),
  }));
  const seen = new Seen(stored.signs);
  const streams = new Map<string, string>();
  const count = { fresh: 0, duplicates: 0, refused: 0 };
  const fresh: Check['shown']['fresh'][number][] = [];
  const duplicates: Check['shown']['duplicates'][number][] = [];
  const refused: Check['shown']['refused'][number][] = [];
  const broken = await readMilestones(viewer, sheet, mapping, forms, now, (read, { line }) => {
    if (!read.ok) {
      count.refused += 1;
      if (refused.length < most.refused) refused.push({ line, problems: read.problems });
      return;
    }
    const { draft } = read;
    const twin = seen.twinOf(draft, line);
    if (twin && duplicates.length < most.duplicates) duplicates.push({ line, draft, twin });
    if (twin) count.duplicates += 1;
    if (twin && !mapping.keepsDuplicates) return;
    if (!twin) count.fresh += 1;
    if (!twin && fresh.length < most.fresh) fresh.push({ line, draft });
    noteStream(streams, draft);
  });
  if (broken) return broken;
  const opened = [...streams].filter(([key]) => !answeringTo(stored.streams, [key]));
  return {
    ok: true,
    value: {
      ...count,
      ...stored.room,
      newStreams: opened.map(([, name]) => name),
      streamRoom: Math.max(0, limits.streams - stored.streams.length),
      shown: { fresh, duplicates, refused },
    },
  };
}

/** Milestones that came in together. */
export type PastImport = {
  readonly id: string;
  readonly name: string;
  /** How many came in. */
  readonly rows: number;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  /** How many of them are still there. */
  readonly left: number;
  /** How many of these would go with it: whatever was changed since, or came back by a restore, stays. */
  readonly undoable: number;
};

/** The viewer's latest imports, newest first; at most 50. */
export async function listImports(viewer: Viewer): Promise<PastImport[]> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const rows = await tx.import.findMany({
      where: { ownerId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limits.pageSize,
      omit: { ownerId: true },
    });
    const counts = await tx.$queryRaw<{ id: string; left: number; undoable: number }[]>`
      SELECT import_id::text AS id, count(*)::int AS "left",
             count(*) FILTER (WHERE updated_at = recorded_at)::int AS undoable
      FROM milestone
      WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
        AND import_id = ANY(${rows.map(({ id }) => id)}::uuid[])
      GROUP BY import_id`;
    return rows.map((row) => {
      const { left = 0, undoable = 0 } = counts.find(({ id }) => id === row.id) ?? {};
      return { ...row, left, undoable };
    });
  });
}
