import { addMonths, type Month, monthOf } from '@/lib/calendar';
import type { Goal, Standing } from '@/lib/goal/rules';
import type { MilestoneSum, WorkMonth } from '@/lib/progress/rules';

export type GoalView = { readonly goal: Goal; readonly standing: Standing };

/** Whether income came in each of the three months before the last, and none in the last or since. */
export function lacksLastMonth(sums: readonly MilestoneSum[], thisMonth: Month): boolean {
  const earned = new Set(sums.filter(({ kind }) => kind === 'income').map(({ month }) => month));
  const had = (ago: number) => earned.has(addMonths(thisMonth, -ago));
  return had(2) && had(3) && had(4) && !had(1);
}

/** Of the last three months with income, how many have hours. `work` oldest first. */
export function timedOfLastThree(work: readonly WorkMonth[]): number {
  const earned = work.filter(({ milestones }) => milestones > 0);
  return earned.slice(-3).filter(({ minutes }) => minutes > 0).length;
}

/** Whether a goal's day comes within two months and something is still missing. */
export function isDueSoon({ goal, standing }: GoalView, thisMonth: Month): boolean {
  if (standing.isMet || standing.isOverdue || goal.dueOn === null) return false;
  return monthOf(goal.dueOn) <= addMonths(thisMonth, 2);
}
