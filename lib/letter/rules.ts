import {
  addMonths,
  type Day,
  dateFromDay,
  dayFromDate,
  firstOf,
  monthOf,
  today,
} from '../calendar';
import type { Climb } from '../ladder/rules';
import { climb, type MonthTotal, type OwnLadder, rungsFor } from '../ladder/rules';
import type { Bilingual } from '../locale';
import type { Rhythm } from '../mail/choice/rules';
import type { Currency } from '../money';

/** The first and the last day of something. */
export type Span = { readonly from: Day; readonly to: Day };

/** A letter that is due now, and what it tells of. */
export type Due = {
  readonly kind: 'weekly' | 'monthly' | 'reminder';
  /** One of a kind is sent: `letter:2026-W48`, `letter:2026-11`, `reminder:2026-11`. */
  readonly occasion: string;
  /** The week or month that is over, and the one before it. */
  readonly span: Span;
  readonly before: Span;
};

/** The hour of the day at which letters are due, where the person is. */
const hourDue = 8;
/** A server that was off sends late, but not later than so many hours. */
const hoursLate = 72;

/**
 * The letters due at `now` where it is by the clocks of `zone`: the weekly one from Monday 8:00, the
 * monthly one and the reminder from the first 8:00, each for three days and for its own period alone,
 * so that after a long silence there is no heap of them. Told by the wall clock and not by counting
 * hours, so that a change to summer time moves nothing.
 */
export function dueLetters(
  choice: { readonly letter: Rhythm; readonly remindsIncome: boolean },
  zone: string,
  now: Date,
): Due[] {
  const day = today(zone, now);
  const hour = hourIn(zone, now);
  const isDue = (daysSince: number) => {
    const hours = daysSince * 24 + hour;
    return hours >= hourDue && hours < hourDue + hoursLate;
  };
  const sinceMonday = (dateFromDay(day).getUTCDay() + 6) % 7;
  const sinceFirst = Number(day.slice(8)) - 1;
  const due: Due[] = [];
  if (choice.letter === 'weekly' && isDue(sinceMonday)) {
    const monday = addDays(day, -sinceMonday);
    due.push({
      kind: 'weekly',
      occasion: `letter:${isoWeek(monday)}`,
      span: { from: addDays(monday, -7), to: addDays(monday, -1) },
      before: { from: addDays(monday, -14), to: addDays(monday, -8) },
    });
  }
  if (!isDue(sinceFirst)) return due;
  const month = monthOf(day);
  const ofMonth = {
    span: { from: firstOf(addMonths(month, -1)), to: addDays(firstOf(month), -1) },
    before: {
      from: firstOf(addMonths(month, -2)),
      to: addDays(firstOf(addMonths(month, -1)), -1),
    },
  };
  if (choice.letter === 'monthly') {
    due.push({ kind: 'monthly', occasion: `letter:${month}`, ...ofMonth });
  }
  if (choice.remindsIncome) {
    due.push({ kind: 'reminder', occasion: `reminder:${month}`, ...ofMonth });
  }
  return due;
}

/** Gross income in one currency, minor units. */
export type Earned = {
  readonly currency: Currency;
  readonly total: bigint;
  readonly before: bigint;
};

/** What a letter tells. */
export type Facts = {
  /** Milestones logged in the period, whenever they happened, and the latest few of their titles. */
  readonly logged: number;
  readonly titles: readonly Bilingual[];
  /** Of a week what was logged in it, because income belongs to months; of a month what came in. */
  readonly income: readonly Earned[];
  /** Minutes. */
  readonly building: number;
  readonly networking: number;
  readonly visits: number;
  readonly inquiries: number;
  readonly climb:
    | ({ readonly currency: Currency; readonly reached: bigint | null } & Pick<Climb, 'next'>)
    | null;
};

/** Whether there is anything to tell. Income of the period before alone is no news. */
export function hasNews(facts: Facts): boolean {
  const { logged, building, networking, visits, inquiries } = facts;
  const counts = [logged, building, networking, visits, inquiries];
  return counts.some((count) => count > 0) || facts.income.some(({ total }) => total > 0n);
}

/** Where the person stands in the currency of their latest income; null before the first. */
export function standing(
  totals: readonly (MonthTotal & { readonly currency: Currency })[],
  ladders: readonly OwnLadder[],
  zone: string,
  now: Date,
): Facts['climb'] {
  const thisMonth = monthOf(today(zone, now));
  const past = totals.filter(({ month }) => month <= thisMonth);
  const latest = past.reduce<(typeof past)[number] | null>(
    (last, one) => (last === null || one.month > last.month ? one : last),
    null,
  );
  if (!latest) return null;
  const { currency } = latest;
  const { highestReached, next } = climb(
    past.filter((one) => one.currency === currency),
    rungsFor(currency, ladders),
    thisMonth,
  );
  return { currency, reached: highestReached?.rung ?? null, next };
}

export function addDays(day: Day, days: number): Day {
  return dayFromDate(new Date(dateFromDay(day).getTime() + days * 86_400_000));
}

/** `2026-W48`: the ISO week that begins on `monday`. It belongs to the year of its Thursday. */
export function isoWeek(monday: Day): string {
  const thursday = addDays(monday, 3);
  const year = thursday.slice(0, 4);
  const newYear = dateFromDay(`${year}-01-01` as Day).getTime();
  const week = Math.floor((dateFromDay(thursday).getTime() - newYear) / 604_800_000) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const hourFormats = new Map<string, Intl.DateTimeFormat>();

function hourIn(zone: string, now: Date): number {
  let format = hourFormats.get(zone);
  if (!format) {
    if (hourFormats.size >= 1_000) hourFormats.clear();
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      hourCycle: 'h23',
    });
    hourFormats.set(zone, format);
  }
  return Number(format.format(now));
}
