import { type Day, type Month, monthOf } from '@/lib/calendar';
import { type Currency, localCurrency } from '@/lib/money';
import { type BudgetMonth, budgetReturns, budgets, type Side } from '@/lib/progress/budget.rules';
import {
  type EffortSum,
  type HourlyRate,
  hourlyRate,
  type MilestoneSum,
  workMonths,
} from '@/lib/progress/rules';
import type { Origin } from '@/lib/stream/rules';
import { monthsOf, type Range } from '../dashboard/_range';

/** Fewer hours on a side say nothing about what an hour of it brings. */
const comparableMinutes = 3 * 60;

/**
 * What the two sides say beside each other: that one brought more an hour, or why it cannot be said
 * yet. Fair means that networking may win.
 */
export type Verdict = 'building' | 'networking' | 'even' | 'no-income' | 'too-little' | 'no-hours';

export type BudgetView = {
  readonly months: readonly BudgetMonth[];
  /** The currency of the latest income; the person's own where there is none. */
  readonly currency: Currency;
  /** Whether there is income in other currencies, which `sides` leave out. */
  readonly hasOthers: boolean;
  readonly sides: { readonly building: Side; readonly networking: Side };
  readonly verdict: Verdict;
  /** What an hour of work has brought so far in `currency`; null where no hours are known. */
  readonly rate: HourlyRate | null;
};

/** Everything the page says of the two budgets, on `day`, the person's own today in `zone`. */
export function budgetView(
  {
    milestones,
    efforts,
  }: {
    readonly milestones: readonly MilestoneSum[];
    readonly efforts: readonly EffortSum[];
  },
  streams: readonly { readonly id: string; readonly origin: Origin }[],
  range: Range,
  zone: string,
  day: Day,
): BudgetView {
  const thisMonth = monthOf(day);
  const incomes = milestones.filter(({ kind }) => kind === 'income');
  const timed = [...efforts, ...incomes.filter(({ minutes }) => minutes > 0)];
  const months = monthsOf(range, timed, thisMonth);
  const currency = latestCurrency(incomes, thisMonth) ?? localCurrency(zone);
  const sides = budgetReturns(milestones, efforts, streams, currency, months);
  return {
    months: budgets(milestones, efforts, months),
    currency,
    hasOthers: incomes.some((sum) => sum.currency !== currency),
    sides,
    verdict: verdictOn(sides),
    rate: hourlyRate(workMonths(milestones, efforts, currency)),
  };
}

function verdictOn({ building, networking }: BudgetView['sides']): Verdict {
  if (building.minutes + networking.minutes === 0) return 'no-hours';
  if (building.net === 0n && networking.net === 0n) return 'no-income';
  const least = Math.min(building.minutes, networking.minutes);
  if (least < comparableMinutes || building.perHour === null || networking.perHour === null) {
    return 'too-little';
  }
  if (building.perHour === networking.perHour) return 'even';
  return building.perHour > networking.perHour ? 'building' : 'networking';
}

/** The currency of the latest month with income; of several in it, the one with more incomes. */
function latestCurrency(incomes: readonly MilestoneSum[], thisMonth: Month): Currency | null {
  const counts = new Map<Currency, { month: Month; milestones: number }>();
  for (const { currency, month, milestones } of incomes) {
    if (currency === null || month > thisMonth) continue;
    const before = counts.get(currency);
    if (!before || before.month < month) counts.set(currency, { month, milestones });
    else if (before.month === month) before.milestones += milestones;
  }
  const [latest] = [...counts].sort(([, a], [, b]) =>
    a.month === b.month ? b.milestones - a.milestones : a.month < b.month ? 1 : -1,
  );
  return latest?.[0] ?? null;
}
