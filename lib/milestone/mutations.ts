import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../auth/viewer';
import { today } from '../calendar';
import { asOwner, isDangling, type Tx } from '../db';
import { limits } from '../limits';
import { ok, type Refusal, type Result, refuse } from '../result';
import { toColumns } from './columns.rules';
import { fromRow, withRelations } from './row';
import { type Milestone, type MilestoneDraft, undoMilliseconds } from './rules';

/**
 * Logs `draft` under `id`, which the form was drawn with, so that a form sent twice makes one
 * milestone. The same id with another text is refused: neither text may vanish. `stream-missing`: it
 * was merged into another since it was looked up.
 */
export async function logMilestone(
  viewer: Viewer,
  id: string,
  draft: MilestoneDraft,
  streamId: string | null,
  now: Date,
): Promise<Result<{ id: string }, 'already-saved' | 'too-many-milestones' | 'stream-missing'>> {
  const ownerId = viewer.userId;
  return withStream(viewer, async (tx) => {
    if (await isFull(tx, ownerId)) return refuse('too-many-milestones');
    const columns = toColumns(draft, streamId, publishedSince(draft, null, now));
    const { count } = await tx.milestone.createMany({
      data: [{ ownerId, id, ...columns, recordedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      return (await isSavedAs(tx, ownerId, id, draft)) ? ok({ id }) : refuse('already-saved');
    }
    await attachEvidence(tx, ownerId, id, draft.evidence);
    return ok({ id });
  });
}

/**
 * Puts `draft` in the place of version `version`. `stale`: someone else's edit came first and
 * stands; `missing`: there is no such milestone of this person.
 */
export async function reviseMilestone(
  viewer: Viewer,
  id: string,
  version: number,
  draft: MilestoneDraft,
  streamId: string | null,
  now: Date,
): Promise<Result<{ id: string }, 'stale' | 'missing' | 'stream-missing'>> {
  const ownerId = viewer.userId;
  return withStream(viewer, async (tx) => {
    const row = await tx.milestone.findFirst({
      where: { ownerId, id, deletedAt: null },
      include: withRelations,
    });
    if (!row) return refuse('missing');
    const isReworded = !isReadAlike(fromRow(row), draft, streamId);
    const { count } = await tx.milestone.updateMany({
      where: { ownerId, id, version, deletedAt: null },
      data: {
        ...toColumns(draft, streamId, publishedSince(draft, row, now)),
        visibleFrom: sameDay(viewer.zone, row.visibleFrom, draft.visibleFrom),
        version: { increment: 1 },
        ...(isReworded && { textVersion: { increment: 1 } }),
      },
    });
    if (count === 0) return refuse('stale');
    const links = await tx.evidence.findMany({ where: { ownerId, milestoneId: id } });
    await tx.evidence.deleteMany({ where: { ownerId, milestoneId: id } });
    await attachEvidence(tx, ownerId, id, draft.evidence, links);
    return ok({ id });
  });
}

/** Most milestones that one deletion lets go for good. */
const goneAtOnce = 1_000;

/** Deletes, to be undone within 30 days; what was deleted longer ago goes for good. */
export async function deleteMilestone(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<{ id: string }, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.milestone.updateMany({
      where: { ownerId, id, deletedAt: null },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    // A whole import may have been taken back: more at once would outlast what a statement has.
    await tx.$executeRaw`
      DELETE FROM milestone WHERE owner_id = ${ownerId}::uuid AND id IN (
        SELECT id FROM milestone WHERE owner_id = ${ownerId}::uuid
          AND deleted_at < ${new Date(now.getTime() - undoMilliseconds)}
        ORDER BY deleted_at LIMIT ${goneAtOnce}::int)`;
    return count === 0 ? refuse('missing') : ok({ id });
  });
}

/** Takes a deletion back, within 30 days of it. */
export async function restoreMilestone(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<{ id: string }, 'missing' | 'too-many-milestones'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    if (await isFull(tx, ownerId)) return refuse('too-many-milestones');
    const { count } = await tx.milestone.updateMany({
      where: { ownerId, id, deletedAt: { gte: new Date(now.getTime() - undoMilliseconds) } },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    return count === 0 ? refuse('missing') : ok({ id });
  });
}

/** `work` that names a stream; a merge may take that away before `work` is done. */
async function withStream<T>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<T>,
): Promise<T | Refusal<'stream-missing'>> {
  try {
    return await asOwner(viewer, work);
  } catch (error) {
    if (isDangling(error)) return refuse('stream-missing');
    throw error;
  }
}

/**
 * The form knows the day alone: one that was not changed keeps its moment, or moving to another zone
 * would bring it forward.
 */
function sameDay(zone: string, before: Date | null, chosen: Date | null): Date | null {
  if (!before || !chosen) return chosen;
  return today(zone, before) === today(zone, chosen) ? before : chosen;
}

/** Since when it is as visible as this: from unlisted to public is a new beginning, for delays too. */
function publishedSince(
  draft: MilestoneDraft,
  before: { readonly publishedAt: Date | null; readonly visibility: string } | null,
  now: Date,
): Date | null {
  if (draft.visibility === 'private') return null;
  const isWider = draft.visibility === 'public' && before?.visibility === 'unlisted';
  return isWider ? now : (before?.publishedAt ?? now);
}

/** Whether strangers would read the same: what a client agreed to still stands then. */
function isReadAlike(stored: Milestone, draft: MilestoneDraft, streamId: string | null): boolean {
  const read = (said: Omit<MilestoneDraft, 'streamName'>, stream: string | null) => {
    const { visibility, visibleFrom, language, income, ...shown } = said;
    return { ...shown, stream, income: income && [income.minor, income.currency] };
  };
  const { id, version, publishedAt, recordedAt, publicId, needsPermission, pinnedAt, ...said } =
    stored;
  const { stream, ...before } = said;
  const { streamName: _, ...after } = draft;
  return isDeepStrictEqual(read(before, stream?.id ?? null), read(after, streamId));
}

async function isFull(tx: Tx, ownerId: string): Promise<boolean> {
  return (
    (await tx.milestone.count({ where: { ownerId, deletedAt: null }, take: limits.milestones })) >=
    limits.milestones
  );
}

async function attachEvidence(
  tx: Tx,
  ownerId: string,
  milestoneId: string,
  urls: readonly string[],
  /** Those it had: what was looked at stays so. */
  before: readonly { url: string; checkedAt: Date | null }[] = [],
): Promise<void> {
  if (urls.length === 0) return;
  await tx.evidence.createMany({
    data: urls.map((url, index) => {
      const checkedAt = before.find((link) => link.url === url)?.checkedAt ?? null;
      return { ownerId, milestoneId, position: index + 1, url, checkedAt };
    }),
  });
}

async function isSavedAs(
  tx: Tx,
  ownerId: string,
  id: string,
  draft: MilestoneDraft,
): Promise<boolean> {
  const row = await tx.milestone.findFirst({
    where: { ownerId, id, deletedAt: null },
    include: withRelations,
  });
  if (!row) return false;
  const { streamName: _, ...wanted } = draft;
  const saved = fromRow(row);
  return isDeepStrictEqual(
    wanted,
    Object.fromEntries(Object.keys(wanted).map((key) => [key, saved[key as keyof typeof wanted]])),
  );
}
