import fc from 'fast-check';
import { currencies } from '../money';
import { idsOf, type Made, noRows, type Row, unlike, withIds } from './accounts-rows';
import { instant, line, minor, of, opt, when } from './accounts-values';

/** Hours, readers, goals, rungs, rates, links and names to keep out. */
export function climbed(made: Made) {
  const [streams, skills, audiences, milestones] = [
    idsOf(made.stream),
    idsOf(made.skill),
    idsOf(made.audience),
    idsOf(made.milestone),
  ];
  const one = <T>(all: readonly T[]) => (all.length > 0 ? opt(of(...all)) : fc.constant(undefined));
  const spentOn = fc.oneof(
    fc.record({ stream_id: one(streams) }),
    fc.record({ skill_id: one(skills) }),
  );
  const purpose = of('building', 'networking');
  const effort = fc
    .tuple(
      spentOn,
      fc.record({
        purpose,
        minutes: fc.integer({ min: 1, max: 1_440 }),
        spent_on: when('day'),
        note: opt(line(200)),
        recorded_at: instant,
        deleted_at: opt(instant),
      }),
    )
    .map(([on, rest]) => ({ ...rest, ...on }));
  const timer = fc.tuple(
    spentOn,
    fc.record({ id: fc.uuid({ version: 7 }), purpose, started_at: instant }),
  );
  const money = { currency: of(...currencies), stream_id: one(streams) };
  const measure = [
    fc.record({ measure: of('income_month', 'income_total', 'hourly_rate'), ...money }),
    fc.record({ measure: of('works', 'inquiries') }),
    fc.record({ measure: of('milestones'), kind: of('income', 'work') }),
    ...(skills.length > 0
      ? [fc.record({ measure: of('skill_hours'), skill_id: of(...skills) })]
      : []),
  ];
  const goal = fc
    .tuple(
      fc.oneof(...measure),
      fc.oneof(fc.record({ due_on: opt(when('day')) }), fc.record({ every: of('month', 'year') })),
      fc.oneof(fc.constant({}), fc.record({ closed_at: instant, outcome: of('met', 'dropped') })),
      fc.record({
        target: minor(1n),
        since: opt(when('month')),
        position: fc.nat(1_000_000),
        created_at: instant,
      }),
    )
    .map((parts) => Object.assign({}, ...parts) as Row);
  const change = fc.oneof(
    fc.record({ what: of('met', 'dropped', 'reopened'), at: instant }),
    fc.record({
      what: fc.constant('extended'),
      target_before: minor(1n),
      due_before: opt(when('day')),
      at: instant,
    }),
  );
  const counted = fc.record({
    audience_id: of(...audiences),
    counted_on: when('day'),
    followers: minor(0n),
    recorded_at: instant,
  });
  const rate = fc.record({
    currency: of('USD', 'EUR'),
    base: of('JPY', 'TWD'),
    valid_on: when('day'),
    nanos: of('1', '151270000000', '999999999999999'),
    recorded_at: instant,
  });
  const rungs = fc
    .uniqueArray(fc.bigInt({ min: 1n, max: 999_999_999_999n }), { minLength: 1, maxLength: 20 })
    .map((all) => all.sort((a, b) => (a < b ? -1 : 1)).map(String));
  const link = of('https://example.com/a?b=%22&c', 'http://example.org/');
  const evidence = fc.record({
    milestone_id: of(...milestones),
    position: fc.integer({ min: 1, max: 5 }),
    url: link,
    created_at: instant,
    checked_at: opt(instant),
  });
  return withIds(4, goal).chain((goals) =>
    fc
      .record({
        effort: withIds(5, effort),
        timer: fc.oneof(
          noRows,
          timer.map(([on, rest]) => [{ ...rest, ...on } as Row]),
        ),
        audience_count:
          audiences.length > 0
            ? unlike(5, counted, (row) => `${row.audience_id} ${row.counted_on}`)
            : noRows,
        goal_change:
          goals.length > 0
            ? withIds(
                4,
                fc
                  .tuple(of(...idsOf(goals)), change)
                  .map(([goal_id, row]) => ({ goal_id, ...row })),
              )
            : noRows,
        ladder: unlike(
          2,
          fc.record({ currency: of(...currencies), rungs }),
          (row) => `${row.currency}`,
        ),
        rung_mark: unlike(
          4,
          fc.record({ currency: of('JPY', 'USD'), rung: minor(1n), marked_at: instant }),
          (row) => `${row.currency} ${row.rung}`,
        ),
        exchange_rate: unlike(4, rate, (row) => `${row.currency} ${row.base} ${row.valid_on}`),
        pause: unlike(4, fc.record({ month: when('month') }), (row) => `${row.month}`),
        kept_name: unlike(
          4,
          fc.record({ name_key: line(60), name: line(60), created_at: instant }),
          (row) => `${row.name_key}`,
        ),
        evidence:
          milestones.length > 0
            ? unlike(6, evidence, (row) => `${row.milestone_id} ${row.position}`)
            : noRows,
      })
      .map((rows) => ({ goal: goals, ...rows })),
  );
}
