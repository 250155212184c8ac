import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell } from '../../csv';
import { count, flag, id, instant, line, lines, optional } from '../columns.rules';
import type { Table } from '../table.rules';
import { csvWriter } from './csv.rules';
import { finding, growing, type Room, type Writer } from './fields.rules';
import { jsonWriter } from './json.rules';

const table: Table = {
  name: 'note',
  key: ['id'],
  columns: {
    id,
    text: optional(line(100)),
    at: optional(instant),
    tags: lines(9, 9),
    times: count(0, 9),
    done: flag,
  },
  leftOut: {},
  says: { names: [] },
};
const key = '01890000-0000-7000-8000-000000000000';

/** A text as COPY writes it. */
function copied(text: string): string {
  const signs: Record<string, string> = {
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  return text.replace(/[\\\b\f\n\r\t\v]/g, (sign) => signs[sign] ?? sign);
}

function rowOf(text: string | null, at = '2026-08-15 03:00:00+00', tags: string[] = []): Buffer {
  const fields = [key, text === null ? '\\N' : copied(text), at, copied(JSON.stringify(tags))];
  return Buffer.from(`${[...fields, '3', 't'].join('\t')}\n`);
}

const texts = fc
  .string({ unit: fc.oneof(fc.constantFrom(...'=+-@＝＋"\\,\t\r\n\v\u0001N'), fc.string()) })
  .map((text) => text.toWellFormed().replaceAll('\0', ''));

/** `rows` as one writer makes lines of them, all at once or one after the other. */
function written(writerOf: (table: Table, room: Room) => Writer, ...rows: Buffer[]): string {
  const [write, find] = [writerOf(table, growing()), finding()];
  return rows.map((row) => `${write(row, find(row))}`).join('');
}

test('whatever a text is, JSON has it, and a cell is what the inbox writes too', () => {
  fc.assert(
    fc.property(texts, fc.array(texts, { maxLength: 3 }), (text, tags) => {
      const row = rowOf(text, undefined, tags);
      const json = written(jsonWriter, row);
      const at = '2026-08-15T03:00:00.000Z';
      expect(json).toBe(JSON.stringify({ id: key, text, at, tags, times: 3, done: true }));
      const cells = [key, csvCell(text), at, csvCell(JSON.stringify(tags)), '3', 'true'];
      expect(written(csvWriter, row)).toBe(`${cells.join(',')}\r\n`);
    }),
  );
});

test('what is empty is left out of JSON, and is an empty cell', () => {
  const row = rowOf(null, '\\N');
  expect(written(jsonWriter, row)).toBe(`{"id":"${key}","tags":[],"times":3,"done":true}`);
  expect(written(csvWriter, row)).toBe(`${key},,,[],3,true\r\n`);
});

test('a text that looks like nothing is still a text', () => {
  const row = rowOf('\\N');
  expect(JSON.parse(written(jsonWriter, row))).toMatchObject({ text: '\\N' });
});

test.each([
  ['2026-08-15 03:00:00+00', '2026-08-15T03:00:00.000Z'],
  ['2026-08-15 03:00:00.1+00', '2026-08-15T03:00:00.100Z'],
  ['2026-08-15 03:00:00.12+00', '2026-08-15T03:00:00.120Z'],
  ['0900-01-02 23:59:59.123+00', '0900-01-02T23:59:59.123Z'],
])('%s is %s', (stored, as) => {
  expect(JSON.parse(written(jsonWriter, rowOf('x', stored))).at).toBe(as);
});

test('rows that come together are lines, however long they are', () => {
  const rows = ['a', '"'.repeat(50_000), '\u0001'.repeat(50_000), 'b'].map((text) => rowOf(text));
  const all = Buffer.concat(rows);
  for (const writerOf of [jsonWriter, csvWriter]) {
    expect(written(writerOf, all)).toBe(written(writerOf, ...rows));
  }
});
