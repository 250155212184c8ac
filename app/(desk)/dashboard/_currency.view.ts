import { addMonths, type Month } from '@/lib/calendar';
import { type Climb, climb, rungsFor } from '@/lib/ladder/rules';
import { type Currency, localCurrency } from '@/lib/money';
import type { Progress } from '@/lib/progress/data';
import type { MilestoneSum } from '@/lib/progress/rules';

/** Gross minor units of one month; `entries` says what it rests on. */
export type MonthSum = { readonly month: Month; readonly minor: bigint; readonly entries: number };

/** What the dashboard says of one currency. */
export type CurrencyView = {
  readonly currency: Currency;
  readonly thisMonth: MonthSum;
  readonly lastMonth: MonthSum;
  readonly best: MonthSum;
  readonly total: { readonly minor: bigint; readonly entries: number };
  /** Oldest first, months without income included. */
  readonly months: readonly MonthSum[];
  readonly rungs: readonly bigint[];
  readonly climb: Climb;
};

/** One for each currency with income, that of the latest income first; at least one. */
export function currencyViews(
  progress: Pick<Progress, 'milestones' | 'ladders'>,
  zone: string,
  thisMonth: Month,
  months: readonly Month[],
): [CurrencyView, ...CurrencyView[]] {
  const byCurrency = new Map<Currency, Map<Month, MonthSum>>();
  for (const sum of progress.milestones) add(byCurrency, sum);
  const [first, ...rest] = [...byCurrency.keys()].sort(byLatest(byCurrency, thisMonth));
  const view = (currency: Currency) =>
    currencyView(currency, byCurrency.get(currency) ?? new Map(), progress, thisMonth, months);
  return [view(first ?? localCurrency(zone)), ...rest.map(view)];
}

function add(
  sums: Map<Currency, Map<Month, MonthSum>>,
  { kind, currency, month, gross, milestones }: MilestoneSum,
): void {
  if (kind !== 'income' || currency === null) return;
  const byMonth = sums.get(currency) ?? new Map<Month, MonthSum>();
  const before = byMonth.get(month) ?? { month, minor: 0n, entries: 0 };
  byMonth.set(month, {
    month,
    minor: before.minor + gross,
    entries: before.entries + milestones,
  });
  sums.set(currency, byMonth);
}

/** The latest month with income, and of equals the one with more entries in it. */
function byLatest(sums: Map<Currency, Map<Month, MonthSum>>, thisMonth: Month) {
  const weight = (currency: Currency) => {
    const months = [...(sums.get(currency)?.values() ?? [])].filter(
      (one) => one.month <= thisMonth,
    );
    const latest = months.reduce<MonthSum | null>(
      (last, one) => (last === null || one.month > last.month ? one : last),
      null,
    );
    return `${latest?.month ?? ''} ${String(latest?.entries ?? 0).padStart(6, '0')}`;
  };
  return (a: Currency, b: Currency) => (weight(a) < weight(b) ? 1 : -1);
}

function currencyView(
  currency: Currency,
  byMonth: ReadonlyMap<Month, MonthSum>,
  { ladders }: Pick<Progress, 'ladders'>,
  thisMonth: Month,
  months: readonly Month[],
): CurrencyView {
  const of = (month: Month): MonthSum => byMonth.get(month) ?? { month, minor: 0n, entries: 0 };
  const sums = [...byMonth.values()];
  const none = of(thisMonth);
  const rungs = rungsFor(currency, ladders);
  return {
    currency,
    thisMonth: none,
    lastMonth: of(addMonths(thisMonth, -1)),
    best: sums.reduce<MonthSum>((best, sum) => (sum.minor > best.minor ? sum : best), none),
    total: {
      minor: sums.reduce((total, { minor }) => total + minor, 0n),
      entries: sums.reduce((total, { entries }) => total + entries, 0),
    },
    months: months.map(of),
    rungs,
    climb: climb(
      sums.map(({ month, minor }) => ({ month, total: minor })),
      rungs,
      thisMonth,
    ),
  };
}
