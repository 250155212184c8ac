import { expect, test } from 'vitest';
import { baseForm, oneRate, rateForm } from './schema';

const today = '2026-08-15';
const form = { currency: 'USD', base: 'JPY', rate: '151.2', day: '2026-08-15' };

function reasons(typed: Record<string, string>): string[] {
  const parsed = rateForm(today).safeParse({ ...form, ...typed });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path} ${issue.message}`);
}

test('a rate is read into billionths', () => {
  expect(rateForm(today).parse(form)).toEqual({
    currency: 'USD',
    base: 'JPY',
    day: '2026-08-15',
    nanos: 151_200_000_000n,
  });
});

test.each([
  [{ rate: '0' }, 'rate rate-zero'],
  [{ rate: '' }, 'rate required'],
  [{ rate: '-1' }, 'rate rate-negative'],
  [{ rate: '9'.repeat(2_000) }, 'rate too-long'],
  [{ day: '2026-08-16' }, 'day date-in-future'],
  [{ day: '2026-08' }, 'day not-a-day'],
  [{ day: '' }, 'day required'],
  [{ day: '2026-02-30' }, 'day not-a-date'],
  [{ day: '1899-12-31' }, 'day date-too-early'],
  [{ currency: 'JPY' }, 'currency rate-same-currency'],
  [{ currency: 'XXX' }, 'currency currency-unknown'],
] as const)('%o is refused', (typed, reason) => {
  expect(reasons(typed)).toContain(reason);
});

test('a base is a currency or none', () => {
  expect(baseForm.parse({ base: 'EUR' })).toEqual({ base: 'EUR' });
  expect(baseForm.parse({ base: '' })).toEqual({ base: null });
  expect(baseForm.safeParse({ base: 'eur' }).success).toBe(false);
  expect(baseForm.safeParse({ base: 'EUR', more: '' }).success).toBe(false);
});

test('a rate to remove is named by currencies and day', () => {
  const { rate: _, ...key } = form;
  expect(oneRate.parse(key)).toEqual(key);
});
