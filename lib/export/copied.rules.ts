import { csvCell } from '../csv';
import type { SqlType } from './columns.rules';
import type { Table } from './table.rules';

/*
 * Rows as COPY writes them (a line each, tabs between fields, signs behind backslashes), made into lines
 * of the export. Byte by byte, without texts in between: every row of an account goes through here
 * twice, and making texts of all of them took longer than the rest. What has to be seen is ASCII, of
 * which UTF-8 has nothing within its longer signs. Where bytes are added, it is answered where they end.
 */

const tab = 9;
const newline = 10;
const cr = 13;
const quote = 34;
const comma = 44;
const backslash = 92;
/** `v` behind a backslash, the one sign that JSON has otherwise. */
const vertical = 118;
/** `N` behind a backslash: a field that is empty. A text of these two has two backslashes. */
const none = 78;

/** What stands behind a backslash for a sign that does not show. */
const hidden = new Uint8Array(128).map((_, sign) => {
  const at = 'bfnrtv'.indexOf(String.fromCharCode(sign));
  return at < 0 ? sign : ([8, 12, 10, 13, 9, 11][at] ?? sign);
});

/** How a field becomes a value. Lists are selected as JSON. */
type Form = 'bare' | 'quoted' | 'instant' | 'flag' | 'text' | 'list';
const forms: Readonly<Record<SqlType, Form>> = {
  uuid: 'quoted',
  date: 'quoted',
  bigint: 'quoted',
  integer: 'bare',
  timestamptz: 'instant',
  boolean: 'flag',
  text: 'text',
  'text[]': 'list',
  'integer[]': 'list',
  'bigint[]': 'list',
};

function endOf(rows: Buffer, from: number): number {
  let at = from;
  for (let byte = rows[at]; byte !== tab && byte !== newline; byte = rows[at]) at += 1;
  return at;
}

function copy(out: Buffer, at: number, rows: Uint8Array, from: number, to: number): number {
  let end = at;
  for (let i = from; i < to; i += 1) out[end++] = rows[i] as number;
  return end;
}

/** `2026-08-15 03:00:00.12+00` as JSON has it, in UTC and to the millisecond. */
function addInstant(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  copy(out, at, rows, from, from + 19);
  out[at + 10] = 84;
  out[at + 19] = 46;
  for (let i = 20; i < 23; i += 1)
    out[at + i] = from + i < to - 3 ? (rows[from + i] as number) : 48;
  out[at + 23] = 90;
  return at + 24;
}

const yes = Buffer.from('true');
const no = Buffer.from('false');

function addFlag(out: Buffer, at: number, rows: Buffer, from: number): number {
  const word = rows[from] === 116 ? yes : no;
  return copy(out, at, word, 0, word.length);
}

/** A field as it was stored, without its backslashes. */
function addPlain(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  let end = at;
  for (let i = from; i < to; i += 1) {
    const byte = rows[i] as number;
    if (byte !== backslash) out[end++] = byte;
    else {
      i += 1;
      out[end++] = hidden[rows[i] as number] as number;
    }
  }
  return end;
}

/** JSON has the same signs behind backslashes as COPY, but for one, and some that COPY leaves alone. */
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
  to: number,
): number {
  if (form === 'text') return addJsonText(out, at, rows, from, to);
  if (form === 'bare') return copy(out, at, rows, from, to);
  if (form === 'flag') return addFlag(out, at, rows, from);
  if (form === 'list') return addPlain(out, at, rows, from, to);
  out[at] = quote;
  const end =
    form === 'instant'
      ? addInstant(out, at + 1, rows, from, to)
      : copy(out, at + 1, rows, from, to);
  out[end] = quote;
  return end + 1;
}

/** Room that is written in again and again; what was written is taken out of it as a copy. */
function roomFor(): (size: number) => Buffer {
  let room = Buffer.alloc(0);
  return (size) => {
    if (room.length < size) room = Buffer.allocUnsafeSlow(size);
    return room;
  };
}

/** Makes whole rows of `table` lines of `jisseki.json`, commas between; what is empty is left out. */
export function jsonWriter(table: Table): (rows: Buffer) => Buffer {
  const columns = Object.entries(table.columns);
  const shapes = columns.map(([, { sql }]) => forms[sql]);
  const leads = columns.map(([name]) => Buffer.from(`,"${name}":`));
  // A sign takes at most six, an instant four more than it has, and a row has a sign for each field.
  const perByte = 6 + leads.reduce((sum, lead) => sum + lead.length + 8, 8) / columns.length;
  const room = roomFor();
  return (rows) => {
    const out = room(Math.ceil(rows.length * perByte) + 64);
    let at = 0;
    let from = 0;
    while (from < rows.length) {
      if (at > 0) {
        out[at++] = comma;
        out[at++] = newline;
      }
      const began = at;
      for (let i = 0; i < shapes.length; i += 1) {
        const to = endOf(rows, from);
        if (rows[from] !== backslash || rows[from + 1] !== none) {
          const lead = leads[i] as Buffer;
          at = copy(out, at, lead, 0, lead.length);
          at = addJson(shapes[i] as Form, out, at, rows, from, to);
        }
        from = to + 1;
      }
      // The comma before the first.
      if (at === began) at += 1;
      out[began] = 123;
      out[at++] = 125;
    }
    return Buffer.from(out.subarray(0, at));
  };
}

/** Signs that a cell may have to say otherwise; 0xEF begins the wide ones at its beginning. */
const first = new Uint8Array(256);
for (const sign of [...Buffer.from('=+-@\t\r\n'), 0xef]) first[sign] = 1;
const within = new Uint8Array(256);
for (const sign of [comma, quote, cr, newline]) within[sign] = 1;

function addCell(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  const end = addPlain(out, at, rows, from, to);
  if (end === at) return end;
  let odd = first[out[at] as number] as number;
  for (let i = at; i < end; i += 1) odd |= within[out[i] as number] as number;
  return odd === 0 ? end : at + out.write(csvCell(out.toString('utf8', at, end)), at);
}

/** Makes whole rows of `table` lines of its CSV. */
export function csvWriter(table: Table): (rows: Buffer) => Buffer {
  const shapes = Object.values(table.columns).map(({ sql }) => forms[sql]);
  const room = roomFor();
  return (rows) => {
    // A quote takes two, a cell three more, a row one, and an instant or a word four.
    const out = room(6 * rows.length + 64);
    let at = 0;
    let from = 0;
    while (from < rows.length) {
      for (let i = 0; i < shapes.length; i += 1) {
        const to = endOf(rows, from);
        if (i > 0) out[at++] = comma;
        if (rows[from] !== backslash || rows[from + 1] !== none) {
          const form = shapes[i] as Form;
          if (form === 'text' || form === 'list') at = addCell(out, at, rows, from, to);
          else if (form === 'instant') at = addInstant(out, at, rows, from, to);
          else if (form === 'flag') at = addFlag(out, at, rows, from);
          else at = copy(out, at, rows, from, to);
        }
        from = to + 1;
      }
      out[at++] = cr;
      out[at++] = newline;
    }
    return Buffer.from(out.subarray(0, at));
  };
}
