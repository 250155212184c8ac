import { type Month, monthOf, startOfDay } from '../calendar';
import type { Tx } from '../db';
import type { Purpose } from '../effort/rules';
import type { OwnLadder } from '../ladder/rules';
import { isCurrency } from '../money';
import { budgets } from '../progress/budget.rules';
import { addDays, type Due, type Earned, type Facts, type Span, standing } from './rules';

/** Titles that a letter names; the others are counted. */
const titlesAtMost = 5;

/** Reads what a letter of `due` tells, by owner, from indexes that the desk uses too. */
export async function readFacts(
  tx: Tx,
  ownerId: string,
  { kind, span, before }: Due,
  zone: string,
  now: Date,
): Promise<Facts> {
  const [since, until] = [startOfDay(span.from, zone), startOfDay(addDays(span.to, 1), zone)];
  const counts = await tx.$queryRaw<{ logged: number; visits: number; inquiries: number }[]>`
    SELECT
      (SELECT count(*)::int FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
        AND recorded_at >= ${since} AND recorded_at < ${until}) AS logged,
      (SELECT coalesce(sum(visits), 0)::int FROM visit_count WHERE owner_id = ${ownerId}::uuid
        AND day BETWEEN ${span.from}::date AND ${span.to}::date) AS visits,
      (SELECT count(*)::int FROM inquiry WHERE owner_id = ${ownerId}::uuid
        AND arrived_at >= ${since} AND arrived_at < ${until}) AS inquiries`;
  const titles = await tx.milestone.findMany({
    where: {
      ownerId,
      deletedAt: null,
      recordedAt: { gte: since, lt: until },
      // Income is told in figures; few name it.
      OR: [{ titleJa: { not: null } }, { titleEn: { not: null } }],
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: titlesAtMost,
    select: { titleJa: true, titleEn: true },
  });
  const totals = await readTotals(tx, ownerId);
  const ladders = await tx.ladder.findMany({ where: { ownerId } });
  return {
    ...(counts[0] ?? { logged: 0, visits: 0, inquiries: 0 }),
    titles: titles.map(({ titleJa, titleEn }) => ({ ja: titleJa, en: titleEn })),
    income: await readIncome(tx, ownerId, kind, span, before, zone),
    ...(await readHours(tx, ownerId, kind, span)),
    climb: standing(
      totals,
      ladders.flatMap(({ currency, rungs }): OwnLadder[] =>
        isCurrency(currency) ? [{ currency, rungs }] : [],
      ),
      zone,
      now,
    ),
  };
}

async function readTotals(tx: Tx, ownerId: string) {
  const rows = await tx.$queryRaw<{ currency: string; month: Month; total: string }[]>`
    SELECT currency, to_char(month, 'YYYY-MM') AS month, total FROM (
      SELECT currency, date_trunc('month', happened_on::timestamp) AS month,
             sum(amount_minor)::text AS total
      FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL AND kind = 'income'
      GROUP BY 1, 2) AS sums ORDER BY sums.month, currency`;
  return rows.flatMap(({ currency, month, total }) =>
    isCurrency(currency) ? [{ currency, month, total: BigInt(total ?? 0) }] : [],
  );
}

async function readIncome(
  tx: Tx,
  ownerId: string,
  kind: Due['kind'],
  span: Span,
  before: Span,
  zone: string,
): Promise<Earned[]> {
  const isWeek = kind === 'weekly';
  const instants = [before.from, span.from, addDays(span.to, 1)].map((day) =>
    startOfDay(day, zone),
  );
  const rows = await tx.$queryRaw<{ currency: string; isNow: boolean; total: string }[]>`
    SELECT currency, is_now AS "isNow", sum(amount_minor)::text AS total FROM (
      SELECT currency, amount_minor, CASE WHEN ${isWeek} THEN recorded_at >= ${instants[1]}
          ELSE happened_on >= ${span.from}::date END AS is_now
      FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL AND kind = 'income'
        AND CASE WHEN ${isWeek} THEN recorded_at >= ${instants[0]} AND recorded_at < ${instants[2]}
          ELSE happened_on BETWEEN ${before.from}::date AND ${span.to}::date END) AS found
    GROUP BY 1, 2 ORDER BY 1`;
  const sums = new Map<string, { total: bigint; before: bigint }>();
  for (const { currency, isNow, total } of rows) {
    const sum = sums.get(currency) ?? { total: 0n, before: 0n };
    sums.set(currency, { ...sum, [isNow ? 'total' : 'before']: BigInt(total ?? 0) });
  }
  return [...sums].flatMap(([currency, sum]) =>
    isCurrency(currency) ? [{ currency, ...sum }] : [],
  );
}

/**
 * Where the hours went. Of a month as the dashboard counts them, each once; of a week what was logged
 * on its days, for hours typed with an income belong to its month.
 */
async function readHours(tx: Tx, ownerId: string, kind: Due['kind'], span: Span) {
  const month = monthOf(span.from);
  const efforts = await tx.$queryRaw<
    { purpose: Purpose; streamId: string | null; skillId: string | null; minutes: number }[]
  >`
    SELECT purpose, stream_id::text AS "streamId", skill_id::text AS "skillId",
           sum(minutes)::float8 AS minutes
    FROM effort WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
      AND spent_on BETWEEN ${span.from}::date AND ${span.to}::date
    GROUP BY 1, 2, 3`;
  const typed =
    kind === 'weekly'
      ? []
      : await tx.$queryRaw<{ streamId: string | null; minutes: number }[]>`
          SELECT stream_id::text AS "streamId", sum(minutes)::float8 AS minutes
          FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
            AND kind = 'income' AND minutes IS NOT NULL
            AND happened_on BETWEEN ${span.from}::date AND ${span.to}::date
          GROUP BY 1`;
  const none = { currency: null, month, gross: 0n, fees: 0n, costs: 0n, milestones: 0 };
  const [spent] = budgets(
    typed.map((sum) => ({ kind: 'income' as const, ...none, ...sum })),
    efforts.map((effort) => ({ ...effort, month, efforts: 1 })),
    [month],
  );
  return { building: spent?.building ?? 0, networking: spent?.networking ?? 0 };
}
