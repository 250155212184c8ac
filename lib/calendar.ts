import type { Locale } from './locale';

/**
 * Days and months as people write them, without instants. A day belongs to the zone of the person
 * it is about; only {@link today} needs a clock.
 */

/** `YYYY-MM-DD`, a day that exists. */
export type Day = `${number}-${number}-${number}`;
/** `YYYY-MM`. */
export type Month = `${number}-${number}`;
export type Precision = 'day' | 'month' | 'year';
/** A day as exactly as it is known: the first day of what `precision` names. */
export type DatedOn = { readonly day: Day; readonly precision: Precision };

export const firstDay: Day = '1900-01-01';

/** Whether Intl knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The zones to choose from, `own` among them whatever Intl lists. */
export function zones(own: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), own])].sort();
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day it is in `zone` (IANA name) at `now`. */
export function today(zone: string, now: Date): Day {
  let format = dayFormats.get(zone);
  if (!format) {
    // There are few zones, but Intl takes each in any mixture of small and capital letters.
    if (dayFormats.size >= 1_000) dayFormats.clear();
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(zone, format);
  }
  return format.format(now) as Day;
}

/** The moment `day` begins in `zone`; where the clock skips midnight, the first moment after. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // A zone is at most 14 hours ahead and 12 behind; the day begins where its name first shows.
  let [before, from] = [midnight - 15 * 3_600_000, midnight + 13 * 3_600_000];
  while (from - before > 1_000) {
    const middle = Math.floor((before + from) / 2_000) * 1_000;
    if (today(zone, new Date(middle)) < day) before = middle;
    else from = middle;
  }
  return new Date(from);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function firstOf(month: Month): Day {
  return `${month}-01` as Day;
}

/** `months` later (earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  const index = monthIndex(month) + months;
  return month_(Math.floor(index / 12), (index % 12) + 1);
}

/** Months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

/** `count` months in order, the last one being `last`. */
export function monthsUntil(last: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, i) => addMonths(last, i - count + 1));
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function month_(year: number, month: number): Month {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;
}

/** A stored `date` (midnight UTC) as a day. */
export function dayFromDate(date: Date): Day {
  return date.toISOString().slice(0, 10) as Day;
}

/** A day as the store takes it: midnight UTC. */
export function dateFromDay(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/**
 * Reads a day, a month or a year as people type it: `2026-08-12`, `2026/8/12`, `2026年8月12日`,
 * `2026-08`, `2026年8月`, `2026`, `2026年`, full-width digits too. Null: not a date that exists.
 */
export function parseDatedOn(typed: string): DatedOn | null {
  const text = typed.normalize('NFKC').trim();
  const parts =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text) ??
    /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const precision = parts[3] ? 'day' : parts[2] ? 'month' : 'year';
  return { day: `${month_(year, month)}-${String(day).padStart(2, '0')}` as Day, precision };
}

/** What `dated` is written as in a text field: `2026-08-12`, `2026-08` or `2026`. */
export function writeDatedOn({ day, precision }: DatedOn): string {
  return day.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

const written = {
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  tick: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const writtenFormats = new Map<string, Intl.DateTimeFormat>();

function formatAs(day: Day, form: keyof typeof written, locale: Locale): string {
  const key = `${locale} ${form}`;
  let format = writtenFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...written[form], timeZone: 'UTC' });
    writtenFormats.set(key, format);
  }
  return format.format(dateFromDay(day));
}

/** A day for a reader, as exactly as it is known: `2026年8月12日`, `Aug 2026`, `2026`. */
export function formatDatedOn({ day, precision }: DatedOn, locale: Locale): string {
  return formatAs(day, precision, locale);
}

/** `2026年8月`, `Aug 2026`. */
export function formatMonth(month: Month, locale: Locale): string {
  return formatAs(firstOf(month), 'month', locale);
}

/** A month under a chart, where the year is plain: `8月`, `Aug`. */
export function formatMonthTick(month: Month, locale: Locale): string {
  return formatAs(firstOf(month), 'tick', locale);
}
