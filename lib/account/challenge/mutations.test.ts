import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { findChallenge, openChallenge, takeChallenge } from './mutations';
import { challengeLife } from './rules';

const now = new Date('2026-11-22T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('a step waits for who has its secret, and is answered once', async () => {
  const { userId } = await makePerson();
  const secret = await openChallenge('second_factor', { ownerId: userId, data: { a: 1 } }, now);
  const step = { ownerId: userId, data: { a: 1 } };
  expect(await findChallenge(secret, 'second_factor', now)).toEqual(step);
  expect(await findChallenge(secret, 'provider', now)).toBeNull();
  expect(await takeChallenge(secret, 'provider', now)).toBeNull();
  const ends = await Promise.all(
    Array.from({ length: 10 }, () => takeChallenge(secret, 'second_factor', now)),
  );
  expect(ends.filter((end) => end !== null)).toEqual([step]);
  expect(await findChallenge(secret, 'second_factor', now)).toBeNull();
});

test('a step nobody answers in time is none, and goes', async () => {
  const secret = await openChallenge('provider', {}, now);
  const over = later(challengeLife.provider);
  expect(await findChallenge(secret, 'provider', later(challengeLife.provider - 1))).not.toBeNull();
  expect(await takeChallenge(secret, 'provider', over)).toBeNull();
  await openChallenge('provider', {}, over);
  const kept = await asSystem((tx) => tx.challenge.count({ where: { expiresAt: { lte: over } } }));
  expect(kept).toBe(0);
});

test('the table knows no secret, and an empty one opens nothing', async () => {
  const secret = await openChallenge('provider', {}, now);
  const rows = await asSystem((tx) => tx.challenge.findMany());
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(await findChallenge('', 'provider', now)).toBeNull();
});
