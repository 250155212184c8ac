import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay } from '../calendar';
import { asOwner, isDangling, type Tx, takeTurn } from '../db';
import { limits } from '../limits';
import { ok, type Refusal, type Result, refuse } from '../result';
import { aimColumns, fromRow, subjectColumns } from './row';
import type { Goal } from './rules';
import type { GoalDraft } from './schema';

type Done<Reason extends string> = Promise<Result<{ id: string }, Reason>>;
type Subject = 'stream-missing' | 'skill-missing' | 'audience-missing';

/**
 * Sets a goal under `id`, which the form was drawn with, behind those that are open. The same id
 * with another text is refused: neither text may vanish. A stream, skill or audience of another
 * person is as missing as none.
 */
export async function setGoal(
  viewer: Viewer,
  id: string,
  draft: GoalDraft,
  now: Date,
): Done<'already-saved' | 'too-many-goals' | Subject> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      await takeTurn(tx, ownerId);
      const stored = await tx.goal.findFirst({ where: { ownerId, id } });
      if (stored) return saysAs(fromRow(stored), draft) ? ok({ id }) : refuse('already-saved');
      const position = await nextPosition(tx, ownerId);
      if (position === null) return refuse('too-many-goals');
      const columns = { ...subjectColumns(draft), ...aimColumns(draft) };
      await tx.goal.create({ data: { ownerId, id, ...columns, position, createdAt: now } });
      return ok({ id });
    });
  } catch (error) {
    // The keys name the owner too, so what is another person's dangles like what is nobody's.
    if (isDangling(error)) return subjectOf(draft);
    throw error;
  }
}

/**
 * Changes target, date, rhythm and first month of version `version` of an open goal. What it
 * measures stays, because its history speaks of that. Whenever target or date change, be it up or
 * down, the goal keeps as a dated fact what they were: a target lowered in silence would make
 * "met" worth nothing.
 */
export async function reviseGoal(
  viewer: Viewer,
  id: string,
  version: number,
  draft: GoalDraft,
  now: Date,
): Done<'stale' | 'missing' | 'goal-closed'> {
  return change(viewer, id, version, now, (stored) =>
    isDeepStrictEqual(subjectColumns(draft), subjectColumns(stored)) ? draft : refuse('missing'),
  );
}

/** Puts the date of an open goal off to `dueOn`; sent twice, it is put off once. */
export async function extendGoal(
  viewer: Viewer,
  id: string,
  version: number,
  dueOn: Day,
  now: Date,
): Done<'stale' | 'missing' | 'goal-closed' | 'goal-not-later'> {
  return change(viewer, id, version, now, (stored) => {
    // What recurs or has no date has none to put off.
    if (!stored.dueOn) return refuse('missing');
    return dueOn < stored.dueOn ? refuse('goal-not-later') : { ...stored, dueOn };
  });
}

async function change<Reason extends string>(
  viewer: Viewer,
  id: string,
  version: number,
  now: Date,
  decide: (stored: Goal) => GoalDraft | Refusal<Reason>,
): Done<Reason | 'stale' | 'missing' | 'goal-closed'> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const row = await tx.goal.findFirst({ where: { ownerId, id } });
    if (!row) return refuse('missing');
    const stored = fromRow(row);
    if (stored.closedAt) return refuse('goal-closed');
    const wanted = decide(stored);
    if ('ok' in wanted) return wanted;
    if (saysAs(stored, wanted)) return ok({ id });
    const { count } = await tx.goal.updateMany({
      where: { ownerId, id, version },
      data: { ...aimColumns(wanted), version: { increment: 1 } },
    });
    if (count === 0) return refuse('stale');
    if (stored.target !== wanted.target || stored.dueOn !== wanted.dueOn) {
      const before = {
        targetBefore: stored.target,
        dueBefore: stored.dueOn && dateFromDay(stored.dueOn),
      };
      await note(tx, ownerId, id, 'extended', now, before);
    }
    return ok({ id });
  });
}

/** Closes an open goal as met or dropped; of two at once the first stands. */
export async function closeGoal(
  viewer: Viewer,
  id: string,
  outcome: 'met' | 'dropped',
  now: Date,
): Done<'missing' | 'goal-closed'> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.goal.updateMany({
      where: { ownerId, id, closedAt: null },
      data: { closedAt: now, outcome, version: { increment: 1 } },
    });
    if (count === 1) {
      await note(tx, ownerId, id, outcome, now);
      return ok({ id });
    }
    const stored = await tx.goal.findFirst({ where: { ownerId, id }, select: { outcome: true } });
    if (!stored) return refuse('missing');
    return stored.outcome === outcome ? ok({ id }) : refuse('goal-closed');
  });
}

/** Opens a closed goal again, behind those that are open. */
export async function reopenGoal(
  viewer: Viewer,
  id: string,
  now: Date,
): Done<'missing' | 'too-many-goals'> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const stored = await tx.goal.findFirst({ where: { ownerId, id }, select: { closedAt: true } });
    if (!stored) return refuse('missing');
    if (!stored.closedAt) return ok({ id });
    const position = await nextPosition(tx, ownerId);
    if (position === null) return refuse('too-many-goals');
    await tx.goal.updateMany({
      where: { ownerId, id },
      data: { closedAt: null, outcome: null, position, version: { increment: 1 } },
    });
    await note(tx, ownerId, id, 'reopened', now);
    return ok({ id });
  });
}

/**
 * Moves an open goal one place; at the end of the list it stays. The order is read and written
 * behind one lock, so that moves at once come one after the other.
 */
export async function moveGoal(
  viewer: Viewer,
  id: string,
  direction: 'up' | 'down',
): Done<'missing'> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const open = await tx.goal.findMany({
      where: { ownerId, closedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, position: true },
    });
    const from = open.findIndex((goal) => goal.id === id);
    const moved = open[from];
    if (!moved) return refuse('missing');
    const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), open.length - 1);
    const order = open.toSpliced(from, 1).toSpliced(to, 0, moved);
    for (const [position, goal] of order.entries()) {
      if (goal.position === position) continue;
      await tx.goal.updateMany({ where: { ownerId, id: goal.id }, data: { position } });
    }
    return ok({ id });
  });
}

/** Deletes a goal and what became of it, for good. */
export async function deleteGoal(viewer: Viewer, id: string): Done<'missing'> {
  const ownerId = viewer.userId;
  const { count } = await asOwner(viewer, (tx) => tx.goal.deleteMany({ where: { ownerId, id } }));
  return count === 0 ? refuse('missing') : ok({ id });
}

/** The place behind the open goals; null where there is no room. */
async function nextPosition(tx: Tx, ownerId: string): Promise<number | null> {
  const open = { ownerId, closedAt: null };
  if ((await tx.goal.count({ where: open })) >= limits.goals) return null;
  const { _max } = await tx.goal.aggregate({ where: open, _max: { position: true } });
  return (_max.position ?? -1) + 1;
}

/** What a goal that the store refused has to do with something that is not this person's. */
function subjectOf({ streamId, skillId }: GoalDraft): Refusal<Subject> {
  if (streamId) return refuse('stream-missing');
  return refuse(skillId ? 'skill-missing' : 'audience-missing');
}

async function note(
  tx: Tx,
  ownerId: string,
  goalId: string,
  what: 'met' | 'dropped' | 'extended' | 'reopened',
  at: Date,
  before: { targetBefore?: bigint; dueBefore?: Date | null } = {},
): Promise<void> {
  await tx.goalChange.create({ data: { ownerId, id: uuidv7(), goalId, what, at, ...before } });
}

function saysAs(stored: Goal, draft: GoalDraft): boolean {
  const said = (one: GoalDraft) => ({ ...subjectColumns(one), ...aimColumns(one) });
  return isDeepStrictEqual(said(stored), said(draft));
}
