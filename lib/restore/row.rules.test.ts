import { describe, expect, test } from 'vitest';
import { tables } from '../export/tables.rules';
import { isAfter, readObject, readRow, toldBy } from './row.rules';

function table(name: string) {
  const found = tables.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
}

describe('one row comes after another', () => {
  test.each([
    ['stream', { id: '0b' }, { id: '0a' }, true],
    ['stream', { id: '0a' }, { id: '0a' }, false],
    ['evidence', { milestone_id: 'a', position: 2 }, { milestone_id: 'a', position: 1 }, true],
    ['evidence', { milestone_id: 'a', position: 1 }, { milestone_id: 'b', position: 5 }, false],
    ['rung_mark', { currency: 'JPY', rung: '100' }, { currency: 'JPY', rung: '99' }, true],
    ['rung_mark', { currency: 'JPY', rung: '99' }, { currency: 'JPY', rung: '100' }, false],
    // As bytes, not as JavaScript orders them.
    ['kept_name', { name_key: '𠮷' }, { name_key: '＝' }, true],
    ['record', {}, {}, false],
  ] as const)('%s', (name, row, before, expected) => {
    expect(isAfter(table(name), row, before)).toBe(expected);
  });
});

describe('a row', () => {
  const row = { month: '2026-08-01' };

  test.each([
    [row, row],
    [{}, null],
    [{ ...row, more: 1 }, null],
    [{ month: null }, null],
    [{ month: '2026-13-01' }, null],
  ])('%j', (said, expected) => {
    expect(readRow(table('pause'), said, true)).toEqual(expected);
  });

  test('is an object, however deep the text is', () => {
    expect(readObject('{"a":[1]}')).toEqual({ a: [1] });
    for (const text of ['', 'null', '[]', '1', '{', '"a"']) expect(readObject(text)).toBeNull();
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect(readRow(table('pause'), readObject(deep) ?? {}, true)).toBeNull();
  });

  test('has no prototype of its own', () => {
    const said = readObject('{"month":"2026-08-01","__proto__":{"isAdmin":true}}');
    expect(said && readRow(table('pause'), said, true)).toBeNull();
  });
});

test('a row is told by its name and its day', () => {
  const named = { title_en: 'Shop', happened_on: '2026-08-01' };
  expect(toldBy(table('milestone'), named)).toEqual({ name: 'Shop', on: '2026-08-01' });
  expect(toldBy(table('mail_choice'), {})).toEqual({ name: null, on: null });
  const at = { arrived_at: '2026-08-01T03:00:00.000Z', name: 'x'.repeat(100) };
  expect(toldBy(table('inquiry'), at)).toEqual({ name: `${'x'.repeat(59)}…`, on: '2026-08-01' });
});
