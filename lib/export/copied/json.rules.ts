import type { Table } from '../table.rules';
import {
  addFlag,
  addInstant,
  addPlain,
  backslash,
  comma,
  controls,
  copy,
  escapes,
  type Form,
  forms,
  newline,
  none,
  quote,
  quotes,
  type Room,
  vertical,
  type Writer,
} from './fields.rules';

/**
 * A text that has something in it. JSON has the same signs behind backslashes as COPY, but for one, and
 * some that COPY leaves alone.
 */
function addJsonText(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  let end = at;
  out[end++] = quote;
  for (let i = from; i < to; i += 1) {
    const byte = rows[i] as number;
    if (byte >= 32 && byte !== quote && byte !== backslash) out[end++] = byte;
    else if (byte === backslash && rows[i + 1] !== vertical) {
      out[end++] = byte;
      i += 1;
      out[end++] = rows[i] as number;
    } else if (byte === quote) {
      out[end++] = backslash;
      out[end++] = quote;
    } else {
      const sign = byte === backslash ? 11 : byte;
      if (byte === backslash) i += 1;
      end += out.write(`\\u${sign.toString(16).padStart(4, '0')}`, end, 'latin1');
    }
  }
  out[end++] = quote;
  return end;
}

function addJson(
  form: Form,
  out: Buffer,
  at: number,
  rows: Buffer,
  from: number,
  scanned: number,
): number {
  const to = Math.floor(scanned / 16);
  const found = scanned % 16;
  if (form === 'bare') return copy(out, at, rows, from, to);
  if (form === 'flag') return addFlag(out, at, rows, from);
  if (form === 'list') return addPlain(out, at, rows, from, to);
  if (form === 'text' && (found & (escapes | quotes | controls)) !== 0) {
    return addJsonText(out, at, rows, from, to);
  }
  out[at] = quote;
  const end =
    form === 'instant'
      ? addInstant(out, at + 1, rows, from, to)
      : copy(out, at + 1, rows, from, to);
  out[end] = quote;
  return end + 1;
}

/**
 * Makes whole rows of `table` lines of `jisseki.json`, which stand in `room`; what is empty is left out.
 * From one call to the next it is one list, commas between.
 */
export function jsonWriter(table: Table, room: Room): Writer {
  const columns = Object.entries(table.columns);
  const shapes = columns.map(([, { sql }]) => forms[sql]);
  const leads = columns.map(([name]) => Buffer.from(`,"${name}":`));
  // A sign takes at most six, an instant four more than it has, and a row has a sign for each field.
  const perByte = 6 + leads.reduce((sum, lead) => sum + lead.length + 8, 8) / columns.length;
  let isFirst = true;
  return (rows, fields) => {
    const out = room(Math.ceil(rows.length * perByte) + 64);
    let at = 0;
    let from = 0;
    let field = 0;
    while (from < rows.length) {
      if (!isFirst) {
        out[at++] = comma;
        out[at++] = newline;
      }
      isFirst = false;
      const began = at;
      for (let i = 0; i < shapes.length; i += 1) {
        const scanned = fields[field++] as number;
        if (rows[from] !== backslash || rows[from + 1] !== none) {
          const lead = leads[i] as Buffer;
          at = copy(out, at, lead, 0, lead.length);
          at = addJson(shapes[i] as Form, out, at, rows, from, scanned);
        }
        from = Math.floor(scanned / 16) + 1;
      }
      // The comma before the first.
      if (at === began) at += 1;
      out[began] = 123;
      out[at++] = 125;
    }
    return out.subarray(0, at);
  };
}
