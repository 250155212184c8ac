import { addMonths, type Month, monthsBetween } from '@/lib/calendar';
import type { EffortSum } from '@/lib/progress/rules';

export type HoursOfSkill = {
  /** Minutes in all at the end of each month, from the first with hours to `thisMonth`. */
  readonly months: readonly { month: Month; minutes: number }[];
  /** How many months had hours. */
  readonly worked: number;
};

/** Building hours of one skill, added up month by month. */
export function hoursOfSkill(
  efforts: readonly EffortSum[],
  skillId: string,
  thisMonth: Month,
): HoursOfSkill {
  const byMonth = new Map<Month, number>();
  for (const effort of efforts) {
    if (effort.skillId !== skillId || effort.purpose !== 'building') continue;
    byMonth.set(effort.month, (byMonth.get(effort.month) ?? 0) + effort.minutes);
  }
  const worked = [...byMonth.keys()].sort();
  const first = worked[0];
  if (!first) return { months: [], worked: 0 };
  let minutes = 0;
  const months = Array.from({ length: monthsBetween(first, thisMonth) + 1 }, (_, i) => {
    const month = addMonths(first, i);
    minutes += byMonth.get(month) ?? 0;
    return { month, minutes };
  });
  return { months, worked: worked.length };
}
