import type { Day } from '../calendar';
import type { Bounded, Mark } from './bounds.rules';
import { countId, readId } from './identity.rules';
import type { Placed } from './place.rules';

export type Visitor = {
  readonly ownerId: string;
  readonly day: Day;
  readonly hash: string;
  readonly readId: string;
  readonly source: string;
  readonly seenAt: Date;
  /** Where it counts as a visit if this person was not seen there before; null: a mark is no visit. */
  readonly count: Count | null;
};

export type Count = {
  readonly ownerId: string;
  readonly id: string;
  readonly day: Day;
  readonly milestoneId: string | null;
  readonly shareId: string | null;
  readonly source: string;
  readonly country: string;
  views: number;
  visits: number;
  previews: number;
};

/**
 * Adds readings up, one count for each thing that is told apart, and one visitor for each person and
 * what they count once in, with the marks `made` among them. Both are sorted, so that those who write at once never wait for each other
 * in a circle. `visits` are for the store to say.
 */
export function tally(
  all: readonly Bounded[],
  made: readonly Mark[],
): { readonly visitors: Visitor[]; readonly counts: Count[] } {
  const counts = new Map<string, Count>();
  const visitors = new Map<string, Visitor>();
  const readIds = new Map<string, string>();
  for (const { reading, times, target, day, hash } of all) {
    const count = countOf(counts, { reading, target, day });
    if (reading.isPreview) {
      count.previews += times;
      continue;
    }
    count.views += times;
    if (hash === null) continue;
    const { ownerId, milestoneId, shareId } = target;
    const what = `${milestoneId} ${shareId}`;
    const read = readIds.get(what) ?? readId(milestoneId, shareId);
    readIds.set(what, read);
    const visitor = { ownerId, day, hash, readId: read };
    const key = visitorKey(visitor);
    if (!visitors.has(key)) {
      visitors.set(key, { ...visitor, source: reading.source, seenAt: reading.at, count });
    }
  }
  for (const mark of made) visitors.set(visitorKey(mark), { ...mark, source: '', count: null });
  return { visitors: sorted(visitors), counts: sorted(counts) };
}

/** What a visitor's row is found by. */
export function visitorKey(row: Pick<Visitor, 'ownerId' | 'day' | 'hash' | 'readId'>): string {
  return `${row.ownerId} ${row.day} ${row.hash} ${row.readId}`;
}

function countOf(
  counts: Map<string, Count>,
  { reading, target, day }: Omit<Placed, 'times'>,
): Count {
  const { ownerId, milestoneId, shareId } = target;
  const { source, country } = reading;
  // None of them has a space in it.
  const key = `${ownerId} ${day} ${milestoneId} ${shareId} ${source} ${country}`;
  const known = counts.get(key);
  if (known) return known;
  const told = { day, milestoneId, shareId, source, country };
  const id = countId(told);
  const count = { ownerId, id, ...told, views: 0, visits: 0, previews: 0 };
  counts.set(key, count);
  return count;
}

function sorted<T extends { ownerId: string; id?: string }>(rows: ReadonlyMap<string, T>): T[] {
  // By code units, whatever the language of the machine.
  const key = (name: string, row: T) => `${row.ownerId} ${row.id ?? name}`;
  return [...rows]
    .map(([name, row]) => ({ at: key(name, row), row }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ row }) => row);
}
