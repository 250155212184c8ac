/** What a spreadsheet would take for a formula, in the widths that some of them know too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** One value of a table: quoted where it must be, and never a formula, whoever wrote it. */
export function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** One line of RFC 4180, with its end. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** By it a spreadsheet knows UTF-8. */
export const byteOrderMark = '\ufeff';

const moments = new Map<string, Intl.DateTimeFormat>();

/** A moment as a table takes it, in `zone`: `2026-11-25 09:30`. */
export function writeMoment(at: Date, zone: string): string {
  let format = moments.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    if (moments.size >= 1_000) moments.clear();
    moments.set(zone, format);
  }
  return format.format(at);
}
