import type { Viewer } from '../auth/viewer';
import { addMonths, dateFromDay, firstOf, type Month } from '../calendar';
import { asOwner, type Prisma } from '../db';
import { limits } from '../limits';
import { type Currency, isCurrency } from '../money';
import { fold } from '../text';
import { fromRow, withRelations } from './row';
import { type Kind, type Milestone, undoMilliseconds, type Visibility } from './rules';

/** What the list is narrowed to; each part that is absent narrows nothing. */
export type MilestoneFilter = {
  readonly kind?: Kind;
  readonly streamId?: string;
  readonly tag?: string;
  readonly year?: number;
  readonly month?: Month;
  readonly visibility?: Visibility;
  readonly currency?: string;
  /** Any substring of title, story, stream, tags or issuer. */
  readonly text?: string;
};

/** Where a page ends: the day and id of its last milestone. */
export type Cursor = { readonly day: `${number}-${number}-${number}`; readonly id: string };

export type MilestonePage = {
  readonly milestones: readonly Milestone[];
  /** How many the filter finds in all. */
  readonly total: number;
  /** What to ask the next page with; null on the last. */
  readonly next: Cursor | null;
};

/** The viewer's milestones, newest first, a page at a time. */
export async function listMilestones(
  viewer: Viewer,
  filter: MilestoneFilter,
  after: Cursor | null,
  size: number = limits.pageSize,
): Promise<MilestonePage> {
  const where = whereOf(viewer.userId, filter);
  return asOwner(viewer, async (tx) => {
    const rows = await tx.milestone.findMany({
      where: after ? { AND: [where, beyond(after)] } : where,
      orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
      take: size + 1,
      include: withRelations,
    });
    const total = after || rows.length > size ? await tx.milestone.count({ where }) : rows.length;
    const milestones = rows.slice(0, size).map(fromRow);
    const last = milestones.at(-1);
    return {
      milestones,
      total,
      next: rows.length > size && last ? { day: last.happened.day, id: last.id } : null,
    };
  });
}

/** One milestone, or null where this person has none of that id. */
export async function getMilestone(viewer: Viewer, id: string): Promise<Milestone | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.milestone.findFirst({
      where: { ownerId: viewer.userId, id, deletedAt: null },
      include: withRelations,
    }),
  );
  return row && fromRow(row);
}

/** A milestone deleted and not yet gone, for the offer to undo; else null. */
export async function getDeletedMilestone(viewer: Viewer, id: string): Promise<Milestone | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.milestone.findFirst({
      where: { ownerId: viewer.userId, id, deletedAt: { not: null } },
      include: withRelations,
    }),
  );
  return row && fromRow(row);
}

/** Currency and stream of the income logged last, which the next one probably shares. */
export async function getLastIncome(
  viewer: Viewer,
): Promise<{ currency: Currency; streamId: string | null } | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.milestone.findFirst({
      where: { ownerId: viewer.userId, kind: 'income', deletedAt: null },
      // Ids are made in the order of time, and the one written last may lie far back.
      orderBy: { id: 'desc' },
      select: { currency: true, streamId: true },
    }),
  );
  return row && isCurrency(row.currency)
    ? { currency: row.currency, streamId: row.streamId }
    : null;
}

/** What was deleted in the last thirty days and can be taken back, latest first; at most 100. */
export async function listDeletedMilestones(viewer: Viewer, now: Date): Promise<Milestone[]> {
  const since = new Date(now.getTime() - undoMilliseconds);
  const rows = await asOwner(viewer, (tx) =>
    tx.milestone.findMany({
      where: { ownerId: viewer.userId, deletedAt: { gte: since } },
      orderBy: { deletedAt: 'desc' },
      take: 100,
      include: withRelations,
    }),
  );
  return rows.map(fromRow);
}

export type Facets = {
  /** Newest first. */
  readonly years: readonly number[];
  /** The fifty most used among the last thousand milestones. */
  readonly tags: readonly string[];
};

/** The years and tags the viewer's milestones have, to choose a filter from. */
export async function listFacets(viewer: Viewer): Promise<Facets> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const years = await tx.$queryRaw<{ year: number }[]>`
      SELECT DISTINCT extract(year FROM happened_on)::int AS year FROM milestone
      WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL ORDER BY year DESC`;
    const tags = await tx.$queryRaw<{ tag: string }[]>`
      SELECT tag FROM (
        SELECT tags FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
        ORDER BY happened_on DESC, id DESC LIMIT 1000) AS recent, unnest(recent.tags) AS tag
      GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 50`;
    return { years: years.map(({ year }) => year), tags: tags.map(({ tag }) => tag) };
  });
}

/** The viewer's `count` newest milestones by day. */
export async function listLatestMilestones(viewer: Viewer, count: number): Promise<Milestone[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.milestone.findMany({
      where: { ownerId: viewer.userId, deletedAt: null },
      orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
      take: count,
      include: withRelations,
    }),
  );
  return rows.map(fromRow);
}

function whereOf(ownerId: string, filter: MilestoneFilter): Prisma.MilestoneWhereInput {
  const { kind, streamId, tag, visibility, currency } = filter;
  const text = filter.text ? fold(filter.text) : '';
  return {
    ownerId,
    deletedAt: null,
    ...(kind && { kind }),
    ...(streamId && { streamId }),
    ...(visibility && { visibility }),
    ...(currency && { currency }),
    ...(tag && { tags: { has: tag } }),
    ...(text !== '' && { searchText: { contains: escapeLike(text) } }),
    ...((filter.month || filter.year) && { happenedOn: spanOf(filter) }),
  };
}

function spanOf({ month, year }: MilestoneFilter): Prisma.DateTimeFilter {
  const first = month ?? (`${String(year).padStart(4, '0')}-01` as Month);
  return {
    gte: dateFromDay(firstOf(first)),
    lt: dateFromDay(firstOf(addMonths(first, month ? 1 : 12))),
  };
}

function beyond({ day, id }: Cursor): Prisma.MilestoneWhereInput {
  const happenedOn = dateFromDay(day);
  // The first half lets the index start at the page instead of walking to it.
  return {
    happenedOn: { lte: happenedOn },
    OR: [{ happenedOn: { lt: happenedOn } }, { id: { lt: id } }],
  };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
