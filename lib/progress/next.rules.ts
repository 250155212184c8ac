/** What is known when the next step is looked for. Money in minor units of one currency. */
export type Situation = {
  /** Minutes the running timer has run; null when none runs. */
  readonly timerMinutes: number | null;
  /** A timer that ran longer was probably forgotten. */
  readonly timerMinutesAtMost: number;
  /** Months with income, all time. */
  readonly incomeMonths: number;
  /** Streams whose income of this month only waits to be confirmed. */
  readonly proposals: number;
  /** Whether income came in each of the three months before last, and none last month. */
  readonly lacksLastMonth: boolean;
  /** Of the last three months with income, how many have hours. */
  readonly timedMonths: number;
  /** What the next rung lacks this month; null without a next rung. */
  readonly rung: { readonly missing: bigint; readonly hours: number | null } | null;
  /** Open goals with a date within two months that are neither met nor overdue, in the person's order. */
  readonly dueGoals: readonly string[];
  readonly openGoals: number;
  readonly milestones: number;
  readonly publicMilestones: number;
  readonly isPublished: boolean;
};

export type NextStep =
  | { readonly step: 'stop-timer'; readonly minutes: number }
  | { readonly step: 'first-income' }
  | { readonly step: 'confirm-income'; readonly streams: number }
  | { readonly step: 'log-last-month' }
  | { readonly step: 'log-hours'; readonly timed: number }
  | { readonly step: 'goal'; readonly goalId: string }
  | { readonly step: 'rung'; readonly missing: bigint; readonly hours: number }
  | { readonly step: 'set-goal' }
  | { readonly step: 'publish'; readonly milestones: number }
  | { readonly step: 'keep-going' };

/** More hours than this in one month are not the next step but a plan. */
const hoursWithinReach = 40;

/**
 * The one thing to do next. First what spoils the figures while it waits (a forgotten timer, income
 * that is not logged), then what is due, then what is within reach, and last what opens the record.
 */
export function nextStep(now: Situation): NextStep {
  if (now.timerMinutes !== null && now.timerMinutes > now.timerMinutesAtMost) {
    return { step: 'stop-timer', minutes: now.timerMinutes };
  }
  if (now.incomeMonths === 0) return { step: 'first-income' };
  if (now.proposals > 0) return { step: 'confirm-income', streams: now.proposals };
  if (now.lacksLastMonth) return { step: 'log-last-month' };
  const [due] = now.dueGoals;
  if (due !== undefined) return { step: 'goal', goalId: due };
  const { rung } = now;
  if (rung && rung.missing > 0n && rung.hours !== null && rung.hours <= hoursWithinReach) {
    return { step: 'rung', missing: rung.missing, hours: rung.hours };
  }
  if (now.timedMonths < Math.min(3, now.incomeMonths)) {
    return { step: 'log-hours', timed: now.timedMonths };
  }
  if (now.openGoals === 0 && now.incomeMonths >= 3) return { step: 'set-goal' };
  if (now.milestones >= 3 && (!now.isPublished || now.publicMilestones === 0)) {
    return { step: 'publish', milestones: now.milestones };
  }
  return { step: 'keep-going' };
}
