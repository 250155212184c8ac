import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asSystem } from '../db';
import { proveAccount, signUp } from './mutations';

const password = 'lantern tide orchard 42';

function form() {
  const handle = `t-${randomUUID().slice(0, 8)}`;
  const email = `${handle}@example.com`;
  return { displayName: '花', handle, email, password, zone: 'Asia/Tokyo' };
}

async function someone() {
  const typed = form();
  expect(await signUp(typed, 'ja')).toEqual({ ok: true, value: null });
  const userId = await proveAccount(typed.email, password);
  if (!userId) throw new Error('the account just made does not open');
  return { ...typed, userId };
}

const counts = () =>
  asSystem(async (tx) => ({ users: await tx.user.count(), records: await tx.record.count() }));

test('signing up makes an account and an unpublished record', async () => {
  const { userId, handle } = await someone();
  const user = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: userId }, include: { record: true } }),
  );
  expect(user).toMatchObject({ locale: 'ja', zone: 'Asia/Tokyo' });
  expect(user.record).toMatchObject({ handle, displayName: '花', publishedAt: null, version: 1 });
});

test('an e-mail with an account: the same answer, nothing changed, no handle used up', async () => {
  const { email, userId } = await someone();
  const before = await counts();
  const again = { ...form(), email, password: 'another long secret 9' };
  expect(await signUp(again, 'en')).toEqual({ ok: true, value: null });
  expect(await counts()).toEqual(before);
  expect(await proveAccount(email, password)).toBe(userId);
  expect(await proveAccount(email, again.password)).toBeNull();
  expect(await signUp({ ...form(), handle: again.handle }, 'en')).toMatchObject({ ok: true });
});

test('a taken handle: the same answer whether or not the e-mail has an account', async () => {
  const [taken, other] = [await someone(), await someone()];
  const before = await counts();
  const refused = { ok: false, reason: 'handle-taken' };
  expect(await signUp({ ...form(), handle: taken.handle }, 'en')).toEqual(refused);
  expect(await signUp({ ...form(), handle: taken.handle, email: other.email }, 'en')).toEqual(
    refused,
  );
  expect(await signUp({ ...form(), handle: taken.handle, email: taken.email }, 'en')).toEqual(
    refused,
  );
  expect(await counts()).toEqual(before);
});

test('of ten who want one handle at once, one gets it', async () => {
  const { handle } = form();
  const all = await Promise.all(
    Array.from({ length: 10 }, () => signUp({ ...form(), handle }, 'en')),
  );
  expect(all.filter((one) => one.ok)).toHaveLength(1);
});

test('of five who sign up one e-mail at once, one account comes', async () => {
  const { email } = form();
  const before = await counts();
  const all = await Promise.all(
    Array.from({ length: 5 }, () => signUp({ ...form(), email }, 'en')),
  );
  expect(all.every((one) => one.ok)).toBe(true);
  expect((await counts()).users).toBe(before.users + 1);
});

test('a wrong password and an unknown e-mail prove nothing', async () => {
  const { email } = await someone();
  expect(await proveAccount(email, 'not the password at all')).toBeNull();
  expect(await proveAccount('nobody@example.com', password)).toBeNull();
  expect(await proveAccount('', '')).toBeNull();
});
