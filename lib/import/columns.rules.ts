import { fold } from '../text';
import { columnNames, type ImportField, importFields } from './names.rules';

/** Which column is what, counted from 0. */
export type Columns = Readonly<Partial<Record<ImportField, number>>>;

/** A heading as it is compared: width, case, kana, signs and what stands in brackets do not matter. */
function headingKey(heading: string): string {
  return fold(heading.slice(0, 200))
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s_*:.・/#-]/g, '');
}

/** The keys of the names of each field, in the order of the form. */
const known = importFields.map((field) => ({ field, keys: columnNames[field].map(headingKey) }));

/** Which column each field probably is, by their headings; a column is one field at most. */
export function guessColumns(headings: readonly string[]): Columns {
  const found = headings.map(headingKey);
  const taken = new Set<number>();
  const guess: Partial<Record<ImportField, number>> = {};
  for (const { field, keys } of known) {
    const at = keys.map((key) => found.findIndex((one, i) => one === key && !taken.has(i)));
    const index = at.find((one) => one !== -1);
    if (index === undefined) continue;
    guess[field] = index;
    taken.add(index);
  }
  return guess;
}

/** Rows among which the headings are looked for. */
export const headRows = 10;

/**
 * The row that names the columns, counted from 0; null: none does. Where banks put a few lines before
 * their tables, it is the one with the most names we know; without any, a first row that has no number
 * in it while the second has.
 */
export function findHeading(rows: readonly (readonly string[])[]): number | null {
  let [best, most] = [-1, 0];
  for (const [i, row] of rows.slice(0, headRows).entries()) {
    if (hasNumber(row)) continue;
    const named = Object.keys(guessColumns(row)).length;
    if (named > most) [best, most] = [i, named];
  }
  if (best !== -1) return best;
  const [first = [], second = []] = rows;
  return first.length > 1 && !hasNumber(first) && hasNumber(second) ? 0 : null;
}

function hasNumber(row: readonly string[]): boolean {
  return row.some((cell) => /\d/.test(headingKey(cell)));
}
