import type { PublicMilestone, PublicRecord } from '@/lib/record/public/shape';

/**
 * A published day or month as the instant it began in Japan, RFC 3339: what feeds want where no more
 * is told than a day or a month.
 */
export function instantOf(published: string): string {
  return `${`${published}-01-01`.slice(0, 10)}T00:00:00+09:00`;
}

/** When something of the record was last published, as a day or a month. */
export function lastPublished(record: PublicRecord): string {
  const days = everyMilestone(record).map(({ publishedOn }) => publishedOn);
  return [record.publishedMonth, ...days].sort().at(-1) ?? record.publishedMonth;
}

/** The milestones at hand, the pinned ones among them, each once. */
export function everyMilestone(record: PublicRecord): PublicMilestone[] {
  const all = [...record.milestones, ...record.pinned];
  return [...new Map(all.map((milestone) => [milestone.id, milestone])).values()];
}
