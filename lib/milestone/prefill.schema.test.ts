import { expect, test } from 'vitest';
import { readPrefill } from './prefill.schema';

const stream = '019a0000-0000-7000-8000-000000000000';

test('an address fills the form', () => {
  const search = {
    kind: 'income',
    stream,
    currency: 'USD',
    month: '2026-08',
    amount: '1,234.50',
    fees: '10',
    hours: '6:30',
    title: ' As  usual ',
  };
  expect(readPrefill(search)).toEqual({ ...search, title: 'As usual' });
  expect(readPrefill({ date: '2026/8/1' }).date).toBe('2026-08-01');
  expect(readPrefill({})).toEqual({});
});

test.each<[Record<string, string | string[]>]>([
  [{ kind: 'lottery' }],
  [{ stream: 'Blog' }],
  [{ currency: 'usd' }],
  [{ month: '2026-13' }],
  [{ date: 'yesterday' }],
  [{ amount: '9'.repeat(41) }],
  [{ amount: ['1', '2'] }],
  [{ unknown: 'x' }],
])('%o fills nothing', (search) => {
  expect(Object.values(readPrefill(search)).filter((value) => value !== undefined)).toEqual([]);
});

test('a title is cut to what fits', () => {
  expect(readPrefill({ title: 'あ'.repeat(500) }).title).toHaveLength(120);
});
