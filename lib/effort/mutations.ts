import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay } from '../calendar';
import { asOwner, type Tx, takeTurn } from '../db';
import { limits } from '../limits';
import { undoMilliseconds } from '../milestone/rules';
import { ok, type Result, refuse } from '../result';
import { effortFromRow, toColumns, withSubject } from './row';
import type { Effort, EffortDraft, SubjectIds } from './rules';

type Named = { readonly id: string };

/**
 * Logs `draft` under `id`, which the form was drawn with, so that a form sent twice makes one effort.
 * `missing`: the stream or skill is not this person's; `day-full`: the day would have over 24 hours.
 */
export async function logEffort(
  viewer: Viewer,
  id: string,
  draft: EffortDraft,
  now: Date,
): Promise<Result<Named, 'already-saved' | 'missing' | 'day-full' | 'too-many-efforts'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const saved = await tx.effort.findFirst({ where: { ownerId, id }, include: withSubject });
    if (saved) {
      const isSame = saved.deletedAt === null && isSavedAs(effortFromRow(saved), draft);
      return isSame ? ok({ id }) : refuse('already-saved');
    }
    if (!(await ownsSubject(tx, ownerId, draft))) return refuse('missing');
    if (await isFull(tx, ownerId)) return refuse('too-many-efforts');
    if (!(await hasRoom(tx, ownerId, draft))) return refuse('day-full');
    await tx.effort.create({ data: { ownerId, id, ...toColumns(draft), recordedAt: now } });
    return ok({ id });
  });
}

/**
 * Puts `draft` in the place of version `version`. `stale`: another edit came first and stands;
 * `missing`: no such effort, stream or skill of this person.
 */
export async function reviseEffort(
  viewer: Viewer,
  id: string,
  version: number,
  draft: EffortDraft,
): Promise<Result<Named, 'stale' | 'missing' | 'day-full'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const stored = await tx.effort.findFirst({
      where: { ownerId, id, deletedAt: null },
      select: { version: true },
    });
    if (!stored) return refuse('missing');
    if (stored.version !== version) return refuse('stale');
    if (!(await ownsSubject(tx, ownerId, draft))) return refuse('missing');
    if (!(await hasRoom(tx, ownerId, draft, id))) return refuse('day-full');
    const { count } = await tx.effort.updateMany({
      where: { ownerId, id, version, deletedAt: null },
      data: { ...toColumns(draft), version: { increment: 1 } },
    });
    return count === 0 ? refuse('stale') : ok({ id });
  });
}

/** Deletes, to be undone within 30 days; what was deleted longer ago goes for good. */
export async function deleteEffort(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<Named, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.effort.updateMany({
      where: { ownerId, id, deletedAt: null },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    await tx.effort.deleteMany({
      where: { ownerId, deletedAt: { lt: new Date(now.getTime() - undoMilliseconds) } },
    });
    return count === 0 ? refuse('missing') : ok({ id });
  });
}

/** Takes a deletion back, within 30 days of it and while its day still has room. */
export async function restoreEffort(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<Named, 'missing' | 'day-full' | 'too-many-efforts'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const deletedAt = { gte: new Date(now.getTime() - undoMilliseconds) };
    const row = await tx.effort.findFirst({
      where: { ownerId, id, deletedAt },
      include: withSubject,
    });
    if (!row) return refuse('missing');
    if (await isFull(tx, ownerId)) return refuse('too-many-efforts');
    if (!(await hasRoom(tx, ownerId, effortFromRow(row)))) return refuse('day-full');
    const { count } = await tx.effort.updateMany({
      where: { ownerId, id, deletedAt },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    return count === 0 ? refuse('missing') : ok({ id });
  });
}

/** Whether there are as many efforts as there may be. */
export async function isFull(tx: Tx, ownerId: string): Promise<boolean> {
  const where = { ownerId, deletedAt: null };
  return (await tx.effort.count({ where, take: limits.efforts })) >= limits.efforts;
}

/** Whether the day has so many minutes left, without what effort `except` takes of it. */
export async function hasRoom(
  tx: Tx,
  ownerId: string,
  { spentOn, minutes }: { readonly spentOn: Day; readonly minutes: number },
  except?: string,
): Promise<boolean> {
  const { _sum: taken } = await tx.effort.aggregate({
    where: { ownerId, spentOn: dateFromDay(spentOn), deletedAt: null, NOT: { id: except } },
    _sum: { minutes: true },
  });
  return (taken.minutes ?? 0) + minutes <= limits.effortMinutes;
}

/**
 * Whether the stream or skill is this person's; another's is as missing as none. It is held until the
 * work is done, so that a merge of it waits and takes the new hours along.
 */
export async function ownsSubject(
  tx: Tx,
  ownerId: string,
  { streamId, skillId }: SubjectIds,
): Promise<boolean> {
  const found = streamId
    ? await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM stream WHERE owner_id = ${ownerId}::uuid AND id = ${streamId}::uuid FOR KEY SHARE`
    : skillId
      ? await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM skill WHERE owner_id = ${ownerId}::uuid AND id = ${skillId}::uuid FOR KEY SHARE`
      : null;
  return found === null || found.length > 0;
}

function isSavedAs({ purpose, minutes, spentOn, subject, note }: Effort, draft: EffortDraft) {
  const idOf = (kind: 'stream' | 'skill') => (subject?.kind === kind ? subject.id : null);
  const saved: EffortDraft = {
    purpose,
    minutes,
    spentOn,
    streamId: idOf('stream'),
    skillId: idOf('skill'),
    note,
  };
  return isDeepStrictEqual(saved, draft);
}
