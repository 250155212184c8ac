import type { Viewer } from '../auth/viewer';
import {
  dayFromDate,
  firstOf,
  type Month,
  monthOf,
  monthsBetween,
  monthsUntil,
  startOfDay,
  today,
} from '../calendar';
import { asOwner, type Tx } from '../db';
import type { Bilingual } from '../locale';
import { isKind, type Kind } from '../milestone/rules';
import {
  type Asked,
  type By,
  cameMonth,
  isHeard,
  partOf,
  readInquiries,
  readShares,
  readVisits,
  who,
} from './row';
import { type Counts, type Line, linesOf, type Part, shownOf, totalOf } from './rules';
import type { CameMonth } from './sides.rules';

/** How far the chain has begun, over all time. */
export type Standing = {
  readonly isPublished: boolean;
  readonly takesInquiries: boolean;
  /** Published ones. */
  readonly shares: number;
  /** Because of the record. */
  readonly people: number;
  /** Whether there is anything to show: a share that was published, a visit, somebody who came. */
  readonly hasBegun: boolean;
};

/** What a document is called. */
export type DocumentName = {
  readonly kind: Kind;
  readonly title: Bilingual;
  readonly stream: Bilingual | null;
  /** Deleted, perhaps for good. */
  readonly isGone: boolean;
};

/** Lines of one table, the rest of them in one. */
export type Table = { readonly shown: readonly Line[]; readonly rest: Counts | null };

/** What the thesis page says, over some months. */
export type Response = {
  readonly standing: Standing;
  /** Oldest first, the present one last. */
  readonly months: readonly Month[];
  readonly total: Counts;
  readonly byMonth: readonly Line[];
  readonly byNetwork: readonly Line[];
  readonly byMilestone: Table;
  readonly bySite: Table;
  /** Visits alone; empty where no country was ever counted. */
  readonly byCountry: readonly Line[];
  /** Of the milestones of `byMilestone`, by id. */
  readonly names: ReadonlyMap<string, DocumentName>;
  /** By record and by networking. */
  readonly came: readonly CameMonth[];
};

/** “All” is at most twenty years: more months than that are no longer read. */
const mostMonths = 240;
const milestonesShown = 20;
const sitesShown = 15;

/**
 * Shares, visits, people, outcomes and income over the last `count` months, or all (null), added up
 * by PostgreSQL in five statements however much there is. An inquiry counts in the month it arrived,
 * with everything that came of it later.
 */
export async function getResponse(
  viewer: Viewer,
  count: number | null,
  now: Date,
): Promise<Response> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { standing, first } = await readStanding(tx, viewer);
    const thisMonth = monthOf(today(viewer.zone, now));
    const asked = askedOf(viewer, monthsUntil(thisMonth, count ?? reach(first, thisMonth)));
    const visits = await readVisits(tx, asked);
    const shares = await readShares(tx, asked);
    const inquiries = await readInquiries(tx, asked);
    const people = inquiries.filter(({ origin }) => origin === 'record').map(partOf);
    const parts: (Part & { by: By })[] = [...visits, ...shares, ...people];
    const lines = (by: By) => linesOf(parts.filter((part) => part.by === by));
    const byMonth = lines('month');
    const total = totalOf(byMonth);
    const byCountry = lines('country');
    const byMilestone = shownOf(lines('milestone'), total, milestonesShown);
    return {
      standing,
      months: asked.months,
      total,
      byMonth,
      byNetwork: lines('network'),
      byMilestone,
      // A share is on a network, not on a site.
      bySite: shownOf(lines('site'), { ...total, shares: 0 }, sitesShown),
      byCountry: byCountry.some(({ key }) => key !== null) ? byCountry : [],
      names: await readNames(tx, ownerId, byMilestone.shown),
      came: inquiries.flatMap(cameMonth),
    };
  });
}

/** Who came by month because of the record and by networking, over `months` in order. */
export async function listCame(viewer: Viewer, months: readonly Month[]): Promise<CameMonth[]> {
  if (months.length === 0) return [];
  const rows = await asOwner(viewer, (tx) => readInquiries(tx, askedOf(viewer, months)));
  return rows.flatMap(cameMonth);
}

function askedOf({ userId, zone }: Viewer, months: readonly Month[]): Asked {
  const starts = months.map((month) => startOfDay(firstOf(month), zone).toISOString());
  return { ownerId: userId, months, starts, from: firstOf(months[0] ?? '1900-01') };
}

function reach(first: Month | null, thisMonth: Month): number {
  if (first === null || first >= thisMonth) return 1;
  return Math.min(mostMonths, monthsBetween(first, thisMonth) + 1);
}

type StandingRow = Omit<Standing, 'hasBegun'> & { at: Date | null; day: Date | null };

async function readStanding(
  tx: Tx,
  { userId, zone }: Viewer,
): Promise<{ standing: Standing; first: Month | null }> {
  const [row] = await tx.$queryRaw<StandingRow[]>`
    WITH me AS (SELECT ${userId}::uuid AS id)
    SELECT r.published_at IS NOT NULL AS "isPublished", r.takes_inquiries AS "takesInquiries",
      (SELECT count(*)::int FROM share WHERE owner_id = (SELECT id FROM me) AND sent_at IS NOT NULL) AS shares,
      (SELECT count(DISTINCT ${who})::int FROM inquiry i
        WHERE i.owner_id = (SELECT id FROM me) AND i.origin = 'record' AND ${isHeard}) AS people,
      least((SELECT min(sent_at) FROM share WHERE owner_id = (SELECT id FROM me)),
        (SELECT min(arrived_at) FROM inquiry WHERE owner_id = (SELECT id FROM me))) AS at,
      (SELECT min(day) FROM visit_count WHERE owner_id = (SELECT id FROM me)) AS day
    FROM record r WHERE r.owner_id = (SELECT id FROM me)`;
  if (!row) throw new Error('Every account has a record.');
  const { at, day, ...rest } = row;
  const [first = null] = [at && today(zone, at), day && dayFromDate(day)]
    .filter((one) => one !== null)
    .sort();
  return { standing: { ...rest, hasBegun: first !== null }, first: first && monthOf(first) };
}

async function readNames(
  tx: Tx,
  ownerId: string,
  lines: readonly Line[],
): Promise<Map<string, DocumentName>> {
  const ids = lines.flatMap(({ key }) => (key === null ? [] : [key]));
  const rows = await tx.milestone.findMany({
    where: { ownerId, id: { in: ids } },
    select: {
      id: true,
      kind: true,
      titleJa: true,
      titleEn: true,
      deletedAt: true,
      stream: { select: { nameJa: true, nameEn: true } },
    },
  });
  return new Map(
    rows.map(({ id, kind, titleJa, titleEn, deletedAt, stream }) => [
      id,
      {
        kind: isKind(kind) ? kind : 'work',
        title: { ja: titleJa, en: titleEn },
        stream: stream && { ja: stream.nameJa, en: stream.nameEn },
        isGone: deletedAt !== null,
      },
    ]),
  );
}
