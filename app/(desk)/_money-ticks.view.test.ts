import { expect, test } from 'vitest';
import { moneyTicks } from './_money-ticks';

test('a tick stands where its label says, and no label twice', () => {
  expect(moneyTicks([0, 0.2, 0.4, 0.6, 0.8, 1], 'JPY', 'ja')).toEqual([
    { value: 0, label: '0円' },
    { value: 1, label: '1円' },
  ]);
  expect(moneyTicks([50, 100, 150, 200], 'USD', 'en')).toEqual([
    { value: 100, label: '$1' },
    { value: 200, label: '$2' },
  ]);
  expect(moneyTicks([-20_000, 0, 20_000], 'JPY', 'en').map(({ value }) => value)).toEqual([
    -20_000, 0, 20_000,
  ]);
});
