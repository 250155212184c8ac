import type { Viewer } from '../auth/viewer';
import type { Month } from '../calendar';
import { asOwner } from '../db';

/** How the viewer wants their months without a break counted. */
export type StreakSettings = {
  /** Whether the dashboard shows them at all. */
  readonly shows: boolean;
  /** Months that neither break nor count, oldest first. */
  readonly pauses: readonly Month[];
};

/** The viewer's settings, in one query; without any, it shows and nothing is paused. */
export async function getStreakSettings(viewer: Viewer): Promise<StreakSettings> {
  const [settings] = await asOwner(
    viewer,
    (tx) => tx.$queryRaw<StreakSettings[]>`
      SELECT u.shows_streak AS shows,
             ARRAY(SELECT to_char(p.month, 'YYYY-MM') FROM pause p
                   WHERE p.owner_id = u.id ORDER BY p.month) AS pauses
      FROM "user" u WHERE u.id = ${viewer.userId}::uuid`,
  );
  return settings ?? { shows: true, pauses: [] };
}
