import { expect, test } from 'vitest';
import { hashPassword } from '../../auth/password';
import { asSystem } from '../../db';
import { carriedBy, lettersOf, write } from '../../testing/account-letters';
import { arrival, makePerson } from '../../testing/people';
import { findChallenge, openChallenge } from '../challenge/mutations';
import { hasPassword } from '../data';
import { listEvents } from '../event/data';
import { proveAccount } from '../mutations';
import { askReset, resetPassword } from '../recovery/mutations';
import { findSession } from '../session/data';
import { openSession } from '../session/mutations';
import { changePassword } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const whence = { device: 'Firefox', place: '' };
const current = 'lantern tide orchard 42';
const password = 'another long secret 9';

/** Someone signed in whose password is `current`, or who has none. */
async function someone(passwordHash?: string | null) {
  const person = await makePerson();
  const { secret } = await openSession(person.userId, arrival(), now);
  const facts = await findSession(secret, now);
  const data = {
    passwordHash: passwordHash === undefined ? await hashPassword(current) : passwordHash,
  };
  await asSystem((tx) => tx.user.update({ where: { id: person.userId }, data }));
  const email = `${person.handle}@example.com`;
  return { ...person, email, secret, sessionId: facts?.sessionId ?? '' };
}

type Someone = Awaited<ReturnType<typeof someone>>;
const change = (person: Someone, form: { current: string; password: string }) =>
  changePassword(person, form, write('changed'), whence, now);

test('the new password opens the account, the old one does not, and its owner is told', async () => {
  const person = await someone();
  expect(await change(person, { current, password })).toEqual({ ok: true, value: null });
  expect(await proveAccount(person.email, password)).toBe(person.userId);
  expect(await proveAccount(person.email, current)).toBeNull();
  expect((await lettersOf(person.userId)).map(({ to }) => to)).toEqual([
    `changed to ${person.email}`,
  ]);
  expect((await listEvents(person, 1))[0]).toMatchObject({ what: 'password_changed', ...whence });
});

test('every other session ends, and so does whoever waits before the second factor', async () => {
  const person = await someone();
  const { secret: other } = await openSession(person.userId, arrival({ device: 'phone' }), now);
  const step = await openChallenge('second_factor', { ownerId: person.userId }, now);
  await change(person, { current, password });
  expect(await findSession(person.secret, now)).not.toBeNull();
  expect(await findSession(other, now)).toBeNull();
  expect(await findChallenge(step, 'second_factor', now)).toBeNull();
});

test('a link that would reset it works no more', async () => {
  const person = await someone();
  await askReset(person.email, 'en', write('reset'), now);
  const token = await carriedBy(person.userId, 'reset');
  await change(person, { current, password });
  const form = { token, password: 'a third long secret 7' };
  const dead = { ok: false, reason: 'link-dead' };
  expect(await resetPassword(form, write('changed'), whence, now)).toEqual(dead);
});

test('a wrong current password changes nothing and ends no session', async () => {
  const person = await someone();
  const { secret: other } = await openSession(person.userId, arrival(), now);
  for (const wrong of ['', 'not the password', password]) {
    const refused = { ok: false, reason: 'password-wrong' };
    expect(await change(person, { current: wrong, password })).toEqual(refused);
  }
  expect(await proveAccount(person.email, current)).toBe(person.userId);
  expect(await findSession(other, now)).not.toBeNull();
  expect(await lettersOf(person.userId)).toEqual([]);
});

test('who came by a provider has none, and sets one', async () => {
  const person = await someone(null);
  expect(await hasPassword(person)).toBe(false);
  expect(await change(person, { current: '', password })).toEqual({ ok: true, value: null });
  expect(await hasPassword(person)).toBe(true);
  expect(await proveAccount(person.email, password)).toBe(person.userId);
});

test('one that is little more than the handle is refused', async () => {
  const person = await someone();
  const personal = { current, password: `${person.handle}12` };
  expect(await change(person, personal)).toEqual({ ok: false, reason: 'password-personal' });
});

test('of two changes at once, one counts', async () => {
  const person = await someone();
  const typed = [password, 'a third long secret 7'];
  const done = await Promise.all(typed.map((one) => change(person, { current, password: one })));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  const opens = await Promise.all(typed.map((one) => proveAccount(person.email, one)));
  expect(opens.map((id) => id !== null)).toEqual(done.map(({ ok }) => ok));
});
