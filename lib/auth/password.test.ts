import { expect, test } from 'vitest';
import { argon2, hashPassword, nobodys, Overloaded, verifyPassword } from './password';

const cost = `$argon2id$v=19$m=${argon2.memoryCost},t=${argon2.timeCost},p=${argon2.parallelism}$`;

test('what is stored is argon2id at the stated cost, for nobody too', async () => {
  expect(await hashPassword('lantern tide orchard 42')).toContain(cost);
  expect(nobodys).toContain(cost);
});

test('a password is the same however it was composed', async () => {
  const stored = await hashPassword('が'.repeat(12));
  expect(await verifyPassword(stored, 'か\u3099'.repeat(12))).toBe(true);
  expect(await verifyPassword(stored, 'か'.repeat(12))).toBe(false);
});

test('nobody has a password', async () => {
  expect(await verifyPassword(null, '')).toBe(false);
});

test('a flood is refused, and what was let in is served', async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, () => verifyPassword(null, 'lantern tide orchard 42')),
  );
  const refused = all.filter((one) => one.status === 'rejected');
  expect(refused.length).toBe(200 - 66);
  for (const one of refused) expect(one.reason).toBeInstanceOf(Overloaded);
  expect(await verifyPassword(null, 'lantern tide orchard 42')).toBe(false);
});
