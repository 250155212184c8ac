import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay } from '../calendar';
import { asOwner, type Tx } from '../db';
import { limits } from '../limits';
import { undoMilliseconds } from '../milestone/rules';
import { effortFromRow, timerFromRow, withSubject } from './row';
import { type Effort, isPurpose, type Purpose, type SubjectIds, type Timer } from './rules';

/** Where a page ends: the day and id of its last effort. */
export type EffortCursor = { readonly day: Day; readonly id: string };

export type EffortPage = {
  readonly efforts: readonly Effort[];
  /** What to ask the next page with; null on the last. */
  readonly next: EffortCursor | null;
};

/** The viewer's efforts, latest day first, a page at a time. */
export async function listEfforts(
  viewer: Viewer,
  after: EffortCursor | null,
  size: number = limits.pageSize,
): Promise<EffortPage> {
  return asOwner(viewer, (tx) => readPage(tx, viewer.userId, after, size));
}

async function readPage(
  tx: Tx,
  ownerId: string,
  after: EffortCursor | null,
  size: number,
): Promise<EffortPage> {
  const where = { ownerId, deletedAt: null };
  const rows = await tx.effort.findMany({
    where: after ? { AND: [where, beyond(after)] } : where,
    orderBy: [{ spentOn: 'desc' }, { id: 'desc' }],
    take: size + 1,
    include: withSubject,
  });
  const efforts = rows.slice(0, size).map(effortFromRow);
  const last = efforts.at(-1);
  return {
    efforts,
    next: rows.length > size && last ? { day: last.spentOn, id: last.id } : null,
  };
}

function beyond({ day, id }: EffortCursor) {
  const spentOn = dateFromDay(day);
  // The first condition is implied by the second; it is what the index can begin at.
  return { spentOn: { lte: spentOn }, OR: [{ spentOn: { lt: spentOn } }, { id: { lt: id } }] };
}

/** One effort, or null where this person has none of that id. */
export async function getEffort(viewer: Viewer, id: string): Promise<Effort | null> {
  return find(viewer, id, null);
}

/** An effort deleted and not yet gone, for the offer to undo; else null. */
export async function getDeletedEffort(viewer: Viewer, id: string): Promise<Effort | null> {
  return find(viewer, id, { not: null });
}

async function find(
  viewer: Viewer,
  id: string,
  deletedAt: null | { not: null },
): Promise<Effort | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.effort.findFirst({
      where: { ownerId: viewer.userId, id, deletedAt },
      include: withSubject,
    }),
  );
  return row && effortFromRow(row);
}

/** What was deleted in the last thirty days and can be taken back, latest first; at most 100. */
export async function listDeletedEfforts(viewer: Viewer, now: Date): Promise<Effort[]> {
  return asOwner(viewer, (tx) => readDeleted(tx, viewer.userId, now));
}

async function readDeleted(tx: Tx, ownerId: string, now: Date): Promise<Effort[]> {
  const rows = await tx.effort.findMany({
    where: { ownerId, deletedAt: { gte: new Date(now.getTime() - undoMilliseconds) } },
    orderBy: { deletedAt: 'desc' },
    take: 100,
    include: withSubject,
  });
  return rows.map(effortFromRow);
}

/** A purpose with what it was for. */
export type LastSubject = SubjectIds & { readonly purpose: Purpose };

/** What time was last logged for, which the next time probably shares. */
export async function getLastSubject(viewer: Viewer): Promise<LastSubject | null> {
  return asOwner(viewer, (tx) => readLast(tx, viewer.userId));
}

async function readLast(tx: Tx, ownerId: string): Promise<LastSubject | null> {
  const row = await tx.effort.findFirst({
    where: { ownerId, deletedAt: null },
    // Ids are made in the order of time, and the day written last may lie far back.
    orderBy: { id: 'desc' },
    select: { purpose: true, streamId: true, skillId: true },
  });
  return row && isPurpose(row.purpose) ? { ...row, purpose: row.purpose } : null;
}

/** The running timer, or null. */
export async function getTimer(viewer: Viewer): Promise<Timer | null> {
  return asOwner(viewer, (tx) => readTimer(tx, viewer.userId));
}

async function readTimer(tx: Tx, ownerId: string): Promise<Timer | null> {
  const row = await tx.timer.findFirst({ where: { ownerId }, include: withSubject });
  return row && timerFromRow(row);
}

export type EffortOverview = {
  readonly timer: Timer | null;
  readonly last: LastSubject | null;
  readonly page: EffortPage;
  readonly deleted: readonly Effort[];
};

/** All that the page of hours shows of them, in one unit of work. */
export async function getEffortOverview(
  viewer: Viewer,
  after: EffortCursor | null,
  now: Date,
): Promise<EffortOverview> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => ({
    timer: await readTimer(tx, ownerId),
    last: await readLast(tx, ownerId),
    page: await readPage(tx, ownerId, after, limits.pageSize),
    deleted: await readDeleted(tx, ownerId, now),
  }));
}
