import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay, today } from '../calendar';
import { asOwner, isConflictOn, type Tx } from '../db';
import { limits } from '../limits';
import { ok, type Result, refuse } from '../result';
import { audienceKey } from './rules';

/** The id of the audience called `name`, which begins to exist when it is first named. */
export async function openAudience(
  viewer: Viewer,
  name: string,
): Promise<Result<string, 'too-many-audiences'>> {
  const ownerId = viewer.userId;
  const nameKey = audienceKey(name);
  const byName = { where: { ownerId_nameKey: { ownerId, nameKey } }, select: { id: true } };
  return asOwner(viewer, async (tx) => {
    const known = await tx.audience.findUnique(byName);
    if (known) return ok(known.id);
    if ((await tx.audience.count({ where: { ownerId } })) >= limits.audiences) {
      return refuse('too-many-audiences');
    }
    // Two forms may name it at once; the index lets one in, and both get its id.
    await tx.audience.createMany({
      data: [{ ownerId, id: uuidv7(), name, nameKey }],
      skipDuplicates: true,
    });
    return ok((await tx.audience.findUniqueOrThrow(byName)).id);
  });
}

/**
 * Keeps how many there were on `day`; a day has one count, and a second takes the place of the
 * first, which is answered as `before`.
 */
export async function recordCount(
  viewer: Viewer,
  audienceId: string,
  day: Day,
  followers: bigint,
  now: Date,
): Promise<
  Result<{ id: string; before: bigint | null }, 'missing' | 'date-in-future' | 'too-many-counts'>
> {
  if (day > today(viewer.zone, now)) return refuse('date-in-future');
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    if (!(await hold(tx, ownerId, audienceId))) return refuse('missing');
    const key = { ownerId, audienceId, countedOn: dateFromDay(day) };
    const where = { ownerId_audienceId_countedOn: key };
    const known = await tx.audienceCount.findUnique({ where, select: { followers: true } });
    if (!known) {
      const counts = await tx.audienceCount.count({ where: { ownerId, audienceId } });
      if (counts >= limits.audienceCounts) return refuse('too-many-counts');
    }
    await tx.audienceCount.upsert({
      where,
      create: { ...key, followers, recordedAt: now },
      update: { followers, recordedAt: now },
    });
    return ok({ id: audienceId, before: known?.followers ?? null });
  });
}

/** Takes the count of one day away; what a milestone told of that day shows again. */
export async function removeCount(
  viewer: Viewer,
  audienceId: string,
  day: Day,
): Promise<Result<{ id: string }, 'missing'>> {
  const ownerId = viewer.userId;
  const { count } = await asOwner(viewer, (tx) =>
    tx.audienceCount.deleteMany({ where: { ownerId, audienceId, countedOn: dateFromDay(day) } }),
  );
  return count === 0 ? refuse('missing') : ok({ id: audienceId });
}

/** Renames version `version`. `audience-name-taken`: the index has another of that name. */
export async function renameAudience(
  viewer: Viewer,
  id: string,
  version: number,
  name: string,
): Promise<Result<{ id: string }, 'stale' | 'missing' | 'audience-name-taken'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      const { count } = await tx.audience.updateMany({
        where: { ownerId, id, version },
        data: { name, nameKey: audienceKey(name), version: { increment: 1 } },
      });
      if (count > 0) return ok({ id });
      return (await tx.audience.count({ where: { ownerId, id } })) > 0
        ? refuse('stale')
        : refuse('missing');
    });
  } catch (error) {
    if (isConflictOn(error, 'name_key')) return refuse('audience-name-taken');
    throw error;
  }
}

/** Removes an audience with its counts; not while a goal, closed ones too, stands on it. */
export async function removeAudience(
  viewer: Viewer,
  id: string,
): Promise<Result<{ id: string }, 'missing' | 'audience-has-goal'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    if (!(await hold(tx, ownerId, id))) return refuse('missing');
    const goals = await tx.goal.count({ where: { ownerId, audienceId: id }, take: 1 });
    if (goals > 0) return refuse('audience-has-goal');
    await tx.audience.deleteMany({ where: { ownerId, id } });
    return ok({ id });
  });
}

/** Locks the audience until the work is done; whether there is one. */
async function hold(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM audience WHERE owner_id = ${ownerId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return rows.length > 0;
}
