import { Prisma } from '../../db';

/*
 * What a stranger sees of a record `r` and its milestones `m`, in SQL. The policies in the migrations
 * say the same; rules.ts of the desk's overview says it in words.
 */

export const published = Prisma.sql`r.published_at IS NOT NULL`;

/** Its time has come: its own day, and the record's delay since it was made public. */
const isDue = Prisma.sql`(m.visible_from IS NULL OR m.visible_from <= now())
  AND (r.delay_days = 0 OR m.published_at + make_interval(days => r.delay_days) <= now())`;

/** No client is asked, or the client agreed. */
const isPermitted = Prisma.sql`(NOT m.needs_permission OR EXISTS (SELECT 1 FROM permission p
  WHERE p.owner_id = m.owner_id AND p.milestone_id = m.id AND p.shown_version = m.text_version
    AND p.state IN ('granted', 'anonymous')))`;

/** In the lists of the record. */
export const isListed = Prisma.sql`m.visibility = 'public' AND m.deleted_at IS NULL
  AND ${isDue} AND ${isPermitted}`;

/**
 * At its own address, by what strangers know it by. Addresses from before go by the id that tells the
 * moment it was made, and open while days are shown.
 */
export function isReachable(publicId?: string): Prisma.Sql {
  const seen = Prisma.sql`m.visibility <> 'private' AND m.deleted_at IS NULL
    AND ${isDue} AND ${isPermitted}`;
  if (publicId === undefined) return seen;
  return Prisma.sql`${seen} AND (m.public_id = ${publicId}::uuid
    OR (m.id = ${publicId}::uuid AND NOT r.months_only))`;
}

/**
 * How finely its amount is shown: as it says itself, else as the record does. The employer-safe mode
 * shows nothing exactly, whatever a milestone says.
 */
export const shownGrain = Prisma.sql`CASE
  WHEN m.disclosure IS NULL OR (m.disclosure = 'exact' AND r.employer_safe_at IS NOT NULL)
  THEN r.disclosure ELSE m.disclosure END`;

/** Whether its owner shows who came, in a part of the page that shows. */
export const showsResponse = Prisma.sql`(r.shows_response AND 'contact' = ANY(r.sections))`;

/**
 * How soon people are answered, rounded up: hours as far as a day, days of 24 beyond. Minutes would
 * tell when somebody sits where.
 */
export const replyHours = Prisma.sql`(CASE
  WHEN r.reply_minutes <= 1440 THEN greatest(1, ceil(r.reply_minutes / 60.0))
  ELSE 24 * ceil(r.reply_minutes / 1440.0) END)::int`;
