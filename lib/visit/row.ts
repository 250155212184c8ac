import { randomBytes } from 'node:crypto';
import { isAlive } from '../auth/rules';
import { secretHash, secretOf } from '../auth/token';
import { type Day, dateFromDay } from '../calendar';
import type { Tx } from '../db';
import { type Marked, markedKey } from './bounds.rules';
import { ownerDay, type Placed, type Target } from './place.rules';
import type { Reading } from './rules';

/** `rows` as one parameter, for `json_to_recordset`: however many, the statement stays the same. */
export function asRows(rows: readonly object[]): string {
  return JSON.stringify(rows);
}

type Asked = Pick<Reading, 'handle' | 'milestone' | 'share'>;

function nameOf({ handle, milestone, share }: Asked): string {
  // None of them has a space in it.
  return `${handle} ${milestone} ${share}`;
}

/**
 * Finds what readings are of, and holds it: none of it is deleted before the transaction ends, and a
 * deletion that is under way is waited for. What is gone by now is not in the answer, nor is what goes
 * with an account that is to be deleted: nothing waits for that, however long it takes. An unknown
 * share is none, as is one of another milestone: any code on any document would be a row of its own.
 */
export async function findTargets(
  tx: Tx,
  readings: readonly Reading[],
): Promise<(asked: Asked) => Target | undefined> {
  const asked = [...new Map(readings.map((one) => [nameOf(one), one])).values()];
  const rows = await tx.$queryRaw<(Target & Asked)[]>`
    SELECT a.handle, a.milestone, a.share, u.zone,
           r.owner_id AS "ownerId", m.id AS "milestoneId", s.id AS "shareId"
      FROM json_to_recordset(${asRows(asked.map(({ handle, milestone, share }) => ({ handle, milestone, share })))}::json)
             AS a(handle text, milestone text, share text)
      JOIN record r ON r.handle = a.handle
      JOIN "user" u ON u.id = r.owner_id AND u.delete_at IS NULL
      LEFT JOIN milestone m ON m.owner_id = r.owner_id
        AND (m.public_id = nullif(a.milestone, '')::uuid OR m.id = nullif(a.milestone, '')::uuid)
      LEFT JOIN share s ON s.owner_id = r.owner_id AND s.code = nullif(a.share, '')
        AND (s.milestone_id IS NULL OR s.milestone_id = m.id)
     WHERE a.milestone = '' OR m.id IS NOT NULL`;
  const owners = await hold(
    rows.map(({ ownerId }) => ownerId),
    (ids) => tx.$queryRaw`
    SELECT id FROM "user" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`,
  );
  const milestones = await hold(
    rows.map(({ milestoneId }) => milestoneId),
    (ids) => tx.$queryRaw`
    SELECT id FROM milestone WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`,
  );
  const shares = await hold(
    rows.map(({ shareId }) => shareId),
    (ids) => tx.$queryRaw`
    SELECT id FROM share WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR KEY SHARE`,
  );
  const found = new Map<string, Target>();
  for (const { handle, milestone, share, ownerId, zone, milestoneId, shareId } of rows) {
    if (!owners.has(ownerId) || (milestoneId && !milestones.has(milestoneId))) continue;
    const by = shareId && shares.has(shareId) ? shareId : null;
    found.set(nameOf({ handle, milestone, share }), { ownerId, zone, milestoneId, shareId: by });
  }
  return (one) => found.get(nameOf(one));
}

async function hold(
  ids: readonly (string | null)[],
  lock: (ids: string[]) => Promise<{ id: string }[]>,
): Promise<ReadonlySet<string>> {
  const all = [...new Set(ids.filter((id) => id !== null))];
  return new Set(all.length > 0 ? (await lock(all)).map(({ id }) => id) : []);
}

/** By cookie: the hash of the secret in it. Cookies that are none of ours are not in it. */
export async function openCookies(
  readings: readonly Reading[],
): Promise<ReadonlyMap<string, string>> {
  const cookies = new Set(readings.map(({ cookie }) => cookie).filter(Boolean));
  const hashes = new Map<string, string>();
  for (const cookie of cookies) {
    const secret = await secretOf(new Headers({ cookie }));
    if (secret) hashes.set(cookie, secretHash(secret));
  }
  return hashes;
}

/** By hash: who is signed in by it. Nothing notes that they were seen. */
export async function findSignedIn(
  tx: Tx,
  hashes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const sessions = await tx.session.findMany({
    where: { tokenHash: { in: [...hashes] } },
    select: { tokenHash: true, ownerId: true, expiresAt: true, lastSeenAt: true },
  });
  const live = sessions.filter((session) => isAlive(session, now));
  return new Map(live.map(({ tokenHash, ownerId }) => [tokenHash, ownerId]));
}

/** By {@link ownerDay}: the sites that the days of `all` name already. */
export async function findSources(
  tx: Tx,
  all: readonly Placed[],
): Promise<Map<string, Set<string>>> {
  const named = all.filter(({ reading }) => reading.source !== '' && !reading.isPreview);
  const days = new Map(
    named.map(({ target: { ownerId }, day }) => [ownerDay(ownerId, day), { owner: ownerId, day }]),
  );
  if (days.size === 0) return new Map();
  const rows = await tx.$queryRaw<{ ownerId: string; day: Day; source: string }[]>`
    SELECT DISTINCT v.owner_id AS "ownerId", v.day::text AS day, v.source
      FROM json_to_recordset(${asRows([...days.values()])}::json) AS a(owner uuid, day date)
      JOIN visit_count v ON v.owner_id = a.owner AND v.day = a.day
     WHERE v.source <> '' AND v.views > 0`;
  const known = new Map<string, Set<string>>();
  for (const { ownerId, day, source } of rows) {
    const key = ownerDay(ownerId, day);
    known.set(key, (known.get(key) ?? new Set()).add(source));
  }
  return known;
}

/** By {@link markedKey}: the marks that stand under `all`. */
export async function findMarks(tx: Tx, all: readonly Marked[]): Promise<Map<string, Set<string>>> {
  if (all.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Marked & { readId: string })[]>`
    SELECT v.owner_id AS "ownerId", v.day::text AS day, v.hash, v.read_id AS "readId"
      FROM json_to_recordset(${asRows(all)}::json) AS a("ownerId" uuid, day date, hash char(43))
      JOIN visitor v ON v.owner_id = a."ownerId" AND v.day = a.day AND v.hash = a.hash`;
  const marks = new Map<string, Set<string>>();
  for (const { readId, ...marked } of rows) {
    const key = markedKey(marked);
    marks.set(key, (marks.get(key) ?? new Set()).add(readId));
  }
  return marks;
}

/**
 * The salts of `days`, made where there is none yet; whoever makes one at the same time has the same.
 * `isNew`: one was made.
 */
export async function saltsOf(
  tx: Tx,
  days: readonly Day[],
  now: Date,
): Promise<{ salts: ReadonlyMap<Day, Uint8Array>; isNew: boolean }> {
  const wanted = [...new Set(days)].sort();
  const salts = await findSalts(tx, wanted);
  const missing = wanted.filter((day) => !salts.has(day));
  if (missing.length === 0) return { salts, isNew: false };
  await tx.visitSalt.createMany({
    data: missing.map((day) => ({
      day: dateFromDay(day),
      salt: new Uint8Array(randomBytes(32)),
      createdAt: now,
    })),
    skipDuplicates: true,
  });
  return { salts: await findSalts(tx, wanted), isNew: true };
}

/** The salts there are of `days`; none of them is deleted before the transaction ends. */
export async function findSalts(
  tx: Tx,
  days: readonly Day[],
): Promise<ReadonlyMap<Day, Uint8Array>> {
  if (days.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ day: Day; salt: Uint8Array }[]>`
    SELECT day::text AS day, salt FROM visit_salt WHERE day = ANY(${[...days]}::date[])
     ORDER BY day FOR KEY SHARE`;
  return new Map(rows.map(({ day, salt }) => [day, salt]));
}
