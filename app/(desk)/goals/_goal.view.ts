import type { Texts } from '@/app/_text/texts';
import { type Day, formatDatedOn, formatMonth, monthOf } from '@/lib/calendar';
import { type Goal, type GoalFacts, type Standing, unitOf } from '@/lib/goal/rules';
import { type Bilingual, inLocale, type Locale } from '@/lib/locale';
import { hoursShown } from '@/lib/milestone/rules';
import { formatAmount } from '@/lib/money';
import { hoursFor } from '@/lib/pace/rules';
import { presentRate } from '@/lib/progress/rate.rules';
import type { HourlyRate } from '@/lib/progress/rules';

/** Names of streams, skills and audiences by their ids, in the reader's language. */
export type GoalNames = ReadonlyMap<string, string>;

export type GoalFact = {
  readonly key: 'needed' | 'pace' | 'forecast' | 'rate';
  readonly label: string;
  readonly text: string;
  /** What the figure rests on. */
  readonly note?: string;
};

/** A goal and where it stands, in words. */
export type GoalView = {
  readonly id: string;
  /** "Monthly income · Blog". */
  readonly title: string;
  /** "35 of 50"; what goes over is kept: "60 of 50". */
  readonly progress: string;
  /** What the value rests on, where it is no plain count of this month. */
  readonly basis: string | null;
  /** The date, or the rhythm and what of it is under way. */
  readonly when: string;
  /** The bar: `value` of `max`, and where the target lies, 0 to 100, once it is passed. */
  readonly bar: { readonly value: number; readonly max: number; readonly targetAt: number | null };
  readonly isMet: boolean;
  readonly isOverdue: boolean;
  readonly facts: readonly GoalFact[];
};

/** The reader and the words. */
type Words = { readonly locale: Locale; readonly t: Texts };

export function goalNames(
  lists: {
    readonly streams: readonly { readonly id: string; readonly name: Bilingual }[];
    readonly skills: readonly { readonly id: string; readonly name: Bilingual }[];
    readonly audiences: readonly { readonly id: string; readonly name: string }[];
  },
  locale: Locale,
): GoalNames {
  return new Map([
    ...[...lists.streams, ...lists.skills].map(
      ({ id, name }) => [id, inLocale(name, locale) ?? ''] as const,
    ),
    ...lists.audiences.map(({ id, name }) => [id, name] as const),
  ]);
}

/** What an hour brings where the goal's money comes from; null of other goals and without hours. */
export function rateFor(goal: Goal, facts: GoalFacts, today: Day): HourlyRate | null {
  const { currency, streamId } = goal;
  if (currency === null) return null;
  return presentRate(facts.milestones, facts.efforts, currency, monthOf(today), streamId);
}

/** `goal` and where it stands, in words. `rate`: of {@link rateFor}. */
export function goalView(
  goal: Goal,
  standing: Standing,
  { rate, names, ...words }: { rate: HourlyRate | null; names: GoalNames } & Words,
): GoalView {
  const { fraction, isMet, isOverdue } = standing;
  return {
    id: goal.id,
    title: goalTitle(goal, names, words.t),
    progress: progressOf(goal, standing, words),
    basis: basisOf(goal, standing, words),
    when: whenOf(goal, standing, words),
    bar: {
      value: rounded(fraction),
      max: Math.max(1, rounded(fraction)),
      targetAt: fraction > 1 ? rounded(100 / fraction) : null,
    },
    isMet,
    isOverdue,
    facts: [
      neededFact(goal, standing, words),
      paceFact(goal, standing, words),
      forecastFact(goal, standing, words),
      rateFact(goal, standing, rate, words),
    ].filter((fact) => fact !== null),
  };
}

/** What a goal measures: "Monthly income · Blog". */
export function goalTitle(goal: Goal, names: GoalNames, t: Texts): string {
  const subject = goal.streamId ?? goal.skillId ?? goal.audienceId;
  const name = goal.kind ? t(`kinds.${goal.kind}`) : subject && names.get(subject);
  const measure =
    goal.measure === 'milestones' ? t('goals.milestonesOf') : t(`goals.measures.${goal.measure}`);
  return name ? t('goals.named', { measure, subject: name }) : measure;
}

/** A value of the goal's measure for a reader, as exactly as it is known. */
export function formatValue(goal: Goal, value: bigint, { locale, t }: Words): string {
  if (goal.currency) return formatAmount({ minor: value, currency: goal.currency }, locale);
  return unitOf(goal.measure) === 'minutes'
    ? t('desk.hours', { hours: hoursShown(Number(value)) })
    : value.toLocaleString(locale);
}

export function formatDay(day: Day, locale: Locale): string {
  return formatDatedOn({ day, precision: 'day' }, locale);
}

function progressOf(goal: Goal, { value }: Standing, { locale, t }: Words): string {
  if (unitOf(goal.measure) !== 'minutes') {
    const [now, target] = [value, goal.target].map((one) => formatValue(goal, one, { locale, t }));
    return t('goals.of', { value: now ?? '', target: target ?? '' });
  }
  return t('goals.ofHours', {
    value: hoursShown(Number(value)).toLocaleString(locale),
    target: hoursShown(Number(goal.target)),
  });
}

function basisOf(goal: Goal, { points }: Standing, { locale, t }: Words): string | null {
  if (goal.every === 'month') return null;
  const of = { income_month: 'best', hourly_rate: 'rate', followers: 'counts' } as const;
  const rests = t(`goals.rests.${of[goal.measure as keyof typeof of] ?? 'months'}`, {
    count: points,
  });
  if (goal.since === null || goal.every) return rests;
  return `${rests} · ${t('goals.countedFrom', { month: formatMonth(goal.since, locale) })}`;
}

function whenOf(goal: Goal, { period, isOverdue }: Standing, { locale, t }: Words): string {
  if (goal.every && period) {
    return goal.every === 'month'
      ? t('goals.monthly', { period: formatMonth(period.from, locale) })
      : t('goals.yearly', {
          period: formatDatedOn({ day: `${period.from}-01` as Day, precision: 'year' }, locale),
        });
  }
  if (!goal.dueOn) return t('goals.noDate');
  return t(isOverdue ? 'goals.wasDue' : 'goals.untilDay', { date: formatDay(goal.dueOn, locale) });
}

function neededFact(goal: Goal, { line, period }: Standing, words: Words): GoalFact | null {
  const until = goal.every ? period?.to : goal.dueOn && monthOf(goal.dueOn);
  // A goal of one month needs what is missing, which the figures say already.
  if (!line || !until || goal.every === 'month') return null;
  const { locale, t } = words;
  return {
    key: 'needed',
    label: t('goals.needed'),
    text: t(isLevel(goal) ? 'goals.neededMore' : 'goals.neededEach', {
      amount: formatValue(goal, line.perMonth, words),
      month: formatMonth(until, locale),
    }),
  };
}

function paceFact(goal: Goal, { pace, points }: Standing, words: Words): GoalFact | null {
  const { t } = words;
  if (!pace) {
    // Silence is explained while there is little; later it only means a rest.
    return points < 3 && !goal.every
      ? { key: 'pace', label: t('goals.pace'), text: t('goals.paceSilent') }
      : null;
  }
  const { perMonth } = pace;
  const sign = isLevel(goal) && perMonth > 0 ? '+' : '';
  return {
    key: 'pace',
    label: t('goals.pace'),
    text: t('goals.paceNow', { amount: `${sign}${formatChange(goal, perMonth, words)}` }),
    note: t('goals.paceFrom', { count: pace.points }),
  };
}

/** A change a month, which of counts may be a part of one. */
function formatChange(goal: Goal, perMonth: number, words: Words): string {
  if (unitOf(goal.measure) !== 'count' || Math.abs(perMonth) >= 10) {
    return formatValue(goal, BigInt(Math.round(perMonth)), words);
  }
  return perMonth.toLocaleString(words.locale, { maximumFractionDigits: 1 });
}

function forecastFact(
  goal: Goal,
  { forecast, isMet, isOverdue }: Standing,
  { locale, t }: Words,
): GoalFact | null {
  if (!forecast || isMet || isOverdue || forecast.kind === 'reached') return null;
  const fact = (text: string): GoalFact => ({
    key: 'forecast',
    label: t('goals.forecast'),
    text,
  });
  if (forecast.kind === 'out-of-sight') {
    return fact(t(goal.every ? 'goals.forecastNotThisYear' : 'goals.forecastNot'));
  }
  const from = formatMonth(forecast.from, locale);
  if (!forecast.to) return fact(t('goals.forecastFrom', { from }));
  return forecast.to === forecast.from
    ? fact(t('goals.forecastMonth', { from }))
    : fact(t('goals.forecastRange', { from, to: formatMonth(forecast.to, locale) }));
}

function rateFact(
  goal: Goal,
  { value, isMet }: Standing,
  rate: HourlyRate | null,
  words: Words,
): GoalFact | null {
  const isIncome = goal.measure === 'income_month' || goal.measure === 'income_total';
  if (!rate || isMet || !isIncome) return null;
  const missing = goal.target - value;
  const hours = hoursFor(missing, rate.perHour);
  if (hours === null) return null;
  const { t } = words;
  return {
    key: 'rate',
    label: t('goals.atRate'),
    text: t('goals.hoursAtRate', {
      amount: formatValue(goal, missing, words),
      hours: t('desk.hours', { hours }),
    }),
    note: t('goals.rateFrom', { count: rate.months }),
  };
}

/** Whether a month stands for itself instead of adding to the months before. */
function isLevel({ measure }: Goal): boolean {
  return measure === 'income_month' || measure === 'hourly_rate' || measure === 'followers';
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}
