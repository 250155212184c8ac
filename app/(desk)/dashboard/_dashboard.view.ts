import { group, rollup } from 'd3-array';
import { addMonths, type Month, monthOf, monthsUntil, today } from '@/lib/calendar';
import { type Climb, climb, rungsOf } from '@/lib/ladder/rules';
import type { MonthlyIncome, Progress } from '@/lib/milestone/data';
import { type Kind, kinds } from '@/lib/milestone/rules';
import { type Currency, localCurrency } from '@/lib/money';

/** Minor units of one month; `entries` says what it rests on. */
export type MonthSum = { readonly month: Month; readonly minor: bigint; readonly entries: number };

/** What the dashboard says of one currency. */
export type CurrencyView = {
  readonly currency: Currency;
  readonly thisMonth: MonthSum;
  readonly lastMonth: MonthSum;
  readonly best: MonthSum;
  readonly total: { readonly minor: bigint; readonly entries: number };
  /** As many months as asked for, oldest first, months without income included. */
  readonly months: readonly MonthSum[];
  readonly climb: Climb;
};

export type ActivityRow = {
  readonly kind: Kind;
  /** Of all time. */
  readonly total: number;
  /** The last twelve months, oldest first. */
  readonly counts: readonly { readonly month: Month; readonly count: number }[];
};

export type DashboardView = {
  /** The currency of the latest income first; the person's own where there is none. */
  readonly main: CurrencyView;
  readonly others: readonly CurrencyView[];
  readonly activity: readonly ActivityRow[];
};

/** Everything the dashboard shows, reckoned at `now` in `zone`. Sums never cross currencies. */
export function dashboardView(
  progress: Pick<Progress, 'income' | 'activity'>,
  zone: string,
  now: Date,
  monthCount: number,
): DashboardView {
  const thisMonth = monthOf(today(zone, now));
  const byCurrency = group(progress.income, ({ currency }) => currency);
  const latest = progress.income.toSorted(byLatest).map(({ currency }) => currency);
  const [first = localCurrency(zone), ...rest] = new Set(latest);
  const view = (currency: Currency) =>
    currencyView(currency, byCurrency.get(currency) ?? [], thisMonth, monthCount);
  return {
    main: view(first),
    others: rest.map(view),
    activity: activityRows(progress.activity, thisMonth),
  };
}

function byLatest(a: MonthlyIncome, b: MonthlyIncome): number {
  if (a.month !== b.month) return a.month < b.month ? 1 : -1;
  return b.entries - a.entries;
}

function currencyView(
  currency: Currency,
  sums: readonly MonthlyIncome[],
  thisMonth: Month,
  monthCount: number,
): CurrencyView {
  const byMonth = new Map(sums.map((sum) => [sum.month, sum]));
  const of = (month: Month): MonthSum => byMonth.get(month) ?? { month, minor: 0n, entries: 0 };
  const none = of(thisMonth);
  return {
    currency,
    thisMonth: none,
    lastMonth: of(addMonths(thisMonth, -1)),
    best: sums.reduce<MonthSum>((best, sum) => (sum.minor > best.minor ? sum : best), none),
    total: {
      minor: sums.reduce((total, { minor }) => total + minor, 0n),
      entries: sums.reduce((total, { entries }) => total + entries, 0),
    },
    months: monthsUntil(thisMonth, monthCount).map(of),
    climb: climb(
      sums.map(({ month, minor }) => ({ month, total: minor })),
      rungsOf(currency),
      thisMonth,
    ),
  };
}

function activityRows(activity: Progress['activity'], thisMonth: Month): ActivityRow[] {
  const months = monthsUntil(thisMonth, 12);
  const byKind = group(activity, ({ kind }) => kind);
  return kinds.map((kind) => {
    const cells = byKind.get(kind) ?? [];
    const counts = rollup(
      cells,
      (inMonth) => inMonth.reduce((sum, { count }) => sum + count, 0),
      ({ month }) => month,
    );
    return {
      kind,
      total: cells.reduce((total, { count }) => total + count, 0),
      counts: months.map((month) => ({ month, count: counts.get(month) ?? 0 })),
    };
  });
}
