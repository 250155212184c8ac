import type { Day } from '../calendar';
import { limits } from '../limits';
import { addressHash, markId, visitorHash } from './identity.rules';
import { ownerDay, type Placed } from './place.rules';

/** A reading within bounds. `hash`: who it is by; null: a preview, or one too many of an address. */
export type Bounded = Placed & { readonly hash: string | null };

/** Whom an address's marks stand under, for one owner and day. */
export type Marked = { readonly ownerId: string; readonly day: Day; readonly hash: string };

/**
 * That an address brought a browser, or a site that nobody had named before. Kept among the visitors,
 * whom it tells as little of, and gone with them.
 */
export type Mark = Marked & { readonly readId: string; readonly seenAt: Date };

export type Salts = ReadonlyMap<Day, Uint8Array>;

/** What was there before: the sites of an owner's day, by {@link ownerDay}; marks, by {@link markedKey}. */
export type Before = { readonly sites: Sites; readonly marks: Map<string, Set<string>> };
type Sites = Map<string, Set<string>>;

export function markedKey({ ownerId, day, hash }: Marked): string {
  return `${ownerId} ${day} ${hash}`;
}

/** Under what the marks stand that bounding `all` has to know. */
export function marksOf(all: readonly Placed[], salts: Salts, sites: Sites): Marked[] {
  const hashOf = hashing(salts);
  const found = new Map<string, Marked>();
  const note = (one: Placed, of: 'people' | 'sites') => {
    const marked = { ownerId: one.target.ownerId, day: one.day, hash: hashOf(one, of) };
    found.set(markedKey(marked), marked);
  };
  for (const one of all) {
    if (one.reading.isPreview) continue;
    note(one, 'people');
    if (isNew(one, sites)) note(one, 'sites');
  }
  return [...found.values()];
}

/**
 * Keeps what anybody could make up within bounds, for each would have rows of its own: so many sites a
 * day, so many of them first named by one address, and so many browsers at one address. Sites beyond are
 * not said; browsers beyond read, and are no visit. `before` gets what is new.
 */
export function bound(
  all: readonly Placed[],
  salts: Salts,
  { sites, marks }: Before,
): { readonly bounded: Bounded[]; readonly made: Mark[] } {
  const hashOf = hashing(salts);
  const made: Mark[] = [];
  const mark = (one: Placed, of: 'people' | 'sites', what: string): boolean => {
    const marked = { ownerId: one.target.ownerId, day: one.day, hash: hashOf(one, of) };
    const had = marks.get(markedKey(marked)) ?? new Set();
    const readId = markId(what);
    if (had.has(readId)) return true;
    if (had.size >= limits.visitsAnAddress[of]) return false;
    marks.set(markedKey(marked), had.add(readId));
    made.push({ ...marked, readId, seenAt: one.reading.at });
    return true;
  };
  const people = new Map<string, string | null>();
  const personOf = (one: Placed): string | null => {
    const { reading, target, day } = one;
    const key = `${ownerDay(target.ownerId, day)} ${reading.bucket} ${reading.userAgent}`;
    const known = people.get(key);
    if (known !== undefined) return known;
    const hash = visitorHash(saltOf(salts, day), target.ownerId, reading);
    const person = mark(one, 'people', hash) ? hash : null;
    people.set(key, person);
    return person;
  };
  const isSaid = (one: Placed): boolean => {
    const named = sitesOf(one, sites);
    const { source } = one.reading;
    if (!isNew(one, sites)) return true;
    if (named.size >= limits.sourcesADay || !mark(one, 'sites', source)) return false;
    named.add(source);
    return true;
  };
  const bounded = all.map((one): Bounded => {
    if (one.reading.isPreview) return { ...one, hash: null };
    const reading = isSaid(one) ? one.reading : { ...one.reading, source: '' };
    return { ...one, reading, hash: personOf(one) };
  });
  return { bounded, made };
}

function sitesOf({ target, day }: Placed, sites: Sites): Set<string> {
  const key = ownerDay(target.ownerId, day);
  const named = sites.get(key) ?? new Set();
  sites.set(key, named);
  return named;
}

function isNew(one: Placed, sites: Sites): boolean {
  const { source } = one.reading;
  return source !== '' && !sitesOf(one, sites).has(source);
}

function saltOf(salts: Salts, day: Day): Uint8Array {
  const salt = salts.get(day);
  if (!salt) throw new Error(`No salt for ${day}.`);
  return salt;
}

/** Hashes the address of a reading, each once. */
function hashing(salts: Salts): (one: Placed, of: 'people' | 'sites') => string {
  const hashes = new Map<string, string>();
  return ({ reading: { bucket }, target: { ownerId }, day }, of) => {
    const key = `${of} ${ownerDay(ownerId, day)} ${bucket}`;
    const hash = hashes.get(key) ?? addressHash(saltOf(salts, day), ownerId, bucket, of);
    hashes.set(key, hash);
    return hash;
  };
}
