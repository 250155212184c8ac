import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { consumeToken, findToken, issueToken } from './row';
import { type TokenPurpose, tokenLife } from './rules';

const now = new Date('2026-11-22T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const email = 'hana@example.com';

const issue = (ownerId: string, purpose: TokenPurpose = 'reset') =>
  asSystem((tx) => issueToken(tx, ownerId, purpose, email, now));
const consume = (token: string, purpose: TokenPurpose = 'reset', at = now) =>
  asSystem((tx) => consumeToken(tx, token, purpose, at));

test('a token says whose it is once, and the table does not know it', async () => {
  const { userId } = await makePerson();
  const token = await issue(userId);
  const rows = await asSystem((tx) => tx.accountToken.findMany({ where: { ownerId: userId } }));
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(await asSystem((tx) => findToken(tx, token, 'reset', now))).toEqual({
    ownerId: userId,
    email,
  });
  expect(await consume(token)).toEqual({ ownerId: userId, email });
  expect(await consume(token)).toBeNull();
});

test('of ten tabs that use one token at once, one does', async () => {
  const { userId } = await makePerson();
  const token = await issue(userId);
  const ends = await Promise.all(Array.from({ length: 10 }, () => consume(token)));
  expect(ends.filter((end) => end !== null)).toHaveLength(1);
});

test('a newer token of a purpose ends the one before; one of another purpose does not', async () => {
  const { userId } = await makePerson();
  const [first, verify] = [await issue(userId), await issue(userId, 'verify')];
  const second = await issue(userId);
  expect(await consume(first)).toBeNull();
  expect(await consume(second)).not.toBeNull();
  expect(await consume(verify, 'verify')).not.toBeNull();
});

test.each(Object.entries(tokenLife) as [TokenPurpose, number][])(
  'a token to %s lives %i seconds, and opens nothing else',
  async (purpose, life) => {
    const { userId } = await makePerson();
    const token = await issue(userId, purpose);
    const others = (Object.keys(tokenLife) as TokenPurpose[]).filter((one) => one !== purpose);
    for (const other of others) expect(await consume(token, other)).toBeNull();
    expect(await consume(token, purpose, later(life))).toBeNull();
    expect(await consume(token, purpose, later(life - 1))).not.toBeNull();
  },
);

test.each(['', 'x', 'a'.repeat(42), 'a'.repeat(5_000), `${'a'.repeat(42)}\0`])(
  '%j is no token',
  async (token) => {
    expect(await consume(token)).toBeNull();
  },
);
