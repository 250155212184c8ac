import { group } from 'd3-array';
import { type Month, monthsUntil } from '@/lib/calendar';
import type { Currency } from '@/lib/money';
import type { Sums } from '@/lib/progress/data';
import { type HourlyRate, hourlyRate, workMonths } from '@/lib/progress/rules';
import type { Stream } from '@/lib/stream/rules';

/** One stream in one currency; money in minor units, after fees and costs. */
export type StreamLine = {
  readonly stream: Stream;
  readonly year: {
    readonly net: bigint;
    /** Of what all streams that left something left: 0 to 1; null where this one left nothing. */
    readonly share: number | null;
    readonly minutes: number;
    readonly rate: HourlyRate | null;
    /** Months with hours, of those with income or hours. */
    readonly timed: number;
    readonly of: number;
  };
  readonly allTime: bigint;
};

export type StreamsView = {
  /** The currency with the latest income first; within it open streams first, the largest on top. */
  readonly byCurrency: readonly { currency: Currency; lines: readonly StreamLine[] }[];
  /** Streams that have brought nothing yet. */
  readonly unused: readonly Stream[];
};

/** Every stream with what it left in the last twelve months, this one included, and in all. */
export function streamsView(sums: Sums, streams: readonly Stream[], thisMonth: Month): StreamsView {
  const year = new Set(monthsUntil(thisMonth, 12));
  const incomes = sums.milestones.filter(({ kind }) => kind === 'income');
  const incomesOf = group(incomes, ({ streamId }) => streamId);
  const effortsOf = group(sums.efforts, ({ streamId }) => streamId);
  // Sums come oldest first, so that the last place of a currency is its latest month.
  const currencies = new Set(incomes.toReversed().map(({ currency }) => currency));
  const byCurrency = [...currencies].flatMap((currency) => {
    if (currency === null) return [];
    const lines = streams.flatMap((stream) => {
      const own = incomesOf.get(stream.id) ?? [];
      if (!own.some((sum) => sum.currency === currency)) return [];
      const efforts = effortsOf.get(stream.id) ?? [];
      const all = workMonths(own, efforts, currency, stream.id);
      const recent = all.filter(({ month }) => year.has(month));
      return [
        {
          stream,
          year: {
            net: total(recent),
            share: null,
            minutes: recent.reduce((sum, { minutes }) => sum + minutes, 0),
            rate: hourlyRate(recent),
            timed: recent.filter(({ minutes }) => minutes > 0).length,
            of: recent.length,
          },
          allTime: total(all),
        },
      ];
    });
    return [{ currency, lines: withShares(lines).sort(openThenLargest) }];
  });
  return { byCurrency, unused: streams.filter(({ id }) => !incomesOf.has(id)) };
}

function total(months: readonly { net: bigint }[]): bigint {
  return months.reduce((sum, { net }) => sum + net, 0n);
}

/** A loss has no share, so that the others still come to the whole. */
function withShares(lines: readonly StreamLine[]): StreamLine[] {
  const gained = lines.reduce((sum, { year }) => sum + (year.net > 0n ? year.net : 0n), 0n);
  return lines.map((line) => {
    const { net } = line.year;
    const share = net > 0n ? Number((net * 10_000n) / gained) / 10_000 : null;
    return { ...line, year: { ...line.year, share } };
  });
}

function openThenLargest(a: StreamLine, b: StreamLine): number {
  const [closedA, closedB] = [a, b].map(({ stream }) => stream.closedAt !== null);
  if (closedA !== closedB) return closedA ? 1 : -1;
  if (a.year.net !== b.year.net) return a.year.net < b.year.net ? 1 : -1;
  return a.allTime < b.allTime ? 1 : -1;
}
