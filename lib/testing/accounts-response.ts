import fc from 'fast-check';
import { limits } from '../limits';
import { currencies } from '../money';
import { countId } from '../visit/identity.rules';
import { idsOf, type Made, noRows, type Row, unlike, withIds } from './accounts-rows';
import { block, flag, instant, line, locale, minor, of, opt, when } from './accounts-values';

const code = (length: number) =>
  fc.string({ unit: of(...'ABCxyz019'), minLength: length, maxLength: length });

/** What clients said, and what was shared. */
export function shared(made: Made) {
  const milestones = idsOf(made.milestone);
  const about = milestones.length > 0 ? opt(of(...milestones)) : fc.constant(undefined);
  const asked = {
    code: code(22),
    asked_at: instant,
    shown_version: fc.integer({ min: 1, max: 9 }),
  };
  const texts = {
    title_ja: opt(line(120)),
    title_en: opt(line(120)),
    story_ja: opt(block(5_000)),
    story_en: opt(block(5_000)),
  };
  const permission = fc.oneof(
    fc.record({ state: of('not_asked'), ...texts }),
    fc.record({ state: of('asked'), ...texts, ...asked }),
    fc.record({
      state: of('granted', 'anonymous', 'refused'),
      ...texts,
      ...asked,
      answered_at: instant,
    }),
  );
  const given = fc.record({
    milestone_id: of(...milestones),
    answered_at: instant,
    state: of('granted', 'anonymous', 'refused'),
    shown_version: fc.integer({ min: 1, max: 9 }),
  });
  const place = fc.oneof(
    fc.record({ network: of('mastodon'), server: opt(of('mastodon.social', 'mstdn.jp')) }),
    fc.record({ network: of('x', 'line', 'bluesky', 'copy', 'system') }),
  );
  const share = fc
    .tuple(
      place,
      fc.record({
        code: code(10),
        milestone_id: about,
        occasion: opt(of('rung:JPY:100000', 'x')),
        language: locale,
        text: fc.oneof(fc.constant(''), block(limits.shareText)),
        created_at: instant,
        sent_at: opt(instant),
      }),
    )
    .map(([where, rest]) => ({ ...where, ...rest }));
  const permissions = fc
    .tuple(fc.subarray(milestones), fc.array(permission, { minLength: 6, maxLength: 6 }))
    .map(([ids, rows]) => ids.map((milestone_id, i): Row => ({ milestone_id, ...rows[i] })));
  return fc.record({
    permission: permissions,
    permission_answer:
      milestones.length > 0
        ? unlike(4, given, (row) => `${row.milestone_id} ${row.answered_at}`)
        : noRows,
    share: withIds(4, share),
    passed_over: unlike(
      3,
      fc.record({ occasion: line(100), passed_at: instant }),
      (row) => `${row.occasion}`,
    ),
  });
}

const letters = fc.record({
  tells_inquiries: flag,
  letter: of('off', 'weekly', 'monthly'),
  reminds_income: flag,
  unsubscribe_code: code(22),
});

/** Who came. */
export function came(made: Made) {
  const [milestones, streams] = [idsOf(made.milestone), idsOf(made.stream)];
  const through = milestones.length > 0 ? opt(of(...milestones)) : fc.constant(undefined);
  const visits = fc
    .record({
      day: when('day'),
      milestone_id: through,
      source: of('', 'x.com', 'com.twitter.android', 'a-b.example'),
      country: of('', 'JP'),
      views: fc.integer({ min: 100, max: 2_147_483_647 }),
      visits: fc.nat(100),
      previews: fc.nat(100),
    })
    .map((row) => ({
      id: countId({
        ...row,
        day: row.day as never,
        milestoneId: row.milestone_id ?? null,
        shareId: null,
      }),
      ...row,
    }));
  const agreed = fc.record({
    outcome: fc.constant('work_agreed'),
    outcome_at: instant,
    amount_minor: minor(1n),
    currency: of(...currencies),
    stream_id: streams.length > 0 ? opt(of(...streams)) : fc.constant(undefined),
  });
  const outcome = fc.oneof(
    fc.constant({}),
    fc.record({ outcome: of('nothing', 'conversation', 'collaboration'), outcome_at: instant }),
    agreed,
  );
  const there = fc.record({
    origin: of('record', 'networking'),
    subject: of('job', 'collaboration', 'question', 'other'),
    language: locale,
    milestone_id: through,
    source: of('', 'x.com'),
    arrived_at: instant,
    opened_at: opt(instant),
    answered_at: opt(instant),
  });
  const who = fc.oneof(
    fc.record({
      arrival: fc.constant('form'),
      name: line(60),
      email: of('a@example.com', 'b+c@example.co.jp'),
      message: block(5_000),
      note: fc.oneof(fc.constant(''), block(2_000)),
      closed_at: opt(instant),
      next_step: opt(line(200)),
    }),
    fc.record({
      arrival: fc.constant('hand'),
      name: line(60),
      message: of(''),
      note: block(2_000),
    }),
    fc.record({
      arrival: of('form', 'hand'),
      ...{ name: of(''), message: of(''), note: of('') },
      closed_at: instant,
      forgotten_at: instant,
    }),
  );
  const inquiry = fc.tuple(there, who, outcome).map((parts) => Object.assign({}, ...parts) as Row);
  return withIds(5, inquiry).chain((inquiries) =>
    fc
      .record({
        visit_count: unlike(6, visits, (row) => `${row.id}`),
        reply:
          inquiries.length > 0
            ? withIds(
                4,
                fc.record({
                  inquiry_id: of(...idsOf(inquiries)),
                  text: block(5_000),
                  written_at: instant,
                }),
              )
            : noRows,
        blocked_sender: unlike(
          3,
          fc.record({ email: of('a@example.com', 'z@example.org'), blocked_at: instant }),
          (row) => `${row.email}`,
        ),
        mail_choice: fc.oneof(
          noRows,
          letters.map((row) => [row as Row]),
        ),
      })
      .map((rows) => ({ inquiry: inquiries, ...rows })),
  );
}
