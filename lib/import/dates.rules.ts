import { type Day, parseDatedOn, writeDatedOn } from '../calendar';
import { readDate } from '../capture/dates.rules';
import { type Found, foundIn, type Tally } from './form.rules';

export const dateForms = ['mdy', 'dmy'] as const;
/** What comes first where the year comes last: `11/30/2026` or `30/11/2026`. One in a file. */
export type DateForm = (typeof dateForms)[number];

/** Longer than any date that is one. */
const longest = 60;

/** Years of Japan: the year before the first, and the last; null: it goes on. */
const eras: Record<string, readonly [before: number, last: number | null]> = {
  明治: [1867, 45],
  大正: [1911, 15],
  昭和: [1925, 64],
  平成: [1988, 31],
  令和: [2018, null],
};
const eraLetters: Record<string, string> = {
  m: '明治',
  t: '大正',
  s: '昭和',
  h: '平成',
  r: '令和',
};

/**
 * A date as it stands in a cell, as `parseDatedOn` reads it: `2026-11-30`, `2026-11` or `2026`. Read are
 * what that reads itself and besides `20261130`, `令和8年11月30日`, `R8.11.30`, `Nov 30, 2026`, in the
 * form of the file `11/30/2026` or `30/11/2026`, and each with a weekday or a time of day behind it,
 * which is dropped. Null: no date; the days a spreadsheet counts from 1900 are none.
 */
export function plainDate(cell: string, form: DateForm | null, today: Day): string | null {
  const text = bare(cell);
  if (text === null) return null;
  const yearLast = partsOf(text);
  if (yearLast) {
    if (!form) return null;
    const [first, second, year] = yearLast;
    const [month, day] = form === 'mdy' ? [first, second] : [second, first];
    return written(`${year}-${month}-${day}`);
  }
  return written(text) ?? written(inOurEra(text)) ?? named(text, today);
}

/** Which form a date can only be in; `either`: it is another day in each; null: the form is nothing to it. */
export function dateFormOf(cell: string): DateForm | 'either' | null {
  const text = bare(cell);
  const [first = 0, second = 0] = (text === null ? null : partsOf(text)) ?? [];
  if (first === second || (first > 12 && second > 12)) return null;
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : 'either';
}

export type DateTally = Tally<DateForm>;

/** The form of a whole file, by what its dates can only be. */
export function foundDateForm(tally: DateTally): Found<DateForm> {
  return foundIn(tally, dateForms);
}

/** Without the time of day and the weekday. */
function bare(cell: string): string | null {
  if (cell.length > longest) return null;
  return cell
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?[ap]m)?$/, '')
    .replace(/\s*\((?:[月火水木金土日](?:曜日?)?|[a-z]{3,9})\)$/, '')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function partsOf(text: string): [first: number, second: number, year: number] | null {
  const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  return parts ? [Number(parts[1]), Number(parts[3]), Number(parts[4])] : null;
}

function written(text: string | null): string | null {
  const dated = text === null ? null : parseDatedOn(text);
  return dated && writeDatedOn(dated);
}

function inOurEra(text: string): string | null {
  const parts =
    /^(明治|大正|昭和|平成|令和|[mtshr])\s*(元|\d{1,2})(?:\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?|[./-](\d{1,2})(?:[./-](\d{1,2}))?)$/.exec(
      text,
    );
  if (!parts) return null;
  const [, era = '', year = '', ...rest] = parts;
  const [before, last] = eras[eraLetters[era] ?? era] ?? [0, 0];
  const count = year === '元' ? 1 : Number(year);
  if (count < 1 || (last !== null && count > last)) return null;
  return [before + count, ...rest.filter(Boolean)].join('-');
}

/** A month by its English name, between a day and a year. */
function named(text: string, today: Day): string | null {
  const words = text.replace(/,/g, ' ').split(/\s+/);
  if (!/^(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}\.?) \d{4}$/.test(words.join(' '))) return null;
  const capital = words.map((word) => word.replace(/^./, (sign) => sign.toUpperCase()));
  const read = readDate(words, capital, 0, today);
  return read?.when && read.used === words.length ? writeDatedOn(read.when) : null;
}
