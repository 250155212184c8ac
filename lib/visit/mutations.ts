import { asSystem, type Tx } from '../db';
import { bound, marksOf } from './bounds.rules';
import { gather, placed } from './place.rules';
import {
  asRows,
  findMarks,
  findSignedIn,
  findSources,
  findTargets,
  openCookies,
  saltsOf,
} from './row';
import type { Reading } from './rules';
import { type Count, tally, type Visitor, visitorKey } from './tally.rules';

/**
 * What became of a batch: `repeated` when it had been written before and nothing was counted again.
 * `beganDay`: it is the first of its day, and what is too old can go.
 */
export type Written = { readonly repeated: boolean; readonly beganDay: boolean };

/**
 * Counts a batch of readings, all or none. The same `id` counts once, so whoever does not know
 * whether it was written may write it again. Readings by the owner, and of what is gone meanwhile, do
 * not count. Throws when the store fails.
 */
export async function writeReadings(
  id: string,
  readings: readonly Reading[],
  now: Date,
): Promise<Written> {
  const gathered = gather(readings);
  const each = gathered.map(({ reading }) => reading);
  const cookies = await openCookies(each);
  return asSystem(async (tx) => {
    const { count } = await tx.visitBatch.createMany({
      data: [{ id, writtenAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return { repeated: true, beganDay: false };
    const targetOf = await findTargets(tx, each);
    const signedIn = await findSignedIn(tx, [...cookies.values()], now);
    const found = gathered.flatMap((one) => {
      const { reading } = one;
      const target = targetOf(reading);
      const reader = signedIn.get(cookies.get(reading.cookie) ?? '');
      return target && reader !== target.ownerId ? [{ ...one, target }] : [];
    });
    const all = placed(found);
    const days = all.flatMap(({ reading, day }) => (reading.isPreview ? [] : day));
    const { salts, isNew } = await saltsOf(tx, days, now);
    const sites = await findSources(tx, all);
    const marks = await findMarks(tx, marksOf(all, salts, sites));
    const { bounded, made } = bound(all, salts, { sites, marks });
    const { visitors, counts } = tally(bounded, made);
    for (const { count: at } of await addVisitors(tx, visitors)) if (at) at.visits += 1;
    await addCounts(tx, counts);
    return { repeated: false, beganDay: isNew };
  });
}

/** Those of `visitors` who were not seen before. */
async function addVisitors(tx: Tx, visitors: readonly Visitor[]): Promise<Visitor[]> {
  if (visitors.length === 0) return [];
  const rows = visitors.map(({ count: _, ...row }) => row);
  const added = await tx.$queryRaw<Pick<Visitor, 'ownerId' | 'day' | 'hash' | 'readId'>[]>`
    INSERT INTO visitor (owner_id, day, hash, read_id, source, seen_at)
    SELECT * FROM json_to_recordset(${asRows(rows)}::json)
      AS v("ownerId" uuid, day date, hash text, "readId" uuid, source text, "seenAt" timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING owner_id AS "ownerId", day::text AS day, hash, read_id AS "readId"`;
  const keys = new Set(added.map(visitorKey));
  return visitors.filter((visitor) => keys.has(visitorKey(visitor)));
}

async function addCounts(tx: Tx, counts: readonly Count[]): Promise<void> {
  if (counts.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO visit_count AS c (owner_id, id, day, milestone_id, share_id, source, country,
                                  views, visits, previews)
    SELECT * FROM json_to_recordset(${asRows(counts)}::json)
      AS n("ownerId" uuid, id uuid, day date, "milestoneId" uuid, "shareId" uuid, source text,
           country text, views int, visits int, previews int)
    ON CONFLICT (owner_id, id) DO UPDATE SET
      views = c.views + excluded.views,
      visits = c.visits + excluded.visits,
      previews = c.previews + excluded.previews`;
}

const hour = 3_600_000;
/** Swept every hour, nothing is older than 48 hours. */
const longest = 46 * hour;
/** Made later than that from now, it was made by a clock that went wrong. */
const soonest = hour;
const perStatement = 5_000;

/**
 * Deletes the salts that are old, then the visitors whom they told apart, who are anybody by now, and
 * the marks of batches that nobody writes again. To be called every hour.
 */
export async function sweepVisits(now: Date): Promise<void> {
  const [before, after] = [-longest, soonest].map((ms) => new Date(now.getTime() + ms));
  await asSystem(async (tx) => {
    await tx.visitSalt.deleteMany({
      where: { OR: [{ createdAt: { lte: before } }, { createdAt: { gt: after } }] },
    });
    await tx.visitBatch.deleteMany({ where: { writtenAt: { lte: before } } });
  });
  let gone: number;
  do {
    gone = await asSystem(
      (tx) => tx.$executeRaw`
        DELETE FROM visitor WHERE (owner_id, day, hash, read_id) IN (
          SELECT owner_id, day, hash, read_id FROM visitor
           WHERE day NOT IN (SELECT day FROM visit_salt) LIMIT ${perStatement}::int)`,
    );
  } while (gone === perStatement);
}
