import { rollups } from 'd3-array';
import type { Currency } from '@/lib/money';
import type { Sums } from '@/lib/progress/data';
import { hourlyRate, type WorkMonth, workMonths } from '@/lib/progress/rules';

/** One month of a stream in one currency; money in minor units. */
export type StreamMonth = WorkMonth & {
  readonly fees: bigint;
  readonly costs: bigint;
  /** Null without hours or without income: an hour not paid yet is no rate. */
  readonly perHour: bigint | null;
};

export type StreamView = {
  /** The one most months with income are in first. */
  readonly currencies: readonly Currency[];
  /** Oldest first; months with neither income nor hours are absent. */
  readonly months: readonly StreamMonth[];
};

/** A stream's months in `currency`, or (null) in the one most of its income is in. */
export function streamView(sums: Sums, streamId: string, asked: Currency | null): StreamView {
  const own = sums.milestones.filter((sum) => sum.streamId === streamId && sum.kind === 'income');
  const efforts = sums.efforts.filter((sum) => sum.streamId === streamId);
  const currencies = currenciesOf(own);
  const currency = currencies.find((one) => one === asked) ?? currencies[0];
  if (!currency) return { currencies, months: [] };
  const byMonth = new Map(
    own.filter((sum) => sum.currency === currency).map((sum) => [sum.month, sum]),
  );
  const months = workMonths(own, efforts, currency, streamId).map((work) => {
    const sum = byMonth.get(work.month);
    return {
      ...work,
      fees: sum?.fees ?? 0n,
      costs: sum?.costs ?? 0n,
      perHour: work.milestones > 0 ? (hourlyRate([work])?.perHour ?? null) : null,
    };
  });
  return { currencies: [currency, ...currencies.filter((one) => one !== currency)], months };
}

/** The currencies of a stream, the one most months with income are in first; of equals the latest. */
function currenciesOf(sums: Sums['milestones']): Currency[] {
  return rollups(
    sums,
    (months) => ({ count: months.length, last: months.at(-1)?.month ?? '' }),
    ({ currency }) => currency,
  )
    .sort(([, a], [, b]) => b.count - a.count || (a.last < b.last ? 1 : -1))
    .flatMap(([currency]) => (currency ? [currency] : []));
}

export type StreamTotals = Pick<
  StreamMonth,
  'gross' | 'fees' | 'costs' | 'net' | 'minutes' | 'milestones'
>;

/** Months added up. */
export function totalsOf(months: readonly StreamMonth[]): StreamTotals {
  return months.reduce<StreamTotals>(
    (sum, month) => ({
      gross: sum.gross + month.gross,
      fees: sum.fees + month.fees,
      costs: sum.costs + month.costs,
      net: sum.net + month.net,
      minutes: sum.minutes + month.minutes,
      milestones: sum.milestones + month.milestones,
    }),
    { gross: 0n, fees: 0n, costs: 0n, net: 0n, minutes: 0, milestones: 0 },
  );
}
