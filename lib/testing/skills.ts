import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { dateFromDay } from '../calendar';
import { asOwner } from '../db';
import type { Locale } from '../locale';
import { openSkill } from '../skill/mutations';

/** The id of a skill of that name. */
export async function openedSkill(
  viewer: Viewer,
  name: string,
  language: Locale = 'en',
): Promise<string> {
  const opened = await openSkill(viewer, name, language);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

/** Time on a skill. */
export function spend(
  viewer: Viewer,
  skillId: string,
  minutes: number,
  on = '2026-08-01',
  more: { purpose?: string; deletedAt?: Date } = {},
) {
  return asOwner(viewer, (tx) =>
    tx.effort.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        purpose: 'building',
        minutes,
        spentOn: new Date(`${on}T00:00:00Z`),
        skillId,
        ...more,
      },
    }),
  );
}

/** A goal on a skill. */
export function aim(viewer: Viewer, skillId: string) {
  return asOwner(viewer, (tx) =>
    tx.goal.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        measure: 'skill_hours',
        skillId,
        target: 600n,
        position: 0,
      },
    }),
  );
}

/** The timer, running on a skill. */
export const runTimer = (viewer: Viewer, skillId: string) =>
  asOwner(viewer, (tx) =>
    tx.timer.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        purpose: 'building',
        skillId,
        startedAt: dateFromDay('2026-08-01'),
      },
    }),
  );
