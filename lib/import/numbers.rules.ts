import { readNumber } from '../capture/amounts.rules';
import { hasKanjiNumeral } from '../capture/numerals.rules';
import { type Found, foundIn, type Tally } from './form.rules';

export const numberForms = ['point', 'comma'] as const;
/** What parts whole units from decimals: `1,234.56` or `1.234,56`. One in a file. */
export type NumberForm = (typeof numberForms)[number];

/** Longer than any number that is one. */
const longest = 100;

/** Where digits are parted by a space, and where that parts thousands. */
const parted = /\d\s+(?=\d)/g;
const thousands = /^\D*\d{1,3}(?: \d{3})+(?!\s*\d)/;
/** Before a unit a number has decimals, whatever its currency: 1.234万 yen is 12,340. */
const withUnit = /\d\s*[千万億km]/;

/**
 * A number as it stands in a cell, as `parseAmount` and `parseHours` read it: the point parts decimals,
 * and a backslash is the yen sign it was before Shift_JIS was read. Not a number: as it was.
 */
export function plainNumber(cell: string, form: NumberForm): string {
  if (cell.length > longest) return cell;
  const text = keptApart(cell.normalize('NFKC').trim().replace(/^\\/, '¥').toLowerCase());
  const spelt = hasKanjiNumeral(text)
    ? (readNumber([text.replace(/\s/g, '')], 0)?.text ?? text)
    : text;
  const pointed =
    form === 'comma' ? spelt.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.')) : spelt;
  // No group begins with a zero: these are decimals of the other form.
  if (/^\D*0\d*,/.test(pointed)) return pointed.replace(',', '?');
  // The form is known, so that 300.000 is no riddle: a further zero says so.
  return pointed.replace(/^\D*\d{1,3}\.\d{3}(?![\d.,])/, (number) => `${number}0`);
}

/** Two numbers in a cell, such as one in each of its lines, would be read as one. */
function keptApart(text: string): string {
  const first = thousands.exec(text)?.[0] ?? '';
  return first + text.slice(first.length).replace(parted, (sign) => sign.replace(/\s+/, '?'));
}

/**
 * Which form a number can only be in; `either`: it is another number in each; null: it is the same, or
 * none at all. `places`: decimal places of its currency; where it has none, what is parted off is a group.
 */
export function numberFormOf(cell: string, places: number): NumberForm | 'either' | null {
  if (cell.length > longest) return null;
  const text = cell.normalize('NFKC').toLowerCase();
  const [digits, ...more] = text.match(/[\d.,]*\d/g) ?? [];
  if (!digits || more.length > 0) return null;
  const signs = digits.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (!last) return null;
  const asDecimal = last === '.' ? 'point' : 'comma';
  const asGroup = last === '.' ? 'comma' : 'point';
  if (new Set(signs).size === 2) return asDecimal;
  if (signs.length > 1) return asGroup;
  // 0.123 begins no group, and 12.5 ends none.
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return asDecimal;
  return places === 0 && !withUnit.test(text) ? asGroup : 'either';
}

export type NumberTally = Tally<NumberForm>;

/** The form of a whole file, by what its numbers can only be. */
export function foundNumberForm(tally: NumberTally): Found<NumberForm> {
  return foundIn(tally, numberForms);
}
