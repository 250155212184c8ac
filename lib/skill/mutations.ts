import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, isConflictOn, type Tx, takeTurn } from '../db';
import { limits } from '../limits';
import type { Bilingual, Locale } from '../locale';
import { undoMilliseconds } from '../milestone/rules';
import { ok, type Result, refuse } from '../result';
import { keysOf, mainKeyOf, streamKey } from '../stream/rules';
import type { Level } from './rules';

/**
 * The id of the skill called `name` in either language, which begins to exist when it is first
 * named. `language` is the one the name is written in.
 */
export async function openSkill(
  viewer: Viewer,
  name: string,
  language: Locale,
): Promise<Result<string, 'too-many-skills'>> {
  const ownerId = viewer.userId;
  const nameKey = streamKey(name);
  return asOwner(viewer, async (tx) => {
    const known = await findNamed(tx, ownerId, [nameKey]);
    if (known) return ok(known.id);
    if ((await tx.skill.count({ where: { ownerId } })) >= limits.skills) {
      return refuse('too-many-skills');
    }
    // Two forms may name it at once; the index lets one in, and both get its id.
    await tx.skill.createMany({
      data: [{ ownerId, id: uuidv7(), nameKey, [language === 'ja' ? 'nameJa' : 'nameEn']: name }],
      skipDuplicates: true,
    });
    const opened = await tx.skill.findUniqueOrThrow({
      where: { ownerId_nameKey: { ownerId, nameKey } },
      select: { id: true },
    });
    return ok(opened.id);
  });
}

/**
 * Puts names and levels (ascending) in the place of version `version`. `stale`: another edit came
 * first and stands; `skill-name-taken`: another skill goes by one of the names, in either language.
 */
export async function reviseSkill(
  viewer: Viewer,
  id: string,
  version: number,
  { name, levels }: { name: Bilingual; levels: readonly Level[] },
): Promise<Result<{ id: string }, 'stale' | 'missing' | 'skill-name-taken'>> {
  const ownerId = viewer.userId;
  try {
    return await asOwner(viewer, async (tx) => {
      if ((await tx.skill.count({ where: { ownerId, id } })) === 0) return refuse('missing');
      if (await findNamed(tx, ownerId, keysOf(name), id)) return refuse('skill-name-taken');
      const { count } = await tx.skill.updateMany({
        where: { ownerId, id, version },
        data: {
          nameJa: name.ja,
          nameEn: name.en,
          nameKey: mainKeyOf(name, viewer.locale),
          ...columnsOf(levels),
          version: { increment: 1 },
        },
      });
      return count === 0 ? refuse('stale') : ok({ id });
    });
  } catch (error) {
    if (isConflictOn(error, 'name_key')) return refuse('skill-name-taken');
    throw error;
  }
}

/**
 * Removes a skill that nothing stands on. `skill-in-use`: hours (deleted ones too, while they can
 * be taken back), a goal or the running timer name it.
 */
export async function removeSkill(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<{ id: string }, 'missing' | 'skill-in-use'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    if (!(await hold(tx, ownerId, [id]))) return refuse('missing');
    const where = { ownerId, skillId: id };
    // What can no longer be taken back stands in nobody's way.
    await tx.effort.deleteMany({
      where: { ...where, deletedAt: { lt: new Date(now.getTime() - undoMilliseconds) } },
    });
    const standing = [
      await tx.effort.count({ where, take: 1 }),
      await tx.goal.count({ where, take: 1 }),
      await tx.timer.count({ where, take: 1 }),
    ];
    if (standing.some((count) => count > 0)) return refuse('skill-in-use');
    await tx.skill.deleteMany({ where: { ownerId, id } });
    return ok({ id });
  });
}

/**
 * Pours one skill into another, which is what a mistyped name needs: hours, goals and the timer
 * move, levels too where `into` has none, and the emptied skill goes.
 */
export async function mergeSkills(
  viewer: Viewer,
  from: string,
  into: string,
): Promise<Result<{ id: string }, 'missing' | 'skill-itself'>> {
  if (from === into) return refuse('skill-itself');
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    if (!(await hold(tx, ownerId, [from, into]))) return refuse('missing');
    const where = { ownerId, skillId: from };
    // A form drawn before the merge names the skill that goes; its version is old from now on.
    const data = { skillId: into, version: { increment: 1 } };
    await tx.effort.updateMany({ where, data });
    await tx.goal.updateMany({ where, data });
    await tx.timer.updateMany({ where, data: { skillId: into } });
    const emptied = await tx.skill.findUniqueOrThrow({
      where: { ownerId_id: { ownerId, id: from } },
    });
    await tx.skill.updateMany({
      where: { ownerId, id: into, levelNames: { isEmpty: true } },
      data: {
        levelNames: emptied.levelNames,
        levelMinutes: emptied.levelMinutes,
        version: { increment: 1 },
      },
    });
    await tx.skill.deleteMany({ where: { ownerId, id: from } });
    return ok({ id: into });
  });
}

function columnsOf(levels: readonly Level[]) {
  return {
    levelNames: levels.map(({ name }) => name),
    levelMinutes: levels.map(({ minutes }) => minutes),
  };
}

/**
 * The skill that answers to one of `keys`, other than `except`. One whose own key it is comes before
 * one that only has such a name in its other language.
 */
async function findNamed(
  tx: Tx,
  ownerId: string,
  keys: readonly string[],
  except?: string,
): Promise<{ id: string } | null> {
  const rows = await tx.skill.findMany({
    where: { ownerId, ...(except && { id: { not: except } }) },
    select: { id: true, nameKey: true, nameJa: true, nameEn: true },
    orderBy: { id: 'asc' },
  });
  const wanted = new Set(keys);
  return (
    rows.find(({ nameKey }) => wanted.has(nameKey)) ??
    rows.find(({ nameJa, nameEn }) =>
      keysOf({ ja: nameJa, en: nameEn }).some((key) => wanted.has(key)),
    ) ??
    null
  );
}

/**
 * Locks skills against new hours until the work is done, in one order, so that merges the opposite
 * way wait for each other. Whether all are there.
 */
async function hold(tx: Tx, ownerId: string, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM skill WHERE owner_id = ${ownerId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR UPDATE`;
  return rows.length === ids.length;
}
