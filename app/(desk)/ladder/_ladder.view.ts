import { type Month, monthOf, today } from '@/lib/calendar';
import type { RungMark, StoredLadder } from '@/lib/ladder/data';
import { type Climb, climb, crossing, type RungClimb, rungsFor } from '@/lib/ladder/rules';
import { type Currency, isCurrency, localCurrency } from '@/lib/money';
import { hoursFor } from '@/lib/pace/rules';
import type { Sums } from '@/lib/progress/data';
import { presentRate } from '@/lib/progress/rate.rules';
import { type HourlyRate, type MilestoneSum, monthlyGross } from '@/lib/progress/rules';

/** What the page shows of one currency's ladder. Money in minor units. */
export type LadderPageView = {
  readonly currency: Currency;
  /** Those with income, of the latest first, and the one shown if it has none. */
  readonly currencies: readonly Currency[];
  /** Version 0 and no such row where the rungs are the usual ones. */
  readonly own: StoredLadder | null;
  readonly rungs: readonly bigint[];
  readonly climb: Climb;
  /** Gross income of the running month. */
  readonly soFar: bigint;
  readonly rate: HourlyRate | null;
  /** Hours that the next rung takes at that rate; null without either. */
  readonly hours: number | null;
  /** The crossing nobody has marked yet. */
  readonly crossed: RungClimb | null;
};

/**
 * The ladder of the currency `asked` for, else of the latest income, else of the viewer's zone.
 * Months begin in `zone`, at `now`.
 */
export function ladderPageView(
  { milestones, efforts }: Sums,
  ladders: readonly StoredLadder[],
  marks: readonly RungMark[],
  asked: unknown,
  zone: string,
  now: Date,
): LadderPageView {
  const thisMonth = monthOf(today(zone, now));
  const earned = currenciesOf(milestones);
  const currency = isCurrency(asked) ? asked : (earned[0] ?? localCurrency(zone));
  const rungs = rungsFor(currency, ladders);
  const totals = monthlyGross(milestones, currency);
  const climbed = climb(totals, rungs, thisMonth);
  const rate = presentRate(milestones, efforts, currency, thisMonth);
  const marked = marks.filter((mark) => mark.currency === currency).map(({ rung }) => rung);
  return {
    currency,
    currencies: earned.includes(currency) ? earned : [...earned, currency],
    own: ladders.find((ladder) => ladder.currency === currency) ?? null,
    rungs,
    climb: climbed,
    soFar: totals.find(({ month }) => month === thisMonth)?.total ?? 0n,
    rate,
    hours: climbed.next && rate ? hoursFor(climbed.next.missing, rate.perHour) : null,
    crossed: crossing(climbed, new Set(marked)),
  };
}

/** The currencies with income, that of the latest first. */
function currenciesOf(milestones: readonly MilestoneSum[]): Currency[] {
  const latest = new Map<Currency, Month>();
  for (const { kind, currency, month } of milestones) {
    if (kind !== 'income' || currency === null) continue;
    const before = latest.get(currency);
    if (before === undefined || month > before) latest.set(currency, month);
  }
  return [...latest]
    .sort(([a, monthA], [b, monthB]) =>
      monthA === monthB ? (a < b ? -1 : 1) : monthA < monthB ? 1 : -1,
    )
    .map(([currency]) => currency);
}
