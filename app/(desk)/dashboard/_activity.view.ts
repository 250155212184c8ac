import { type Month, monthsUntil } from '@/lib/calendar';
import { type Kind, kinds } from '@/lib/milestone/rules';
import type { MilestoneSum } from '@/lib/progress/rules';

export type ActivityRow = {
  readonly kind: Kind;
  /** Of all time. */
  readonly total: number;
  /** The last twelve months, oldest first. */
  readonly counts: readonly { readonly month: Month; readonly count: number }[];
};

/** How many milestones of each kind happened in each of the last twelve months. */
export function activityRows(sums: readonly MilestoneSum[], thisMonth: Month): ActivityRow[] {
  const months = monthsUntil(thisMonth, 12);
  return kinds.map((kind) => {
    const counts = new Map<Month, number>();
    let total = 0;
    for (const sum of sums) {
      if (sum.kind !== kind) continue;
      total += sum.milestones;
      counts.set(sum.month, (counts.get(sum.month) ?? 0) + sum.milestones);
    }
    return {
      kind,
      total,
      counts: months.map((month) => ({ month, count: counts.get(month) ?? 0 })),
    };
  });
}
