import { csvCell } from '../../csv';
import type { Table } from '../table.rules';
import {
  addFlag,
  addInstant,
  addPlain,
  backslash,
  comma,
  commas,
  copy,
  cr,
  escapes,
  type Form,
  forms,
  newline,
  none,
  quote,
  quotes,
  type Room,
  type Writer,
} from './fields.rules';

/** Where a formula may begin; 0xEF begins the wide signs that do. */
const formulas = new Uint8Array(256);
for (const sign of [...Buffer.from('=+-@\t\r\n'), 0xef]) formulas[sign] = 1;

/** Whether a cell may have to say otherwise what the field says that begins with `first`. */
function isOdd(form: Form, scanned: number, first: number | undefined): boolean {
  if (form !== 'text' && form !== 'list') return false;
  return ((scanned % 16) & (escapes | quotes | commas)) !== 0 || formulas[first ?? 0] === 1;
}

/** A text that has something in it, as `csvCell` writes it. */
function addCell(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  const end = addPlain(out, at, rows, from, to);
  if (formulas[out[at] as number] === 1) {
    return at + out.write(csvCell(out.toString('utf8', at, end)), at);
  }
  let odd = 0;
  let quoted = 0;
  for (let i = at; i < end; i += 1) {
    const byte = out[i];
    if (byte === quote) quoted += 1;
    else if (byte === comma || byte === cr || byte === newline) odd = 1;
  }
  if (odd + quoted === 0) return end;
  // From behind, because it grows.
  let last = end + quoted + 1;
  out[last] = quote;
  for (let i = end - 1; i >= at; i -= 1) {
    out[--last] = out[i] as number;
    if (out[last] === quote) out[--last] = quote;
  }
  out[at] = quote;
  return end + quoted + 2;
}

/** Makes whole rows of `table` lines of its CSV, which stand in `room`. */
export function csvWriter(table: Table, room: Room): Writer {
  const shapes = Object.values(table.columns).map(({ sql }) => forms[sql]);
  return (rows, fields) => {
    // A quote takes two, a cell three more, a row one, and an instant or a word four.
    const out = room(6 * rows.length + 64);
    let at = 0;
    let from = 0;
    let field = 0;
    while (from < rows.length) {
      for (let i = 0; i < shapes.length; i += 1) {
        const scanned = fields[field++] as number;
        const to = Math.floor(scanned / 16);
        if (i > 0) out[at++] = comma;
        if (rows[from] !== backslash || rows[from + 1] !== none) {
          const form = shapes[i] as Form;
          if (form === 'instant') at = addInstant(out, at, rows, from, to);
          else if (form === 'flag') at = addFlag(out, at, rows, from);
          else if (isOdd(form, scanned, rows[from])) at = addCell(out, at, rows, from, to);
          else at = copy(out, at, rows, from, to);
        }
        from = to + 1;
      }
      out[at++] = cr;
      out[at++] = newline;
    }
    return out.subarray(0, at);
  };
}
