import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, type Month } from '@/lib/calendar';
import { barsEnd, barsFoot, barsGeometry, barTicks } from './bars-geometry';

function months(values: readonly number[], first: Month = '2025-11') {
  return values.map((value, i) => ({ key: addMonths(first, i), value }));
}

test('bars rise from the base line, and losses hang from it', () => {
  const { bars, base, best } = barsGeometry(months([100, -50, 0]));
  const [gain, loss, none] = bars;
  expect(gain && gain.y + gain.height).toBeCloseTo(base);
  expect(loss?.y).toBeCloseTo(base);
  expect(gain?.height).toBeCloseTo(2 * (loss?.height ?? 0));
  expect(none?.height).toBe(0);
  expect(best).toBe('2025-11');
});

test('without losses the base line is the foot; without gains there is no best', () => {
  expect(barsGeometry(months([1, 2])).base).toBe(barsFoot);
  expect(barsGeometry(months([-1, -2])).best).toBeUndefined();
  expect(barsGeometry([])).toMatchObject({ bars: [], names: [] });
});

test('a year is named under its January, and of many years a few', () => {
  const names = barsGeometry(months(Array(14).fill(1))).names;
  expect(names.filter(({ year }) => year).map(({ key, year }) => [key, year])).toEqual([
    ['2026-01', '2026'],
  ]);
  const century = barsGeometry(months(Array(1_200).fill(1), '1930-01')).names;
  expect(century.filter(({ year }) => year).length).toBeLessThanOrEqual(8);
});

test('everything stays within the drawing, ticks apart from each other and from the base', () => {
  const values = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (list) => {
      const given = months(list);
      const ticks = barTicks(given).map((value) => ({ value, label: String(value) }));
      const { bars, ticks: shown, base } = barsGeometry(given, ticks);
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(barsEnd + 1e-9);
        expect(bar.y).toBeGreaterThanOrEqual(0);
        expect(bar.y + bar.height).toBeLessThanOrEqual(barsFoot + 2 + 1e-9);
      }
      const lines = [base, ...shown.map(({ y }) => y)].sort((a, b) => a - b);
      for (const [i, y] of lines.entries()) {
        if (i > 0) expect(y - (lines[i - 1] ?? 0)).toBeGreaterThanOrEqual(20);
      }
    }),
  );
});
