import type { Viewer } from '../auth/viewer';
import type { Month } from '../calendar';
import { asOwner, type Tx } from '../db';
import type { Purpose } from '../effort/rules';
import type { Kind } from '../milestone/rules';
import { isCurrency } from '../money';
import type { EffortSum, MilestoneSum } from './rules';

export type Sums = {
  /** Oldest month first. */
  readonly milestones: readonly MilestoneSum[];
  readonly efforts: readonly EffortSum[];
};

/** Everything the viewer logged, added up by month, in two queries answered from indexes alone. */
export async function getSums(viewer: Viewer): Promise<Sums> {
  return asOwner(viewer, (tx) => readSums(tx, viewer.userId));
}

async function readSums(tx: Tx, ownerId: string): Promise<Sums> {
  const milestones = await tx.$queryRaw<MilestoneRow[]>`
    SELECT kind, currency, stream_id::text AS "streamId", to_char(month, 'YYYY-MM') AS month,
           gross, fees, costs, minutes, milestones
    FROM (
      SELECT kind, currency, stream_id, date_trunc('month', happened_on::timestamp) AS month,
             coalesce(sum(amount_minor), 0)::text AS gross, coalesce(sum(fees_minor), 0)::text AS fees,
             coalesce(sum(costs_minor), 0)::text AS costs, coalesce(sum(minutes), 0)::int AS minutes,
             count(*)::int AS milestones
      FROM milestone WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
      GROUP BY 1, 2, 3, 4) AS sums
    ORDER BY sums.month`;
  const efforts = await tx.$queryRaw<EffortRow[]>`
    SELECT purpose, stream_id::text AS "streamId", skill_id::text AS "skillId",
           to_char(date_trunc('month', spent_on::timestamp), 'YYYY-MM') AS month,
           sum(minutes)::int AS minutes, count(*)::int AS efforts
    FROM effort WHERE owner_id = ${ownerId}::uuid AND deleted_at IS NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 4`;
  return {
    milestones: milestones.map(({ currency, gross, fees, costs, ...sum }) => ({
      ...sum,
      currency: isCurrency(currency) ? currency : null,
      gross: BigInt(gross),
      fees: BigInt(fees),
      costs: BigInt(costs),
    })),
    efforts,
  };
}

type MilestoneRow = {
  kind: Kind;
  currency: string | null;
  streamId: string | null;
  month: Month;
  gross: string;
  fees: string;
  costs: string;
  minutes: number;
  milestones: number;
};

type EffortRow = {
  purpose: Purpose;
  streamId: string | null;
  skillId: string | null;
  month: Month;
  minutes: number;
  efforts: number;
};
