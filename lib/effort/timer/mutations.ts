import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../../auth/viewer';
import { today } from '../../calendar';
import { asOwner, takeTurn } from '../../db';
import { ok, type Result, refuse } from '../../result';
import { hasRoom, isFull, ownsSubject } from '../mutations';
import { timerFromRow, toColumns, withSubject } from '../row';
import { elapsedMinutes, minutesOfTimer, type Purpose, type SubjectIds } from '../rules';

type Named = { readonly id: string };

/**
 * Starts the one timer a person may have, under the id its form was drawn with: pressed twice it
 * starts once. A form whose timer has been stopped since starts another.
 */
export async function startTimer(
  viewer: Viewer,
  id: string,
  what: SubjectIds & { readonly purpose: Purpose },
  now: Date,
): Promise<Result<Named, 'timer-runs' | 'missing'>> {
  const ownerId = viewer.userId;
  const { purpose, streamId, skillId } = what;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    if (!(await ownsSubject(tx, ownerId, what))) return refuse('missing');
    const isUsed = (await tx.effort.count({ where: { ownerId, id } })) > 0;
    const own = isUsed ? uuidv7() : id;
    // The primary key is the person alone, so that there is never a second.
    await tx.timer.createMany({
      data: [{ ownerId, id: own, purpose, streamId, skillId, startedAt: now }],
      skipDuplicates: true,
    });
    const running = await tx.timer.findUnique({ where: { ownerId }, select: { id: true } });
    return running?.id === own ? ok(running) : refuse('timer-runs');
  });
}

/**
 * Stops the timer: its row goes, and an effort of its id comes, on the day it was started where the
 * person lives. Whoever stops it a second time gets the same answer. `typed`: how long it really
 * was, in minutes, asked for where it ran longer than anyone works or than its day has room for.
 */
export async function stopTimer(
  viewer: Viewer,
  id: string,
  now: Date,
  typed: number | null,
): Promise<
  Result<
    Named,
    'missing' | 'timer-too-long' | 'timer-over-elapsed' | 'day-full' | 'too-many-efforts'
  >
> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const row = await tx.timer.findFirst({ where: { ownerId, id }, include: withSubject });
    if (!row) {
      const isStopped = (await tx.effort.count({ where: { ownerId, id, deletedAt: null } })) > 0;
      return isStopped ? ok({ id }) : refuse('missing');
    }
    const { purpose, startedAt } = timerFromRow(row);
    const minutes = minutesOfTimer(elapsedMinutes(startedAt, now), typed);
    if (!minutes.ok) return minutes;
    const spent = { minutes: minutes.value, spentOn: today(viewer.zone, startedAt) };
    if (await isFull(tx, ownerId)) return refuse('too-many-efforts');
    if (!(await hasRoom(tx, ownerId, spent))) return refuse('day-full');
    await tx.timer.deleteMany({ where: { ownerId, id } });
    const { streamId, skillId } = row;
    const draft = { ...spent, purpose, streamId, skillId, note: null };
    await tx.effort.create({ data: { ownerId, id, ...toColumns(draft), recordedAt: now } });
    return ok({ id });
  });
}

/** Takes the timer away and records nothing. */
export async function discardTimer(viewer: Viewer, id: string): Promise<Result<Named, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const { count } = await tx.timer.deleteMany({ where: { ownerId, id } });
    return count === 0 ? refuse('missing') : ok({ id });
  });
}
