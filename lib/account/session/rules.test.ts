import { expect, test } from 'vitest';
import { isFresh } from './rules';

test('a proof holds for five minutes', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  expect(isFresh(ago(0), now)).toBe(true);
  expect(isFresh(ago(299.999), now)).toBe(true);
  expect(isFresh(ago(300), now)).toBe(false);
});
