import { type Day, type Month, monthOf, today } from '@/lib/calendar';
import { elapsedMinutes } from '@/lib/effort/rules';
import { standing } from '@/lib/goal/rules';
import { crossing, type RungClimb } from '@/lib/ladder/rules';
import { limits } from '@/lib/limits';
import type { Currency } from '@/lib/money';
import { hoursFor } from '@/lib/pace/rules';
import type { Progress } from '@/lib/progress/data';
import { type NextStep, nextStep } from '@/lib/progress/next.rules';
import { presentRate } from '@/lib/progress/rate.rules';
import { type HourlyRate, hourlyRate, type WorkMonth, workMonths } from '@/lib/progress/rules';
import { activeMonths, type Streak, streak } from '@/lib/progress/streak.rules';
import { type Proposal, proposals } from '@/lib/stream/recurring.rules';
import { type ActivityRow, activityRows } from './_activity.view';
import { type CurrencyView, currencyViews } from './_currency.view';
import { type GoalView, isDueSoon, lacksLastMonth, timedOfLastThree } from './_next.view';
import { monthsOf, type Range } from './_range';
import { type StreamNet, streamNets } from './_streams.view';

export type DashboardView = {
  readonly today: Day;
  /** What the charts show, oldest first. */
  readonly months: readonly Month[];
  /** The currency of the latest income first; the person's own where there is none. */
  readonly main: CurrencyView;
  readonly others: readonly CurrencyView[];
  /** Months of `months` with income or hours in the main currency. */
  readonly work: readonly WorkMonth[];
  /** Over `months`. */
  readonly rate: HourlyRate | null;
  /** Over the last twelve months, whatever `months` shows: what plans are reckoned with. */
  readonly presentRate: HourlyRate | null;
  readonly streams: readonly StreamNet[];
  readonly activity: readonly ActivityRow[];
  readonly goals: readonly GoalView[];
  /** Null where the person wants none shown. */
  readonly streak: Streak | null;
  /** A rung reached whose crossing was not marked yet, of the main currency first. */
  readonly crossing: (RungClimb & { readonly currency: Currency }) | null;
  readonly proposals: readonly Proposal[];
  readonly timerMinutes: number | null;
  readonly next: NextStep;
  readonly isEmpty: boolean;
};

/** Everything the dashboard shows, reckoned at `now` in `zone`. Sums never cross currencies. */
export function dashboardView(
  progress: Progress,
  viewer: { readonly zone: string },
  now: Date,
  range: Range,
): DashboardView {
  const day = today(viewer.zone, now);
  const thisMonth = monthOf(day);
  const { milestones, efforts } = progress;
  const months = monthsOf(range, [...milestones, ...efforts], thisMonth);
  const [main, ...others] = currencyViews(progress, viewer.zone, thisMonth, months);
  const { currency } = main;
  const allWork = workMonths(milestones, efforts, currency);
  const present = presentRate(milestones, efforts, currency, thisMonth);
  const goals = progress.goals.map((goal) => ({ goal, standing: standing(goal, progress, day) }));
  const proposed = proposals(milestones, progress.streams, thisMonth);
  const shown = new Set(months);
  const timerMinutes = progress.timer && elapsedMinutes(progress.timer.startedAt, now);
  const { next: rung } = main.climb;
  return {
    today: day,
    months,
    main,
    others,
    work: allWork.filter(({ month }) => shown.has(month)),
    rate: hourlyRate(allWork.filter(({ month }) => shown.has(month))),
    presentRate: present,
    streams: streamNets(progress, currency, shown),
    activity: activityRows(milestones, thisMonth),
    goals,
    streak: progress.showsStreak
      ? streak(activeMonths(milestones, efforts), new Set(progress.pauses), thisMonth)
      : null,
    crossing: firstCrossing([main, ...others], progress.marks),
    proposals: proposed,
    timerMinutes,
    next: nextStep({
      timerMinutes,
      timerMinutesAtMost: limits.timerMinutes,
      incomeMonths: allWork.filter((month) => month.milestones > 0).length,
      proposals: proposed.length,
      lacksLastMonth: lacksLastMonth(milestones, thisMonth),
      timedMonths: timedOfLastThree(allWork),
      rung: rung && {
        missing: rung.missing,
        hours: present && hoursFor(rung.missing, present.perHour),
      },
      dueGoals: goals.filter((one) => isDueSoon(one, thisMonth)).map(({ goal }) => goal.id),
      openGoals: goals.length,
      milestones: milestones.reduce((sum, one) => sum + one.milestones, 0),
      publicMilestones: progress.record.publicCount,
      isPublished: progress.record.publishedAt !== null,
    }),
    isEmpty:
      milestones.length === 0 &&
      efforts.length === 0 &&
      progress.timer === null &&
      goals.length === 0,
  };
}

function firstCrossing(
  currencies: readonly CurrencyView[],
  marks: Progress['marks'],
): DashboardView['crossing'] {
  for (const { currency, climb } of currencies) {
    const crossed = crossing(climb, marksIn(marks, currency));
    if (crossed) return { ...crossed, currency };
  }
  return null;
}

function marksIn(marks: Progress['marks'], currency: Currency): Set<bigint> {
  return new Set(marks.filter((mark) => mark.currency === currency).map(({ rung }) => rung));
}
