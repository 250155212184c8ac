/** Tables as spreadsheets take them, RFC 4180. */

/** What a spreadsheet would take for a formula, in the widths that some of them know too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** One value of a table: quoted where it must be, and never a formula, whoever wrote it. */
export function csvCell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line of a table, with its end. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/** By it a spreadsheet knows UTF-8. */
export const byteOrderMark = '\ufeff';
