import {
  addMonths,
  type DatedOn,
  type Day,
  dateFromDay,
  dayFromDate,
  firstOf,
  type Month,
  monthOf,
  parseDatedOn,
} from '../calendar';
import { smallNumber } from './numerals.rules';

/** A date and how many words say it; `when` is null where it names a day that does not exist. */
export type DateRead = { readonly used: number; readonly when: DatedOn | null };

// Maps, because a line may say "constructor".
const days = new Map([
  ...all(0, '今日', 'きょう', '本日', 'today'),
  ...all(-1, '昨日', 'きのう', 'yesterday'),
  ...all(-2, '一昨日', 'おととい'),
  ...all(1, '明日', 'あした', 'tomorrow'),
  ...all(-7, '先週', 'last week'),
  ...all(-14, '先々週'),
  ...all(7, '来週', 'next week'),
]);
const months = new Map([
  ...all(0, '今月', 'this month'),
  ...all(-1, '先月', 'last month'),
  ...all(-2, '先々月'),
  ...all(1, '来月', 'next month'),
]);
const years = new Map([
  ...all(0, '今年', 'this year'),
  ...all(-1, '去年', '昨年', 'last year'),
  ...all(-2, '一昨年', 'おととし'),
  ...all(1, '来年', 'next year'),
]);
const units = new Map([
  ...all('day' as const, '日', 'day'),
  ...all('week' as const, '週間', 'week'),
  ...all('month' as const, 'か月', 'カ月', 'ヶ月', 'ケ月', 'ヵ月', '箇月', 'month'),
  ...all('year' as const, '年', 'year'),
]);
const counts = new Map([...all(1, 'a', 'an', 'one'), ...all(2, 'two'), ...all(3, 'three')]);
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function all<T>(value: T, ...words: string[]): [string, T][] {
  return words.map((word) => [word, value]);
}

/**
 * A date at word `at`, reckoned from `today`: 昨日, 先月, 3日前, 2か月前, `last month`, `3 days ago`,
 * full dates, `8/12` and `8月` and `Aug` (the latest that has begun), `Aug 12`, `Aug 2025`. A week
 * ago is the day seven days ago. Null: no date begins here.
 *
 * `raws` are the words as typed: `may` and `march` are everyday words unless they begin large.
 */
export function readDate(
  words: readonly string[],
  raws: readonly string[],
  at: number,
  today: Day,
): DateRead | null {
  // 8月分, 先月の: what Japanese puts behind a date.
  const word = (words[at] ?? '').replace(/(?<=[日月年週])(?:分の|分|の)$/, '');
  return (
    readPhrase(`${word} ${words[at + 1] ?? ''}`, 2, today) ??
    readPhrase(word, 1, today) ??
    readAgo(words, at, today) ??
    readNamedMonth(words, raws, at, today) ??
    readNumbers(word, today)
  );
}

function readPhrase(text: string, used: number, today: Day): DateRead | null {
  const [day, month, year] = [days.get(text), months.get(text), years.get(text)];
  if (day !== undefined) return { used, when: daysAway(today, day) };
  if (month !== undefined) return { used, when: monthsAway(today, month) };
  if (year !== undefined) return { used, when: yearsAway(today, year) };
  return null;
}

function readAgo(words: readonly string[], at: number, today: Day): DateRead | null {
  const word = words[at] ?? '';
  const together = /^(.{1,5}?)(日|週間|[かカヶケヵ箇]月|年)前[にの]?$/.exec(word);
  const next = /^(day|week|month|year)s?$/.exec(words[at + 1] ?? '');
  const isParted = next !== null && words[at + 2] === 'ago';
  const typed = together?.[1] ?? (isParted ? word : null);
  const unit = units.get(together?.[2] ?? next?.[1] ?? '');
  if (typed === null || !unit) return null;
  const count = counts.get(typed) ?? smallNumber(typed);
  if (count === null) return null;
  const used = together ? 1 : 3;
  if (unit === 'day') return { used, when: daysAway(today, -count) };
  if (unit === 'week') return { used, when: daysAway(today, -7 * count) };
  if (unit === 'month') return { used, when: monthsAway(today, -count) };
  return { used, when: yearsAway(today, -count) };
}

function readNamedMonth(
  words: readonly string[],
  raws: readonly string[],
  at: number,
  today: Day,
): DateRead | null {
  const dayBefore = dayNumber(words[at]);
  const name = dayBefore ? at + 1 : at;
  const month = monthNamed(words[name] ?? '', raws[name] ?? '');
  if (month === null) return null;
  const day = dayBefore ?? dayNumber(words[name + 1]);
  const end = dayBefore || !day ? name + 1 : name + 2;
  const year = yearNear(words[end], today);
  const used = end + (year ? 1 : 0) - at;
  if (year) return { used, when: parseDatedOn([year, month, day].filter(Boolean).join('-')) };
  return { used, when: day ? latestDay(month, day, today) : latestMonth(month, today) };
}

function monthNamed(word: string, raw: string): number | null {
  const plain = word.replace(/\.$/, '');
  if (!/^[a-z]{3,9}$/.test(plain) || (/^(?:may|march)$/.test(plain) && !/^M/.test(raw)))
    return null;
  const index = monthNames.findIndex(
    (name) => name === plain || name.slice(0, 3) === plain || (plain === 'sept' && name[0] === 's'),
  );
  return index === -1 ? null : index + 1;
}

function dayNumber(word: string | undefined): number | null {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** A year written beside a month's name: one of the last fifteen, or the next. */
function yearNear(word: string | undefined, today: Day): string | null {
  const away = /^\d{4}$/.test(word ?? '') ? Number(word) - Number(today.slice(0, 4)) : 99;
  return word && away <= 1 && away >= -15 ? word : null;
}

function readNumbers(word: string, today: Day): DateRead | null {
  if (!/\d[-/.年月]/.test(word) && !/^.{1,3}月/.test(word)) return null;
  const isFull =
    /^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^\d{4}[-/]\d{1,2}$|^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/.test(
      word,
    );
  if (isFull) return { used: 1, when: parseDatedOn(word) };
  // 12/8/2026 is a day in December to some and in August to others.
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(word)) return { used: 1, when: null };
  const [, month = '', day] =
    /^(\d{1,2})\/(\d{1,2})$/.exec(word) ?? /^([^月]{1,3})月(?:(.{1,3})日)?$/.exec(word) ?? [];
  const [m, d] = [smallNumber(month), day === undefined ? null : smallNumber(day)];
  if (!m || m > 12 || d === 0 || (d ?? 0) > 31 || (day !== undefined && d === null)) return null;
  return { used: 1, when: d === null ? latestMonth(m, today) : latestDay(m, d, today) };
}

function latestDay(month: number, day: number, today: Day): DatedOn | null {
  const year = Number(today.slice(0, 4));
  // 29 February may lie eight years back.
  const years = Array.from({ length: 9 }, (_, back) => year - back);
  const dated = years.map((one) => parseDatedOn(`${one}-${month}-${day}`));
  return dated.find((when) => when !== null && when.day <= today) ?? null;
}

function latestMonth(month: number, today: Day): DatedOn {
  const now = monthOf(today);
  const back = (Number(now.slice(5)) - month + 12) % 12;
  return monthsAway(today, -back);
}

function daysAway(today: Day, away: number): DatedOn {
  const date = dateFromDay(today);
  date.setUTCDate(date.getUTCDate() + away);
  return { day: dayFromDate(date), precision: 'day' };
}

function monthsAway(today: Day, away: number): DatedOn {
  const month: Month = addMonths(monthOf(today), away);
  return { day: firstOf(month), precision: 'month' };
}

function yearsAway(today: Day, away: number): DatedOn {
  const year = String(Math.max(0, Number(today.slice(0, 4)) + away)).padStart(4, '0');
  return { day: firstOf(`${year}-01` as Month), precision: 'year' };
}
