import { Prisma } from '../../db';

/**
 * The statements of the window. Row-level security shows a visitor what is published; the
 * conditions are said again here, so that neither is trusted alone. Only the columns named in
 * `milestoneColumns` leave the database: fees, costs, search text, versions and owners never do.
 *
 * A revision is a hash over exactly what is published, reckoned by PostgreSQL: cheap enough to ask
 * on every request, and nothing has to be kept up to date or invalidated.
 */

/** Milestones on one page of a record. */
export const pageSize = 200;

const published = Prisma.sql`r.published_at IS NOT NULL`;
const listed = Prisma.sql`m.visibility = 'public' AND m.deleted_at IS NULL`;
const reachable = Prisma.sql`m.visibility <> 'private' AND m.deleted_at IS NULL`;

/**
 * Ladders of the owner's own, in the currencies that show. A rung beyond the next one does not show,
 * but telling it apart would cost the sums on every request.
 */
const ownLadders = Prisma.sql`ladder l WHERE l.owner_id = r.owner_id AND l.currency IN (
  SELECT m.currency FROM milestone m WHERE m.owner_id = r.owner_id AND ${listed})`;

const climbRevision = Prisma.sql`(SELECT coalesce(
  sum(hash_record_extended(ROW(l.currency, l.rungs), 4)), 0) FROM ${ownLadders})`;

const revision = (milestones: Prisma.Sql, climb = Prisma.sql`0`) => Prisma.sql`(
  hash_record_extended(ROW(r.owner_id, r.handle, r.display_name, r.headline_ja, r.headline_en,
    r.about_ja, r.about_en, r.is_example, r.published_at), 0)::numeric
  + (SELECT coalesce(sum(hash_record_extended(ROW(m.id, m.kind, m.title_ja, m.title_en, m.story_ja,
      m.story_en, m.happened_on, m.precision, m.stream_id, m.amount_minor, m.currency, m.minutes,
      m.measure_name, m.measure_value, m.issuer, m.tags, m.visibility, m.recorded_at), 1)), 0)
    FROM milestone m WHERE m.owner_id = r.owner_id AND ${milestones})
  + (SELECT coalesce(sum(hash_record_extended(ROW(e.milestone_id, e.position, e.url), 2)), 0)
    FROM evidence e WHERE e.owner_id = r.owner_id AND e.milestone_id IN (
      SELECT m.id FROM milestone m WHERE m.owner_id = r.owner_id AND ${milestones}))
  + (SELECT coalesce(sum(hash_record_extended(ROW(s.id, s.name_ja, s.name_en), 3)), 0)
    FROM stream s WHERE s.owner_id = r.owner_id AND s.id IN (
      SELECT m.stream_id FROM milestone m WHERE m.owner_id = r.owner_id AND ${milestones}))
  + ${climb}
)::text`;

/** One row `{ revision }`, or none. */
export function recordRevision(handle: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT ${revision(listed, climbRevision)} AS revision
    FROM record r WHERE r.handle = ${handle} AND ${published}`;
}

/** One row `{ revision }`, or none. */
export function milestoneRevision(handle: string, id: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT ${revision(Prisma.sql`${reachable} AND m.id = ${id}::uuid`)} AS revision
    FROM record r WHERE r.handle = ${handle} AND ${published} AND EXISTS (
      SELECT 1 FROM milestone m WHERE m.owner_id = r.owner_id AND m.id = ${id}::uuid AND ${reachable})`;
}

const who = Prisma.sql`
  'handle', r.handle, 'displayName', r.display_name, 'isExample', r.is_example,
  'headline', json_build_object('ja', r.headline_ja, 'en', r.headline_en),
  'about', json_build_object('ja', r.about_ja, 'en', r.about_en),
  'publishedMonth', to_char(coalesce(r.published_at, now()) AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM')`;

const milestoneColumns = Prisma.sql`json_build_object(
  'id', m.id, 'kind', m.kind, 'listed', m.visibility = 'public',
  'title', json_build_object('ja', m.title_ja, 'en', m.title_en),
  'story', json_build_object('ja', m.story_ja, 'en', m.story_en),
  'day', m.happened_on, 'precision', m.precision,
  'stream', json_build_object('ja', s.name_ja, 'en', s.name_en),
  'minor', m.amount_minor::text, 'currency', m.currency, 'minutes', m.minutes,
  'measureName', m.measure_name, 'measureValue', m.measure_value, 'issuer', m.issuer,
  'tags', m.tags, 'evidence', e.urls,
  'recordedOn', to_char(m.recorded_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD'))`;

const withStreamAndEvidence = Prisma.sql`
  LEFT JOIN stream s ON s.owner_id = m.owner_id AND s.id = m.stream_id
  LEFT JOIN LATERAL (SELECT json_agg(e.url ORDER BY e.position) AS urls FROM evidence e
    WHERE e.owner_id = m.owner_id AND e.milestone_id = m.id) e ON true`;

/**
 * One row `{ revision, document }`, the document as JSON text, or none. `page` counts from 1.
 * `isDraft` asks for a record that is not published too; row-level security shows that to its
 * owner alone.
 */
export function recordDocument(
  handle: string,
  year: number | undefined,
  page: number,
  isDraft = false,
): Prisma.Sql {
  const from = `${year ?? 1900}-01-01`;
  const to = `${year ?? 2199}-12-31`;
  return Prisma.sql`/* public */ WITH r AS MATERIALIZED (
    SELECT * FROM record r WHERE r.handle = ${handle} AND ${isDraft ? Prisma.sql`true` : published}
  ), shown AS MATERIALIZED (
    SELECT m.* FROM milestone m WHERE m.owner_id = (SELECT owner_id FROM r) AND ${listed}
      AND m.happened_on BETWEEN ${from}::date AND ${to}::date
    ORDER BY m.happened_on DESC, m.id DESC
    LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int
  ), sums AS (
    SELECT m.kind, m.currency, to_char(m.happened_on, 'YYYY-MM') AS month,
      count(*) AS milestones, sum(m.amount_minor)::text AS minor, sum(m.minutes) AS minutes
    FROM milestone m WHERE m.owner_id = (SELECT owner_id FROM r) AND ${listed} GROUP BY 1, 2, 3
  )
  SELECT ${revision(listed, climbRevision)} AS revision, json_strip_nulls(json_build_object(${who},
    'sums', (SELECT json_agg(sums ORDER BY month, kind, currency) FROM sums),
    'ladders', (SELECT json_agg(json_build_object('currency', l.currency, 'rungs', l.rungs::text[])
      ORDER BY l.currency) FROM ${ownLadders}),
    'milestones', (SELECT json_agg(${milestoneColumns} ORDER BY m.happened_on DESC, m.id DESC)
      FROM shown m ${withStreamAndEvidence})))::text AS document
  FROM r`;
}

/** One row `{ revision, document }`, or none. */
export function milestoneDocument(handle: string, id: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT
    ${revision(Prisma.sql`${reachable} AND m.id = ${id}::uuid`)} AS revision,
    json_strip_nulls(json_build_object(${who}, 'milestones',
      json_build_array(${milestoneColumns})))::text AS document
  FROM record r JOIN milestone m ON m.owner_id = r.owner_id AND m.id = ${id}::uuid AND ${reachable}
    ${withStreamAndEvidence}
  WHERE r.handle = ${handle} AND ${published}`;
}
