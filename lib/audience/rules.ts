import { addMonths, type Day, monthOf } from '../calendar';
import { streamKey } from '../stream/rules';

/** What makes two audience names the same, as with streams: width, case and kana do not matter. */
export const audienceKey = streamKey;

/** How many there were on a day: counted here, or told by a milestone. */
export type AudienceCount = {
  readonly day: Day;
  readonly followers: bigint;
  readonly from: 'count' | 'milestone';
};

/** Counts and what milestones told, one a day and ascending; on one day the count wins. */
export function mergeCounts(
  counted: readonly Omit<AudienceCount, 'from'>[],
  told: readonly Omit<AudienceCount, 'from'>[],
): AudienceCount[] {
  const days = new Map<Day, AudienceCount>();
  for (const { day, followers } of told) days.set(day, { day, followers, from: 'milestone' });
  for (const { day, followers } of counted) days.set(day, { day, followers, from: 'count' });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The last count on or before `day`; null before the first. `counts` ascend. */
export function countAt(counts: readonly AudienceCount[], day: Day): AudienceCount | null {
  return counts.findLast((count) => count.day <= day) ?? null;
}

/**
 * How many came (went, when negative) since the last count that lies a month or more before the
 * latest one; null where there is none so old.
 */
export function changeOverMonth(
  counts: readonly AudienceCount[],
): { change: bigint; since: Day } | null {
  const latest = counts.at(-1);
  if (!latest) return null;
  // The 31st of a month without one still compares as its end.
  const before = `${addMonths(monthOf(latest.day), -1)}${latest.day.slice(7)}` as Day;
  const then = countAt(counts, before);
  return then && { change: latest.followers - then.followers, since: then.day };
}
