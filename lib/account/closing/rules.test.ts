import { expect, test } from 'vitest';
import { goesAt, handleHash, heldUntil } from './rules';

const now = new Date('2026-11-30T03:00:00Z');
const secret = 'a secret longer than 32 characters, of tests';

test('an account goes at once, or 30 days after it was asked for', () => {
  expect(goesAt('now', now)).toEqual(now);
  expect(goesAt('later', now)).toEqual(new Date('2026-12-30T03:00:00Z'));
});

test('its handle is out of use for 90 days', () => {
  expect(heldUntil(now)).toEqual(new Date('2027-02-28T03:00:00Z'));
});

test('what is kept of a handle differs with the handle and the secret, and shows neither', () => {
  const hash = handleHash('hana', secret);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(handleHash('hana', secret)).toBe(hash);
  expect(handleHash('hanae', secret)).not.toBe(hash);
  expect(handleHash('hana', `${secret}.`)).not.toBe(hash);
});
