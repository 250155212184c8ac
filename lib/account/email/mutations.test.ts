import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { carriedBy, lettersOf, write } from '../../testing/account-letters';
import { makePerson } from '../../testing/people';
import { listEvents } from '../event/data';
import { proveAccount, signUp } from '../mutations';
import { askReset, resetPassword } from '../recovery/mutations';
import { sweepTokens } from '../token/mutations';
import { getEmailState } from './data';
import { askVerification, verifyEmail } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const whence = { device: 'Firefox', place: '' };
const dead = { ok: false, reason: 'link-dead' };
const password = 'lantern tide orchard 42';
const viewer = await makePerson();
const verify = ({ userId }: { userId: string }, token: string, at = now) =>
  verifyEmail({ ...viewer, userId }, token, whence, at);

async function someone() {
  const person = await makePerson();
  return { ...person, email: `${person.handle}@example.com` };
}

async function linkFor(person: Awaited<ReturnType<typeof someone>>) {
  await askVerification(person, write('verify'), now);
  return carriedBy(person.userId, 'verify');
}

function form() {
  const handle = `t-${randomUUID().slice(0, 8)}`;
  return {
    displayName: '花',
    handle,
    email: `${handle}@example.com`,
    password,
    zone: 'Asia/Tokyo',
  };
}

const letters = { verify: write('verify'), known: write('known') };

async function signedUp() {
  const typed = form();
  await signUp(typed, 'ja', null, letters);
  const userId = await proveAccount(typed.email, password);
  if (!userId) throw new Error('the account just made does not open');
  return { ...typed, userId };
}

test('signing up brings one letter, whose link verifies the e-mail', async () => {
  const { userId, email } = await signedUp();
  const [letter, ...others] = await lettersOf(userId);
  expect(others).toEqual([]);
  expect(letter?.to).toBe(`verify to ${email}`);
  expect(letter?.secretUntil).not.toBeNull();
  expect(await verify({ userId }, letter?.carried ?? '', new Date())).toEqual({
    ok: true,
    value: null,
  });
});

test('for an e-mail with an account it is one letter too, to its owner and without a link', async () => {
  const { userId, email } = await signedUp();
  const token = await carriedBy(userId, 'verify');
  const again = { ...form(), email };
  expect(await signUp(again, 'en', null, letters)).toEqual({ ok: true, value: null });
  const all = await lettersOf(userId);
  expect(all.map(({ to }) => to)).toEqual([`verify to ${email}`, `known to ${email}`]);
  expect(all.at(-1)).toMatchObject({ carried: '', secretUntil: null });
  // The link of the true owner works as before.
  expect(await verify({ userId }, token, new Date())).toMatchObject({ ok: true });
});

test('a handle that is taken brings no letter', async () => {
  const [taken, other] = [await signedUp(), await signedUp()];
  const refused = await signUp({ ...form(), handle: taken.handle }, 'en', null, letters);
  expect(refused).toMatchObject({ reason: 'handle-taken' });
  const known = { ...form(), handle: taken.handle, email: other.email };
  await signUp(known, 'en', null, letters);
  expect(await lettersOf(other.userId)).toHaveLength(1);
});

test('the link verifies once, for a day; of two tabs one does', async () => {
  const person = await someone();
  const token = await linkFor(person);
  expect(await verify(person, token, later(24))).toEqual(dead);
  const both = await Promise.all([
    verify(person, token, later(23.9)),
    verify(person, token, later(23.9)),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual(dead);
  expect(await getEmailState(person, now)).toEqual({
    email: person.email,
    isVerified: true,
    change: null,
  });
  expect(await listEvents(person, 10)).toMatchObject([{ what: 'email_verified', ...whence }]);
});

test('the link verifies nothing for who is signed in to another account, and stays', async () => {
  const [person, other] = [await someone(), await someone()];
  const token = await linkFor(person);
  expect(await verify(other, token)).toEqual(dead);
  expect(await getEmailState(other, now)).toMatchObject({ isVerified: false });
  expect(await getEmailState(person, now)).toMatchObject({ isVerified: false });
  expect(await verify(person, token)).toMatchObject({ ok: true });
});

test('another letter ends the link of the one before; a verified e-mail gets none', async () => {
  const person = await someone();
  const first = await linkFor(person);
  const second = await linkFor(person);
  expect(await verify(person, first)).toEqual(dead);
  expect(await verify(person, second)).toMatchObject({ ok: true });
  expect(await askVerification(person, write('verify'), now)).toBe(false);
  expect(await lettersOf(person.userId)).toHaveLength(2);
});

test('a link of a reset, of nobody or of another e-mail verifies nothing', async () => {
  const person = await someone();
  await askReset(person.email, 'en', write('reset'), now);
  for (const token of [await carriedBy(person.userId, 'reset'), '', 'x'.repeat(43)]) {
    expect(await verify(person, token)).toEqual(dead);
  }
  const token = await linkFor(person);
  const where = { id: person.userId };
  const email = `new-${person.email}`;
  await asSystem((tx) => tx.user.update({ where, data: { email } }));
  expect(await verify(person, token)).toEqual(dead);
  expect(await getEmailState(person, now)).toMatchObject({ email, isVerified: false });
});

test('a link that verifies sets no password', async () => {
  const person = await someone();
  const token = await linkFor(person);
  const set = { token, password };
  expect(await resetPassword(set, write('changed'), whence, now)).toEqual(dead);
});

test('links that ended are swept out, and live ones are not', async () => {
  const person = await someone();
  const token = await linkFor(person);
  await sweepTokens(later(23.9));
  expect(await verify(person, token, later(23.9))).toMatchObject({ ok: true });
  await linkFor(await someone());
  await sweepTokens(later(24));
  expect(
    await asSystem((tx) => tx.accountToken.count({ where: { purpose: 'verify', createdAt: now } })),
  ).toBe(0);
});
