import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { MilestoneDraft } from '../milestone/rules';
import { answeringTo } from '../stream/rules';
import { Seen, type Twin } from './duplicates.rules';
import type { Mapping } from './mapping.schema';
import { type Forms, readMilestones } from './reading';
import { readSigns, readStreams, roomFor } from './row';
import type { RowProblem } from './rows.rules';
import type { Sheet, Unreadable } from './sheet';
import { noteStream } from './streams.rules';

/** What would become of a file, were it imported. */
export type Check = {
  readonly fresh: number;
  readonly duplicates: number;
  readonly refused: number;
  /** How many milestones there is room for. */
  readonly room: number;
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
      room: stored.room,
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
    const left = await tx.milestone.groupBy({
      by: ['importId'],
      where: { ownerId, deletedAt: null, importId: { in: rows.map(({ id }) => id) } },
      _count: true,
    });
    const counts = new Map(left.map(({ importId, _count }) => [importId, _count]));
    return rows.map((row) => ({ ...row, left: counts.get(row.id) ?? 0 }));
  });
}
