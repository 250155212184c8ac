import fc from 'fast-check';
import { type kinds, visibilities } from '../milestone/rules';
import { currencies } from '../money';
import { streamKey } from '../stream/rules';
import { climbed } from './accounts-climb';
import { came, shared } from './accounts-response';
import type { Row } from './accounts-rows';
import {
  block,
  flag,
  id,
  instant,
  line,
  locale,
  many,
  minor,
  of,
  opt,
  when,
} from './accounts-values';

/*
 * Accounts as an export has them, with all that a person may have put there: every kind, both
 * languages, what was deleted, texts up to their limits.
 */

export type Rows = Readonly<Record<string, readonly Row[]>>;

const account = fc.record({
  locale,
  zone: of('Asia/Tokyo', 'America/New_York', 'Asia/Kathmandu'),
  base_currency: opt(of(...currencies)),
  shows_streak: flag,
});

const safe = {
  months_only: fc.constant(true),
  delay_days: fc.integer({ min: 14, max: 365 }),
  is_indexed: fc.constant(false),
  has_feeds: fc.constant(false),
  checks_links: fc.constant(true),
  disclosure: of('range', 'rung', 'index', 'hidden'),
  pen_name: line(50),
  employer_safe_at: instant,
};
const open = {
  months_only: flag,
  delay_days: fc.integer({ min: 0, max: 365 }),
  is_indexed: flag,
  has_feeds: flag,
  checks_links: flag,
  disclosure: of('exact', 'range', 'rung', 'index', 'hidden'),
  pen_name: opt(line(50)),
};
const said = {
  display_name: line(50),
  headline_ja: opt(line(120)),
  headline_en: opt(line(120)),
  about_ja: opt(block(2_000)),
  about_en: opt(block(2_000)),
  language: locale,
  default_visibility: of(...visibilities),
  shows_hours: flag,
  sections: fc.shuffledSubarray(['pinned', 'climb', 'income', 'milestones', 'contact']),
  contact_links: fc.subarray(['https://a.example/?x=1&y=%22', 'http://b.example/']),
  takes_inquiries: flag,
  shows_response: flag,
  inquiry_days: opt(fc.integer({ min: 1, max: 3_650 })),
  created_at: instant,
};
const record: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ ...said, ...safe }),
  fc.record({ ...said, ...open }),
);

const names = fc.oneof(
  fc.record({ name_ja: line(60) }),
  fc.record({ name_en: line(60) }),
  fc.record({ name_ja: line(60), name_en: line(60) }),
);

/** Things of that many names, no two of which are one. */
function named(most: number, more: fc.Arbitrary<Row>): fc.Arbitrary<Row[]> {
  const one = fc.tuple(id, names, more).map(([known, name, rest]) => {
    const { name_ja, name_en }: Row = name;
    return { id: known, ...name, name_key: streamKey(String(name_ja ?? name_en)), ...rest };
  });
  return fc
    .uniqueArray(one, { maxLength: most, selector: ({ name_key }) => name_key })
    .map((rows) => rows.filter(({ name_key }) => name_key !== ''));
}

const streams = named(
  3,
  fc.record({ origin: of('record', 'networking'), created_at: instant, closed_at: opt(instant) }),
);
const levels = fc.uniqueArray(fc.integer({ min: 1, max: 6_000_000 }), { maxLength: 10 });
const skills = named(
  3,
  fc.tuple(levels, instant).map(([minutes, created_at]) => ({
    level_names: minutes.map((at) => `${at}分`),
    level_minutes: minutes,
    created_at,
  })),
);
const audiences = named(2, fc.record({ created_at: instant })).map((rows) =>
  rows.map(({ name_ja, name_en, ...row }: Row) => ({ ...row, name: name_ja ?? name_en })),
);

/** What a milestone of each kind has beside what all of them have. */
function ofKind(streamIds: readonly string[]): fc.Arbitrary<Row> {
  const title = { title_ja: line(120), title_en: opt(line(120)) };
  const plain = { ...title, happened_on: when('day'), precision: fc.constant('day') };
  const year = { ...title, happened_on: when('year'), precision: fc.constant('year') };
  const issued = { issuer: opt(line(120)) };
  const kind = (name: (typeof kinds)[number]) => ({ kind: fc.constant(name) });
  const others = [
    fc.record({ ...plain, ...kind('skill') }),
    fc.record({ ...year, ...kind('work') }),
    fc.record({
      ...plain,
      ...kind('audience'),
      measure_name: opt(line(60)),
      measure_value: minor(0n),
    }),
    fc.record({ ...plain, ...kind('credential'), ...issued }),
    fc.record({ ...year, ...kind('recognition'), ...issued }),
  ];
  if (streamIds.length === 0) return fc.oneof(...others);
  const income = fc.record({
    ...kind('income'),
    title_en: opt(line(120)),
    happened_on: when('month'),
    precision: fc.constant('month'),
    stream_id: of(...streamIds),
    amount_minor: minor(1n),
    currency: of(...currencies),
    fees_minor: opt(minor(0n)),
    costs_minor: opt(minor(0n)),
    disclosure: opt(of('exact', 'range', 'rung', 'index', 'hidden')),
  });
  return fc.oneof({ weight: 3, arbitrary: income }, ...others);
}

function milestones(streamIds: readonly string[], importIds: readonly string[]) {
  const all = fc.record({
    story_ja: opt(block(5_000)),
    story_en: opt(block(5_000)),
    language: locale,
    minutes: opt(fc.integer({ min: 1, max: 600_000 })),
    tags: fc.array(line(30), { maxLength: 20 }),
    visible_from: opt(instant),
    needs_permission: flag,
    text_version: fc.integer({ min: 1, max: 99 }),
    pinned_at: opt(instant),
    public_id: fc.uuid({ version: 4 }),
    import_id: importIds.length > 0 ? opt(of(...importIds)) : fc.constant(undefined),
    recorded_at: instant,
    deleted_at: opt(instant),
  });
  const shown = fc.oneof(
    fc.constant({ visibility: 'private' }),
    fc.record({ visibility: of('unlisted', 'public'), published_at: instant }),
  );
  // No more than six stand at the head of a record.
  return many(6, fc.tuple(ofKind(streamIds), all, shown)).map((rows) =>
    rows.map(([known, [kind, rest, how]]) => ({ id: known, ...kind, ...rest, ...how })),
  );
}

const imports = many(2, fc.record({ name: line(255), rows: fc.nat(99), created_at: instant })).map(
  (rows) => rows.map(([known, row]) => ({ id: known, ...row })),
);

/** An account with everything in it that there is. */
export const anyAccount: fc.Arbitrary<Rows> = fc
  .tuple(account, record, streams, skills, audiences, imports)
  .chain(([own, shownAs, stream, skill, audience, from]) =>
    milestones(
      stream.map((row) => String(row.id)),
      from.map((row) => row.id),
    ).chain((milestone) => {
      const made = { stream, skill, audience, milestone };
      return fc.tuple(climbed(made), shared(made), came(made)).map((parts) => ({
        account: [own],
        record: [shownAs],
        import: from,
        ...made,
        ...Object.assign({}, ...parts),
      }));
    }),
  );
