import type { Viewer } from '../auth/viewer';
import { dateFromDay, firstOf, type Month } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { ok, type Result, refuse } from '../result';

/** Lets `month` neither break nor count. Pausing what is paused is fine. */
export async function pauseMonth(
  viewer: Viewer,
  month: Month,
): Promise<Result<null, 'too-many-pauses'>> {
  const ownerId = viewer.userId;
  const pause = { ownerId, month: dateFromDay(firstOf(month)) };
  return asOwner(viewer, async (tx) => {
    const others = await tx.pause.count({ where: { ownerId, month: { not: pause.month } } });
    if (others >= limits.pauses) return refuse('too-many-pauses');
    await tx.pause.createMany({ data: [pause], skipDuplicates: true });
    return ok(null);
  });
}

/** Takes a pause back. Where there is none, that is fine. */
export async function resumeMonth(viewer: Viewer, month: Month): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.pause.deleteMany({
      where: { ownerId: viewer.userId, month: dateFromDay(firstOf(month)) },
    }),
  );
}

/** Shows the months without a break on the dashboard, or hides them. Pauses stay as they are. */
export async function showStreak(viewer: Viewer, shows: boolean): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.user.updateMany({ where: { id: viewer.userId }, data: { showsStreak: shows } }),
  );
}
