import type { Viewer } from '../auth/viewer';
import { type Day, dayFromDate } from '../calendar';
import { asOwner } from '../db';
import { limits } from '../limits';
import { fromRow } from './row';
import type { Goal } from './rules';

export const changes = ['met', 'dropped', 'extended', 'reopened'] as const;

/** Something that became of a goal, when it did. */
export type GoalChange = {
  readonly id: string;
  readonly what: (typeof changes)[number];
  readonly at: Date;
  /** Of `extended`: the target until then; null otherwise. */
  readonly targetBefore: bigint | null;
  /** Of `extended`: the date until then, where there was one. */
  readonly dueBefore: Day | null;
};

/** The viewer's open goals, in the order they gave them. */
export async function listGoals(viewer: Viewer): Promise<Goal[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.goal.findMany({
      where: { ownerId: viewer.userId, closedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  );
  return rows.map(fromRow);
}

/** The viewer's closed goals, the latest first; at most 100. */
export async function listClosedGoals(viewer: Viewer): Promise<Goal[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.goal.findMany({
      where: { ownerId: viewer.userId, closedAt: { not: null } },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
      take: limits.goals,
    }),
  );
  return rows.map(fromRow);
}

/** One goal with what became of it, oldest first; null where this person has none of that id. */
export async function getGoal(
  viewer: Viewer,
  id: string,
): Promise<{ goal: Goal; changes: GoalChange[] } | null> {
  const ownerId = viewer.userId;
  const row = await asOwner(viewer, (tx) =>
    tx.goal.findFirst({
      where: { ownerId, id },
      include: { changes: { where: { ownerId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    }),
  );
  if (!row) return null;
  return {
    goal: fromRow(row),
    changes: row.changes.flatMap(({ id, what, at, targetBefore, dueBefore }) => {
      const known = changes.find((change) => change === what);
      return known
        ? [{ id, what: known, at, targetBefore, dueBefore: dueBefore && dayFromDate(dueBefore) }]
        : [];
    }),
  };
}
