import type { Viewer } from '@/lib/auth/viewer';
import { listLatestMilestones } from '@/lib/milestone/data';
import type { Milestone } from '@/lib/milestone/rules';
import { getProgress, type Progress } from '@/lib/progress/data';

const latestShown = 5;

/** All that the dashboard asks of the store; the bench counts the statements. */
export async function readDashboard(
  viewer: Viewer,
): Promise<{ progress: Progress; latest: Milestone[] }> {
  const [progress, latest] = await Promise.all([
    getProgress(viewer),
    listLatestMilestones(viewer, latestShown),
  ]);
  return { progress, latest };
}
