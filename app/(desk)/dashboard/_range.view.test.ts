import { expect, test } from 'vitest';
import { monthsOf, readRange } from './_range';

test('the address may ask for what there is, and gets a year otherwise', () => {
  expect(['6', '12', '24', 'all'].map(readRange)).toEqual(['6', '12', '24', 'all']);
  expect([undefined, '', '7', '-1', ['6', '24']].map(readRange)).toEqual(Array(5).fill('12'));
});

test('all begins with the first fact, is never shorter than half a year', () => {
  const months = (first: string) => monthsOf('all', [{ month: first as never }], '2026-11');
  expect(monthsOf('6', [], '2026-02')).toEqual([
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
  expect(monthsOf('all', [], '2026-11')).toHaveLength(6);
  expect(months('2026-10')).toHaveLength(6);
  expect(months('2025-10').at(0)).toBe('2025-10');
  expect(months('2025-10')).toHaveLength(14);
  expect(months('1990-01')).toHaveLength(36 * 12 + 11);
});
