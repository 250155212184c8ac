import type { Viewer } from '@/lib/auth/viewer';
import { listLatestMilestones } from '@/lib/milestone/data';
import type { Milestone } from '@/lib/milestone/rules';
import { getProgress, type Progress } from '@/lib/progress/data';
import { type Came, getCame } from '@/lib/response/card/data';

const latestShown = 5;

export type Reading = {
  readonly progress: Progress;
  readonly latest: readonly Milestone[];
  readonly came: Came;
};

/** All that the dashboard asks of the store; the bench counts the statements. */
export async function readDashboard(viewer: Viewer, now: Date): Promise<Reading> {
  const [progress, latest, came] = await Promise.all([
    getProgress(viewer),
    listLatestMilestones(viewer, latestShown),
    getCame(viewer, now),
  ]);
  return { progress, latest, came };
}
