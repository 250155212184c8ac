import { group } from 'd3-array';
import type { Viewer } from '../auth/viewer';
import { type Day, dayFromDate } from '../calendar';
import { asOwner, type Tx } from '../db';
import type { FollowerPoint } from '../goal/rules';
import { type AudienceCount, audienceKey, mergeCounts } from './rules';

export type Audience = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Ascending by day, one a day. */
  readonly counts: readonly AudienceCount[];
};

/** The viewer's audiences, oldest first, each with every count that was taken or told by a milestone. */
export async function listAudiences(viewer: Viewer): Promise<Audience[]> {
  return (await readAudiences(viewer)).audiences;
}

/** Every count of every audience, ascending by day. */
export async function listFollowers(viewer: Viewer): Promise<FollowerPoint[]> {
  const audiences = await listAudiences(viewer);
  return audiences
    .flatMap(({ id, counts }) =>
      counts.map(({ day, followers }) => ({ audienceId: id, day, followers })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * Audiences, and the names that only milestones tell of so far (as written last), in three queries.
 * Milestones known to the year are left out: a count belongs to a day, or at most to a month.
 */
export async function readAudiences(
  viewer: Viewer,
): Promise<{ audiences: Audience[]; unfollowed: string[] }> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const rows = await tx.audience.findMany({
      where: { ownerId },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    const counts = await tx.audienceCount.findMany({
      where: { ownerId },
      orderBy: { countedOn: 'asc' },
      select: { audienceId: true, countedOn: true, followers: true },
    });
    const told = await readTold(tx, ownerId);
    const counted = group(counts, ({ audienceId }) => audienceId);
    const audiences = rows.map(({ id, name, nameKey, version }) => ({
      id,
      name,
      version,
      counts: mergeCounts(
        (counted.get(id) ?? []).map(({ countedOn, followers }) => ({
          day: dayFromDate(countedOn),
          followers,
        })),
        told.get(nameKey) ?? [],
      ),
    }));
    const known = new Set(rows.map(({ nameKey }) => nameKey));
    const unfollowed = [...told].flatMap(([key, list]) => {
      const last = list.at(-1);
      return known.has(key) || !last ? [] : [last.name];
    });
    return { audiences, unfollowed };
  });
}

/** What audience milestones tell, by the key of the name they give, ascending by day. */
async function readTold(
  tx: Tx,
  ownerId: string,
): Promise<Map<string, { day: Day; followers: bigint; name: string }[]>> {
  const rows = await tx.milestone.findMany({
    where: {
      ownerId,
      kind: 'audience',
      deletedAt: null,
      measureName: { not: null },
      precision: { not: 'year' },
    },
    // Of two on one day the one logged last is told last, and stands.
    orderBy: [{ happenedOn: 'asc' }, { id: 'asc' }],
    select: { happenedOn: true, measureName: true, measureValue: true },
  });
  const told = rows.flatMap(({ happenedOn, measureName: name, measureValue: followers }) =>
    name === null || followers === null ? [] : [{ day: dayFromDate(happenedOn), followers, name }],
  );
  return group(told, ({ name }) => audienceKey(name));
}
