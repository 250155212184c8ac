import type { Month } from '../calendar';
import { Prisma, type Tx } from '../db';
import { isCurrency, type Money } from '../money';
import { isOrigin } from '../stream/rules';
import type { Part } from './rules';
import type { CameMonth } from './sides.rules';

/** What the counts are asked of: from a day and moment on, in months that begin at `starts`. */
export type Asked = {
  readonly ownerId: string;
  /** The first day, in the owner's zone. */
  readonly from: string;
  /** When each month begins in the owner's zone, oldest first. */
  readonly starts: readonly string[];
  readonly months: readonly Month[];
};

/** What the lines of a table are keyed by. */
export type By = 'month' | 'network' | 'milestone' | 'site' | 'country';

/** Keys of one kind are told apart in PostgreSQL; of sites and milestones, only the greatest. */
const mostKeys = 300;

type VisitRow = { by: By; key: string | null; visits: number; previews: number };

/**
 * Visits by month, network, document, site and country. One pass over the rows adds them up by the columns as
 * they stand, so that months and networks are looked up once a day and share, not once a row.
 */
export async function readVisits(tx: Tx, { ownerId, from }: Asked): Promise<VisitRow[]> {
  return tx.$queryRaw<VisitRow[]>`
    WITH counted AS MATERIALIZED (
      SELECT day, share_id, milestone_id, source, country,
             grouping(day, share_id, milestone_id, source, country) AS by,
             sum(visits)::int AS visits, sum(previews)::int AS previews
      FROM visit_count WHERE owner_id = ${ownerId}::uuid AND day >= ${from}::date
      GROUP BY GROUPING SETS ((day), (share_id), (milestone_id), (source), (country)))
    SELECT 'month' AS by, to_char(day, 'YYYY-MM') AS key,
           sum(visits)::int AS visits, sum(previews)::int AS previews
    FROM counted WHERE by = 15 GROUP BY 2
    UNION ALL
    SELECT 'network', s.network, sum(c.visits)::int, sum(c.previews)::int
    FROM counted c LEFT JOIN share s ON s.owner_id = ${ownerId}::uuid AND s.id = c.share_id
    WHERE c.by = 23 GROUP BY 2
    UNION ALL
    (SELECT 'milestone', milestone_id::text, visits, previews
     FROM counted WHERE by = 27 ORDER BY visits DESC, previews DESC, milestone_id LIMIT ${mostKeys})
    UNION ALL
    (SELECT 'site', nullif(source, ''), visits, previews
     FROM counted WHERE by = 29 ORDER BY visits DESC, previews DESC, source LIMIT ${mostKeys})
    UNION ALL
    SELECT 'country', nullif(country, ''), visits, previews FROM counted WHERE by = 30`;
}

type ShareRow = { by: By; key: string | null; shares: number };

/** Published shares by month, network and what they are about. */
export async function readShares(tx: Tx, asked: Asked): Promise<ShareRow[]> {
  return tx.$queryRaw<ShareRow[]>`
    SELECT CASE grouping(month, network, milestone_id) WHEN 3 THEN 'month' WHEN 5 THEN 'network'
             ELSE 'milestone' END AS by,
           coalesce(month::text, network, milestone_id::text) AS key, count(*)::int AS shares
    FROM (SELECT ${monthAt(asked, Prisma.sql`sent_at`)} AS month, network, milestone_id
      FROM share WHERE owner_id = ${asked.ownerId}::uuid AND sent_at >= ${asked.starts[0]}::timestamptz) AS sent
    GROUP BY GROUPING SETS ((month), (network), (milestone_id))`.then((rows) =>
    rows.map((row) => named(row, asked)),
  );
}

type InquiryRow = {
  by: By;
  key: string | null;
  origin: string;
  currency: string | null;
  inquiries: number;
  people: number;
  nothing: number;
  conversation: number;
  collaboration: number;
  agreed: number;
  income: string;
  promised: string;
};

/**
 * Inquiries and who came by them, by origin and currency with month, network, document or site. An
 * income that is logged counts in the place of what was agreed. One address is one person, who counts
 * where they first came; whoever was blocked or reported is none.
 */
export async function readInquiries(tx: Tx, asked: Asked): Promise<InquiryRow[]> {
  return tx.$queryRaw<InquiryRow[]>`
    SELECT CASE grouping(month, network, milestone_id, source) WHEN 7 THEN 'month'
             WHEN 11 THEN 'network' WHEN 13 THEN 'milestone' ELSE 'site' END AS by,
           coalesce(month::text, network, milestone_id::text, nullif(source, '')) AS key,
           origin, currency, count(*)::int AS inquiries,
           count(*) FILTER (WHERE is_first)::int AS people,
           count(*) FILTER (WHERE outcome = 'nothing')::int AS nothing,
           count(*) FILTER (WHERE outcome = 'conversation')::int AS conversation,
           count(*) FILTER (WHERE outcome = 'collaboration')::int AS collaboration,
           count(*) FILTER (WHERE outcome = 'work_agreed')::int AS agreed,
           coalesce(sum(amount), 0)::text AS income,
           coalesce(sum(amount) FILTER (WHERE NOT is_logged), 0)::text AS promised
    FROM (SELECT *, is_heard AND row_number() OVER (PARTITION BY is_heard, origin, who ORDER BY arrived_at, id) = 1 AS is_first
     FROM (SELECT ${monthAt(asked, Prisma.sql`i.arrived_at`)} AS month, s.network, i.milestone_id,
        i.arrived_at, i.id, ${who} AS who, ${isHeard} AS is_heard,
        i.source, i.origin, i.outcome, m.id IS NOT NULL AS is_logged,
        CASE WHEN m.id IS NULL THEN i.amount_minor ELSE m.amount_minor END AS amount,
        CASE WHEN m.id IS NULL THEN i.currency ELSE m.currency END AS currency
      FROM inquiry i
      LEFT JOIN share s ON s.owner_id = i.owner_id AND s.id = i.share_id
      LEFT JOIN milestone m ON m.owner_id = i.owner_id AND m.id = i.income_id
        AND m.deleted_at IS NULL AND i.outcome = 'work_agreed'
      WHERE i.owner_id = ${asked.ownerId}::uuid
        AND i.arrived_at >= ${asked.starts[0]}::timestamptz) AS inquired) AS came
    GROUP BY origin, currency, GROUPING SETS ((month), (network), (milestone_id), (source))`.then(
    (rows) => rows.map((row) => named(row, asked)),
  );
}

/** Whose inquiry `i` is; of who is forgotten nobody knows whether they came twice. */
export const who = Prisma.sql`coalesce(i.email, i.id::text)`;

/** Whether its owner takes inquiry `i` for one of a person: they neither blocked nor reported them. */
export const isHeard = Prisma.sql`(
  NOT EXISTS (SELECT FROM blocked_sender b WHERE b.owner_id = i.owner_id AND b.email = i.email)
  AND NOT EXISTS (SELECT FROM abuse_report a
    WHERE a.owner_id = i.owner_id AND a.id = i.id AND a.inquiry_id = i.id))`;

/**
 * Which month an instant falls in, by number from one. The moments come from outside: PostgreSQL and
 * the browser's zones are not named quite alike.
 */
function monthAt({ starts }: Asked, instant: Prisma.Sql): Prisma.Sql {
  // As a statement of its own the list is read once, not once a row.
  return Prisma.sql`width_bucket(${instant}, (SELECT ${starts}::text[]::timestamptz[]))`;
}

function named<Row extends { by: By; key: string | null }>(row: Row, { months }: Asked): Row {
  return row.by === 'month' ? { ...row, key: months[Number(row.key) - 1] ?? null } : row;
}

function moneyOf(minor: string, currency: string | null): readonly Money[] {
  return isCurrency(currency) && minor !== '0' ? [{ minor: BigInt(minor), currency }] : [];
}

/** One side's people of a row as a part of a line. */
export function partOf({ income, promised, ...row }: InquiryRow): Part & { by: By } {
  return {
    ...row,
    income: moneyOf(income, row.currency),
    promised: moneyOf(promised, row.currency),
  };
}

/** The people of a row by month and by what they came because of. */
export function cameMonth(row: InquiryRow): CameMonth[] {
  const { by, key, origin, people, agreed, income, currency } = row;
  if (by !== 'month' || key === null || !isOrigin(origin)) return [];
  return [{ month: key as Month, origin, people, agreed, income: moneyOf(income, currency) }];
}
