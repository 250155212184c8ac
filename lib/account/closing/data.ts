import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import type { Counts } from './rules';

/** What goes with an account, as its owner is told. */
export type Belongings = {
  readonly email: string;
  /** Handles given up that lead on to the record. */
  readonly oldHandles: readonly string[];
  readonly counts: Counts;
};

/** What the viewer's account holds, the deleted that can be brought back included. */
export async function getBelongings(viewer: Viewer, now: Date): Promise<Belongings> {
  const { userId: ownerId } = viewer;
  return asOwner(viewer, async (tx) => {
    const { email } = await tx.user.findUniqueOrThrow({
      where: { id: ownerId },
      select: { email: true },
    });
    const old = await tx.oldHandle.findMany({
      where: { ownerId, until: { gt: now } },
      orderBy: { until: 'desc' },
      select: { handle: true },
    });
    const [counts] = await tx.$queryRaw<[Counts]>`
      WITH mine AS (SELECT ${ownerId}::uuid AS id)
      SELECT
        (SELECT count(*)::int FROM milestone WHERE owner_id = mine.id) AS milestones,
        (SELECT count(*)::int FROM stream WHERE owner_id = mine.id) AS streams,
        (SELECT count(*)::int FROM skill WHERE owner_id = mine.id) AS skills,
        (SELECT count(*)::int FROM effort WHERE owner_id = mine.id) AS hours,
        (SELECT count(*)::int FROM goal WHERE owner_id = mine.id) AS goals,
        (SELECT count(*)::int FROM audience WHERE owner_id = mine.id) AS audiences,
        (SELECT count(*)::int FROM share WHERE owner_id = mine.id) AS shares,
        (SELECT coalesce(sum(visits), 0)::int FROM visit_count WHERE owner_id = mine.id) AS visits,
        (SELECT count(*)::int FROM inquiry WHERE owner_id = mine.id) AS inquiries,
        (SELECT count(*)::int FROM reply WHERE owner_id = mine.id) AS replies,
        (SELECT count(*)::int FROM kept_name WHERE owner_id = mine.id) AS "keptNames",
        (SELECT count(*)::int FROM mail WHERE owner_id = mine.id) AS letters,
        (SELECT count(*)::int FROM upload WHERE owner_id = mine.id) AS files,
        (SELECT count(*)::int FROM session WHERE owner_id = mine.id) AS "signIns",
        (SELECT count(*)::int FROM passkey WHERE owner_id = mine.id)
          + (SELECT count(*)::int FROM identity WHERE owner_id = mine.id) AS "waysIn",
        (SELECT count(*)::int FROM security_event WHERE owner_id = mine.id) AS events
      FROM mine`;
    return { email, oldHandles: old.map(({ handle }) => handle), counts };
  });
}

/** How many accounts one look takes up; the next one finds the others. */
const atOnce = 500;

/** The accounts whose moment has come, the one that waits longest first. */
export async function listDue(now: Date): Promise<string[]> {
  const rows = await asSystem((tx) =>
    tx.user.findMany({
      where: { deleteAt: { lte: now } },
      orderBy: { deleteAt: 'asc' },
      take: atOnce,
      select: { id: true },
    }),
  );
  return rows.map(({ id }) => id);
}
