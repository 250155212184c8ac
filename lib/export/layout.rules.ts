/*
 * How `jisseki.json` is laid out: JSON as a whole, and one row a line, so that it is written and read
 * without being held. Every table is there, empty or not, in one order.
 */

/** Of this release. A change that an older one could not read is the next. */
export const exportVersion = 1;

export const exportFile = 'jisseki.json';
export const sealFile = 'jisseki.seal';

/** The first line. */
export function headOf(version: number): string {
  return `{"format":"jisseki-export","version":${version},"tables":{`;
}

/** The line before the rows of a table. */
export function openingOf(table: string): string {
  return `"${table}":[`;
}

/** The line after them; another table follows. */
export const closing = '],';
export const lastClosing = ']';
/** The last line. */
export const foot = '}}';
