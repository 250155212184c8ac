import type { SqlType } from '../columns.rules';

/*
 * Rows as COPY writes them (a line each, tabs between fields, signs behind backslashes), made into lines
 * of the export. Byte by byte, without texts in between: every row of an account goes through here
 * twice, and making texts of all of them took longer than the rest. What has to be seen is ASCII, of
 * which UTF-8 has nothing within its longer signs. Where bytes are added, it is answered where they end.
 */

export const tab = 9;
export const newline = 10;
export const cr = 13;
export const quote = 34;
export const comma = 44;
export const backslash = 92;
/** `v` behind a backslash, the one sign that JSON has otherwise. */
export const vertical = 118;
/** `N` behind a backslash: a field that is empty. A text of these two has two backslashes. */
export const none = 78;

/** What stands behind a backslash for a sign that does not show. */
const hidden = new Uint8Array(128).map((_, sign) => {
  const at = 'bfnrtv'.indexOf(String.fromCharCode(sign));
  return at < 0 ? sign : ([8, 12, 10, 13, 9, 11][at] ?? sign);
});

/** How a field becomes a value. Lists are selected as JSON. */
export type Form = 'bare' | 'quoted' | 'instant' | 'flag' | 'text' | 'list';
export const forms: Readonly<Record<SqlType, Form>> = {
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

/** What a field has in it that a value may have to say otherwise. */
export const escapes = 1;
export const quotes = 2;
export const controls = 4;
export const commas = 8;
const kinds = new Uint8Array(256).map((_, byte) => {
  if (byte === backslash) return escapes;
  if (byte === quote) return quotes;
  if (byte === comma) return commas;
  return byte < 32 ? controls : 0;
});

/** Where each field of rows ends, times sixteen, and what it has in it; until the next rows. */
export type Fields = (rows: Buffer) => Uint32Array;

/** Finds the fields of rows, once for all that is made of them. */
export function finding(): Fields {
  let fields = new Uint32Array(4096);
  return (rows) => {
    let count = 0;
    let found = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const byte = rows[at] as number;
      if (byte !== tab && byte !== newline) found |= kinds[byte] as number;
      else {
        if (count === fields.length) {
          const more = new Uint32Array(2 * count);
          more.set(fields);
          fields = more;
        }
        fields[count++] = at * 16 + found;
        found = 0;
      }
    }
    return fields;
  };
}

/** From here on the call that copies bytes takes less time than copying them one by one. */
const long = 40;

export function copy(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
  if (to - from >= long) return at + rows.copy(out, at, from, to);
  let end = at;
  for (let i = from; i < to; i += 1) out[end++] = rows[i] as number;
  return end;
}

/** `2026-08-15 03:00:00.12+00` as JSON has it, in UTC and to the millisecond. */
export function addInstant(
  out: Buffer,
  at: number,
  rows: Buffer,
  from: number,
  to: number,
): number {
  copy(out, at, rows, from, from + 19);
  out[at + 10] = 84;
  out[at + 19] = 46;
  for (let i = 20; i < 23; i += 1) {
    out[at + i] = from + i < to - 3 ? (rows[from + i] as number) : 48;
  }
  out[at + 23] = 90;
  return at + 24;
}

const yes = Buffer.from('true');
const no = Buffer.from('false');

export function addFlag(out: Buffer, at: number, rows: Buffer, from: number): number {
  const word = rows[from] === 116 ? yes : no;
  return copy(out, at, word, 0, word.length);
}

/** A field as it was stored, without its backslashes. */
export function addPlain(out: Buffer, at: number, rows: Buffer, from: number, to: number): number {
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

/** Room for so many bytes, until more is asked for. */
export type Room = (size: number) => Buffer;

/** Larger than that it is for once. */
const kept = 4 * 1024 * 1024;

/** Room that is written in again and again. */
export function growing(): Room {
  let room = Buffer.alloc(0);
  return (size) => {
    if (size <= room.length) return room;
    if (size > kept) return Buffer.allocUnsafeSlow(size);
    room = Buffer.allocUnsafeSlow(Math.min(2 * size, kept));
    return room;
  };
}

/** Makes whole rows, with their fields as found, lines of a file. */
export type Writer = (rows: Buffer, fields: Uint32Array) => Buffer;
