import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asSystem } from '../db';
import { countTry, forgetTries, takeTryBack } from './mutations';

const now = new Date('2026-11-22T00:00:00Z');
const limit = { scope: 'test', most: 5, seconds: 60 };
const mine = () => ({ limit, subject: randomUUID() });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('of tries sent at once, exactly as many pass as may', async () => {
  const tried = mine();
  const passed = await Promise.all(Array.from({ length: 20 }, () => countTry([tried], now)));
  expect(passed.filter(Boolean)).toHaveLength(limit.most);
});

test('the window runs from the first try, and refused tries do not lengthen it', async () => {
  const tried = mine();
  for (let i = 0; i < limit.most; i += 1) expect(await countTry([tried], now)).toBe(true);
  expect(await countTry([tried], later(59))).toBe(false);
  expect(await countTry([tried], later(60))).toBe(true);
});

test('every limit must allow; one address does not use up the tries of another', async () => {
  const [address, account] = [mine(), mine()];
  for (let i = 0; i < limit.most; i += 1) await countTry([address, account], now);
  expect(await countTry([address, mine()], now)).toBe(false);
  expect(await countTry([mine(), account], now)).toBe(false);
  expect(await countTry([mine(), mine()], now)).toBe(true);
});

test('a good try is taken back, and forgetting starts afresh', async () => {
  const tried = mine();
  for (let i = 0; i < 3 * limit.most; i += 1) {
    expect(await countTry([tried], now)).toBe(true);
    await takeTryBack(tried);
  }
  for (let i = 0; i < limit.most; i += 1) await countTry([tried], now);
  expect(await countTry([tried], now)).toBe(false);
  await forgetTries(tried);
  expect(await countTry([tried], now)).toBe(true);
});

test('windows long over are swept, and no subject can be read from the table', async () => {
  const old = { limit, subject: `hana@example.com ${randomUUID()}` };
  await countTry([old], new Date('1999-01-01T00:00:00Z'));
  const ended = () =>
    asSystem((tx) => tx.rateLimit.count({ where: { resetAt: { lt: new Date('2000-01-01') } } }));
  expect(await ended()).toBe(1);
  await countTry([mine()], now);
  expect(await ended()).toBe(0);
  const keys = await asSystem((tx) => tx.rateLimit.findMany({ select: { key: true } }));
  for (const { key } of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
});
