import { Prisma } from '../../db';
import { isListed, replyHours, shownGrain, showsResponse } from './seen';

/*
 * A revision is a hash over exactly what is published, reckoned by PostgreSQL: cheap enough to ask on
 * every request, and nothing has to be kept up to date or invalidated. It is reckoned over `r`, the
 * record, and `seen`, the milestones that a document is made of; both are read once.
 */

/** `WITH` what a document is made of: the record that `which` names, and its milestones. */
export function made(which: Prisma.Sql, milestones: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`WITH r AS MATERIALIZED (SELECT * FROM record r WHERE ${which}),
  seen AS MATERIALIZED (
    SELECT m.* FROM milestone m, r WHERE m.owner_id = r.owner_id AND ${milestones})`;
}

/** The listed incomes of `m` in `from` that are shown as an index: their first month is its measure. */
export const indexedIn = (from: Prisma.Sql) => Prisma.sql`${from}
  WHERE m.owner_id = r.owner_id AND m.kind = 'income' AND ${shownGrain} = 'index'`;

/** All listed milestones, where `seen` are fewer. */
export const listedApart = Prisma.sql`FROM (SELECT m.* FROM milestone m
  WHERE m.owner_id = r.owner_id AND ${isListed}) m`;

/**
 * Ladders of the owner's own, in the currencies that show. A rung beyond the next one does not show,
 * but telling it apart would cost the sums on every request.
 */
const ladders = Prisma.sql`(SELECT coalesce(
  sum(hash_record_extended(ROW(l.currency, l.rungs), 4)), 0) FROM ladder l
  WHERE l.owner_id = r.owner_id AND l.currency IN (SELECT currency FROM seen))`;

/** Where an index shows, everything it is measured by; else nothing has to be asked. */
const indexed = (from: Prisma.Sql) => Prisma.sql`(CASE WHEN EXISTS (
    SELECT 1 FROM seen m WHERE m.kind = 'income' AND ${shownGrain} = 'index')
  THEN (SELECT coalesce(
      sum(hash_record_extended(ROW(m.currency, m.amount_minor, m.happened_on), 5)), 0)
    ${indexedIn(from)})
  ELSE 0 END)`;

/** The revision of what {@link made} names; `measure` says where its index is measured. */
export function revisionOf(measure: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  hash_record_extended(ROW(r.owner_id, r.handle, r.display_name, r.headline_ja, r.headline_en,
    r.about_ja, r.about_en, r.is_example, r.published_at, r.language, r.disclosure, r.months_only,
    r.delay_days, r.is_indexed, r.has_feeds, r.shows_hours, r.checks_links, r.pen_name,
    r.employer_safe_at, r.sections, r.contact_links, r.takes_inquiries,
    CASE WHEN ${showsResponse} THEN r.people_came END,
    CASE WHEN ${showsResponse} THEN ${replyHours} END), 0)::numeric
  + (SELECT coalesce(sum(hash_record_extended(ROW(m.id, m.kind, m.title_ja, m.title_en, m.story_ja,
      m.story_en, m.happened_on, m.precision, m.stream_id, m.amount_minor, m.currency, m.minutes,
      m.measure_name, m.measure_value, m.issuer, m.tags, m.visibility, m.recorded_at, m.language,
      m.disclosure, m.published_at, m.visible_from, m.needs_permission, m.pinned_at), 1)), 0)
    FROM seen m)
  + (SELECT coalesce(sum(hash_record_extended(
      ROW(e.milestone_id, e.position, e.url, e.checked_at IS NULL), 2)), 0)
    FROM evidence e WHERE e.owner_id = r.owner_id AND e.milestone_id IN (SELECT id FROM seen))
  + (SELECT coalesce(sum(hash_record_extended(ROW(s.id, s.name_ja, s.name_en), 3)), 0)
    FROM stream s WHERE s.owner_id = r.owner_id AND s.id IN (SELECT stream_id FROM seen))
  + (SELECT coalesce(sum(hash_record_extended(ROW(p.milestone_id, p.state, p.title_ja, p.title_en,
      p.story_ja, p.story_en), 6)), 0)
    FROM permission p WHERE p.owner_id = r.owner_id AND p.milestone_id IN (
      SELECT id FROM seen WHERE needs_permission))
  + ${ladders} + ${indexed(measure)}
)::text`;
}
