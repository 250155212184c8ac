import { expect, test } from 'vitest';
import { normaliseEmail } from './email';

test.each([
  [' Hana@Example.COM ', 'hana@example.com'],
  ['ha\u200bna\0@example.com', 'hana@example.com'],
  ['ｈａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'hana@example.com'],
])('%j is stored as %s', (typed, stored) => {
  expect(normaliseEmail(typed)).toBe(stored);
});

test('one of many marks is no long work', () => {
  const start = performance.now();
  normaliseEmail('\u0300\u0316'.repeat(5_000));
  expect(performance.now() - start).toBeLessThan(1_000);
});
