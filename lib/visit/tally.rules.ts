import { type Day, today } from '../calendar';
import { limits } from '../limits';
import { countId, readId, saltDay, visitorHash } from './identity.rules';
import type { Reading } from './rules';

/** Whose document was read, and by which of their shares, as the store knows them. */
export type Target = {
  readonly ownerId: string;
  readonly zone: string;
  readonly milestoneId: string | null;
  readonly shareId: string | null;
};

export type Visitor = {
  readonly ownerId: string;
  /** Of the salt. */
  readonly day: Day;
  readonly hash: string;
  readonly readId: string;
  readonly source: string;
  readonly seenAt: Date;
  /** Where it counts as a visit if this person was not seen there before. */
  readonly count: Count;
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

/** A reading with what it is of and the day it counts on, in its owner's zone. */
export type Placed = { readonly reading: Reading; readonly target: Target; readonly day: Day };

/** Gives every reading its day. */
export function placed(found: readonly { reading: Reading; target: Target }[]): Placed[] {
  const days = new Map<string, Day>();
  return found.map(({ reading, target }) => {
    // No zone changes its day but at a quarter of an hour.
    const key = `${target.zone} ${Math.floor(reading.at.getTime() / 900_000)}`;
    const day = days.get(key) ?? today(target.zone, reading.at);
    days.set(key, day);
    return { reading, target, day };
  });
}

/** What {@link sourcesIn} calls one owner's day. */
export function ownerDay(ownerId: string, day: Day): string {
  return `${ownerId} ${day}`;
}

/**
 * Keeps what a day names as sites within bounds: whoever makes them up would have a row for each.
 * Those beyond say nothing. `known` has the sites of an owner's day so far, by {@link ownerDay}, and
 * gets those that are new.
 */
export function boundSources(all: readonly Placed[], known: Map<string, Set<string>>): Placed[] {
  return all.map((one) => {
    const { reading, target, day } = one;
    if (reading.source === '' || reading.isPreview) return one;
    const key = ownerDay(target.ownerId, day);
    const sites = known.get(key) ?? new Set();
    known.set(key, sites);
    if (!sites.has(reading.source) && sites.size >= limits.sourcesADay) {
      return { ...one, reading: { ...reading, source: '' } };
    }
    sites.add(reading.source);
    return one;
  });
}

/**
 * Adds readings up, one count for each thing that is told apart, and one visitor for each person and
 * what they count once in. Both are sorted, so that those who write at once never wait for each other
 * in a circle. `visits` are for the store to say.
 */
export function tally(
  all: readonly Placed[],
  salts: ReadonlyMap<Day, Uint8Array>,
): { readonly visitors: Visitor[]; readonly counts: Count[] } {
  const counts = new Map<string, Count>();
  const visitors = new Map<string, Visitor>();
  const hashes = new Map<string, string>();
  const readIds = new Map<string, string>();
  for (const { reading, target, day } of all) {
    const count = countOf(counts, { reading, target, day });
    if (reading.isPreview) {
      count.previews += 1;
      continue;
    }
    count.views += 1;
    const { ownerId, milestoneId, shareId } = target;
    const of = saltDay(reading.at);
    const salt = salts.get(of);
    if (!salt) throw new Error(`No salt for ${of}.`);
    const person = `${of} ${ownerId} ${reading.bucket} ${reading.userAgent}`;
    const hash = hashes.get(person) ?? visitorHash(salt, ownerId, reading);
    hashes.set(person, hash);
    const what = `${milestoneId} ${shareId}`;
    const read = readIds.get(what) ?? readId(milestoneId, shareId);
    readIds.set(what, read);
    const visitor = { ownerId, day: of, hash, readId: read };
    const key = visitorKey(visitor);
    if (!visitors.has(key)) {
      visitors.set(key, { ...visitor, source: reading.source, seenAt: reading.at, count });
    }
  }
  return { visitors: sorted(visitors), counts: sorted(counts) };
}

/** What a visitor's row is found by. */
export function visitorKey(row: Pick<Visitor, 'ownerId' | 'day' | 'hash' | 'readId'>): string {
  return `${row.ownerId} ${row.day} ${row.hash} ${row.readId}`;
}

function countOf(counts: Map<string, Count>, { reading, target, day }: Placed): Count {
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
