import { Prisma } from '../../db';
import { indexedIn, listedApart, made, revisionOf } from './revision';
import { isListed, isReachable, published, replyHours, shownGrain, showsResponse } from './seen';

/**
 * The statements of the window. Row-level security shows a visitor what is published; the
 * conditions are said again here, so that neither is trusted alone. Only the columns named in
 * `milestoneColumns` leave the database: fees, costs, search text, versions and owners never do.
 */

/** Milestones on one page of a record. */
export const pageSize = 200;

const who = Prisma.sql`
  'handle', r.handle, 'isExample', r.is_example, 'language', r.language,
  'displayName', CASE WHEN r.employer_safe_at IS NULL THEN r.display_name ELSE r.pen_name END,
  'headline', json_build_object('ja', r.headline_ja, 'en', r.headline_en),
  'about', json_build_object('ja', r.about_ja, 'en', r.about_en),
  'isIndexed', r.is_indexed, 'hasFeeds', r.has_feeds, 'monthsOnly', r.months_only,
  'checksLinks', r.checks_links, 'showsHours', r.shows_hours, 'disclosure', r.disclosure,
  'sections', r.sections, 'contact', r.contact_links, 'takesInquiries', r.takes_inquiries,
  'response', CASE WHEN ${showsResponse}
    THEN json_build_object('people', r.people_came, 'replyHours', ${replyHours}) END,
  'publishedMonth', to_char(coalesce(r.published_at, now()) AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM'),
  'ladders', (SELECT json_agg(json_build_object('currency', l.currency, 'rungs', l.rungs::text[])
    ORDER BY l.currency) FROM ladder l WHERE l.owner_id = r.owner_id)`;

/** The first month of each currency whose listed income is shown as an index. */
const bases = (
  from: Prisma.Sql,
) => Prisma.sql`(SELECT json_object_agg(b.currency, b.minor::text) FROM (
  SELECT DISTINCT ON (m.currency) m.currency, sum(m.amount_minor) AS minor
  ${indexedIn(from)}
  GROUP BY m.currency, date_trunc('month', m.happened_on)
  ORDER BY m.currency, date_trunc('month', m.happened_on)) b)`;

/** Where the milestones a document is made of are all the listed ones. */
const listedHere = Prisma.sql`FROM seen m`;

const milestoneColumns = Prisma.sql`json_build_object(
  'id', m.public_id, 'kind', m.kind, 'listed', m.visibility = 'public', 'language', m.language,
  'isAnonymous', p.state = 'anonymous', 'isPinned', m.pinned_at IS NOT NULL,
  'title', json_build_object('ja', m.title_ja, 'en', m.title_en),
  'story', json_build_object('ja', m.story_ja, 'en', m.story_en),
  'anonymousTitle', json_build_object('ja', p.title_ja, 'en', p.title_en),
  'anonymousStory', json_build_object('ja', p.story_ja, 'en', p.story_en),
  'day', m.happened_on, 'precision', m.precision, 'grain', ${shownGrain},
  'stream', json_build_object('ja', s.name_ja, 'en', s.name_en),
  'minor', m.amount_minor::text, 'currency', m.currency, 'minutes', m.minutes,
  'measureName', m.measure_name, 'measureValue', m.measure_value, 'issuer', m.issuer,
  'tags', m.tags, 'evidence', e.links,
  'recordedOn', to_char(m.recorded_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD'),
  'publishedOn', to_char(greatest(m.visible_from,
    coalesce(m.published_at, now()) + make_interval(days => r.delay_days))
    AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD'))`;

/** Newest first by what is shown: where days are not, neither order nor pages may tell them. */
const shownOrder = Prisma.sql`
  CASE WHEN r.months_only THEN date_trunc('month', m.happened_on)::date ELSE m.happened_on END DESC,
  CASE WHEN r.months_only THEN m.public_id ELSE m.id END DESC`;

const withRelations = Prisma.sql`
  LEFT JOIN stream s ON s.owner_id = m.owner_id AND s.id = m.stream_id
  LEFT JOIN permission p ON p.owner_id = m.owner_id AND p.milestone_id = m.id
  LEFT JOIN LATERAL (SELECT json_agg(json_build_object('url', e.url,
      'isChecked', e.checked_at IS NOT NULL) ORDER BY e.position) AS links FROM evidence e
    WHERE e.owner_id = m.owner_id AND e.milestone_id = m.id) e ON true`;

const recordOf = (handle: string) => Prisma.sql`r.handle = ${handle} AND ${published}`;

/** One row `{ revision }`, or none. */
export function recordRevision(handle: string): Prisma.Sql {
  return Prisma.sql`/* public */ ${made(recordOf(handle), isListed)}
    SELECT ${revisionOf(listedHere)} AS revision FROM r`;
}

/** One row `{ revision }`, or none. */
export function milestoneRevision(handle: string, id: string): Prisma.Sql {
  return Prisma.sql`/* public */ ${made(recordOf(handle), isReachable(id))}
    SELECT ${revisionOf(listedApart)} AS revision FROM r WHERE EXISTS (SELECT 1 FROM seen)`;
}

/**
 * One row `{ revision, document }`, the document as JSON text, or none. `page` counts from 1.
 * `isDraft` asks for a record that is not published too; row-level security shows that to its owner
 * alone.
 */
export function recordDocument(
  handle: string,
  year: number | undefined,
  page: number,
  isDraft = false,
): Prisma.Sql {
  const from = `${year ?? 1900}-01-01`;
  const to = `${year ?? 2199}-12-31`;
  const which = isDraft ? Prisma.sql`r.handle = ${handle}` : recordOf(handle);
  return Prisma.sql`/* public */ ${made(which, isListed)}, shown AS MATERIALIZED (
    SELECT m.* FROM seen m, r WHERE m.happened_on BETWEEN ${from}::date AND ${to}::date
    ORDER BY ${shownOrder}
    LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int
  ), pinned AS MATERIALIZED (
    SELECT m.* FROM seen m WHERE m.pinned_at IS NOT NULL ORDER BY m.pinned_at DESC, m.id DESC LIMIT 6
  ), sums AS (
    SELECT m.kind, m.currency, to_char(m.happened_on, 'YYYY-MM') AS month,
      count(*) AS milestones, sum(m.minutes) AS minutes,
      sum(m.amount_minor) FILTER (WHERE ${shownGrain} = r.disclosure)::text AS minor
    FROM seen m, r GROUP BY 1, 2, 3
  )
  SELECT ${revisionOf(listedHere)} AS revision, json_strip_nulls(json_build_object(${who},
    'sums', (SELECT json_agg(sums ORDER BY month, kind, currency) FROM sums),
    'bases', ${bases(listedHere)},
    'pinned', (SELECT json_agg(${milestoneColumns} ORDER BY m.pinned_at DESC, m.id DESC)
      FROM pinned m ${withRelations}),
    'milestones', (SELECT json_agg(${milestoneColumns} ORDER BY ${shownOrder})
      FROM shown m ${withRelations})))::text AS document
  FROM r`;
}

const oneDocument = Prisma.sql`SELECT ${revisionOf(listedApart)} AS revision,
    json_strip_nulls(json_build_object(${who}, 'bases', ${bases(listedApart)},
      'milestones', json_build_array(${milestoneColumns})))::text AS document
  FROM r JOIN seen m ON true ${withRelations}`;

/** One row `{ revision, document }`, or none. */
export function milestoneDocument(handle: string, id: string): Prisma.Sql {
  return Prisma.sql`/* public */ ${made(recordOf(handle), isReachable(id))} ${oneDocument}`;
}

/**
 * The same of one milestone by its own id, whether it is seen already or not: for its owner, and for
 * the client who is asked about it; row-level security shows it to nobody else.
 */
export function waitingDocument(ownerId: string, milestoneId: string): Prisma.Sql {
  const one = Prisma.sql`m.id = ${milestoneId}::uuid AND m.deleted_at IS NULL`;
  return Prisma.sql`${made(Prisma.sql`r.owner_id = ${ownerId}::uuid`, one)} ${oneDocument}`;
}

/** The owner's public and unlisted milestones, seen already or not; one row `{ revision, document }`. */
export function shownDocument(ownerId: string): Prisma.Sql {
  return Prisma.sql`SELECT '' AS revision, json_strip_nulls(json_build_object(${who},
    'bases', ${bases(listedApart)}, 'milestones', (SELECT json_agg(${milestoneColumns}) FROM milestone m
      ${withRelations} WHERE m.owner_id = r.owner_id AND m.deleted_at IS NULL
        AND m.visibility <> 'private' AND m.kind = 'income')))::text AS document
  FROM record r WHERE r.owner_id = ${ownerId}::uuid`;
}

/** The records that search engines may list, at most 5,000, each with the milestones it lists. */
const indexed = Prisma.sql`(SELECT r.* FROM record r WHERE ${published} AND r.is_indexed
  ORDER BY r.handle LIMIT 5000) r
  LEFT JOIN milestone m ON m.owner_id = r.owner_id AND ${isListed} AND 'milestones' = ANY(r.sections)`;

/** One row `{ revision }`: the list is asked for on every request, and read out where it changed. */
export function indexedRevision(): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT coalesce(
    sum(hash_record_extended(ROW(r.handle, m.public_id), 0)), 0)::text AS revision FROM ${indexed}`;
}

/** The same list: one row `{ revision, document }`. */
export function indexedRecords(): Prisma.Sql {
  return Prisma.sql`/* public */ WITH listed AS MATERIALIZED (SELECT r.handle, m.public_id FROM ${indexed})
    SELECT (SELECT coalesce(sum(hash_record_extended(ROW(handle, public_id), 0)), 0) FROM listed)::text
      AS revision,
    (SELECT json_agg(json_build_object('handle', handle, 'milestones', milestones) ORDER BY handle)
      FROM (SELECT handle, coalesce(json_agg(public_id ORDER BY public_id)
          FILTER (WHERE public_id IS NOT NULL), '[]') AS milestones
        FROM listed GROUP BY handle) records)::text AS document`;
}

/**
 * One row `{ handle }`: who goes by another handle now, and is published. In the employer-safe mode an
 * old name must not lead to the new one.
 */
export function handleNow(old: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT r.handle FROM old_handle o
    JOIN record r ON r.owner_id = o.owner_id AND ${published}
    WHERE o.handle = ${old} AND o.until > now() AND r.employer_safe_at IS NULL`;
}

/** One row `{ code }`: a share of this very record that leads somewhere. */
export function shareOfRecord(handle: string, code: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT s.code FROM share s
    JOIN record r ON r.owner_id = s.owner_id AND ${published}
    WHERE s.code = ${code} AND r.handle = ${handle}`;
}

/** One row for a share that leads somewhere: `{ handle, milestoneId, language }`. */
export function shareTarget(code: string): Prisma.Sql {
  return Prisma.sql`/* public */ SELECT r.handle, m.public_id AS "milestoneId", s.language
    FROM share s JOIN record r ON r.owner_id = s.owner_id AND ${published}
    LEFT JOIN milestone m ON m.owner_id = s.owner_id AND m.id = s.milestone_id AND ${isReachable()}
    WHERE s.code = ${code} AND (s.milestone_id IS NULL OR m.id IS NOT NULL)`;
}
