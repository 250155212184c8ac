import { expect, test } from 'vitest';
import { carriedBy, lettersOf, write } from '../../../testing/account-letters';
import { makePerson } from '../../../testing/people';
import type { Addressee } from '../../addressee/data';
import { getEmailState } from '../data';
import { askVerification, verifyEmail } from '../mutations';
import { agreeToChange, askEmailChange, objectToChange } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const whence = { device: 'Firefox', place: '' };
const dead = { ok: false, reason: 'link-dead' };
const agree = (token: string) =>
  agreeToChange(token, (to, email) => write('changed')(to, email ?? ''), whence, now);
const letters = {
  toOld: (to: Addressee, token: string, isVerified: boolean) =>
    write(isVerified ? 'old' : 'notice')(to, token),
  toNew: { free: write('new'), taken: write('new') },
};

/** Someone who asked to change an e-mail that was never verified, with the links that both addresses got. */
async function asking() {
  const person = await makePerson();
  const [email, next] = [`${person.handle}@example.com`, `${person.handle}@example.org`];
  await askEmailChange(person, next, letters, whence, now);
  const links = {
    old: await carriedBy(person.userId, 'notice'),
    new: await carriedBy(person.userId, 'new'),
  };
  return { ...person, email, next, links };
}

const emailOf = async (person: Awaited<ReturnType<typeof asking>>) =>
  (await getEmailState(person, now)).email;

test('an e-mail that was never verified changes by the new address alone; the one before is told, and of no other', async () => {
  const person = await asking();
  expect((await lettersOf(person.userId)).map(({ to }) => to)).toEqual([
    `notice to ${person.email}`,
    `new to ${person.next}`,
  ]);
  expect(await agree(person.links.new)).toEqual({ ok: true, value: 'changed' });
  expect(await getEmailState(person, now)).toEqual({
    email: person.next,
    isVerified: true,
    change: null,
  });
  const told = (await lettersOf(person.userId)).slice(2);
  expect(told.map(({ to, carried }) => [to, carried])).toEqual([
    [`changed to ${person.email}`, ''],
    [`changed to ${person.next}`, person.next],
  ]);
  // What was sent to the one before does nothing any more.
  expect(await agree(person.links.old)).toEqual(dead);
});

test('it does not change by its own agreement, and not where it objects', async () => {
  const [agreeing, objecting] = [await asking(), await asking()];
  expect(await agree(agreeing.links.old)).toEqual({ ok: true, value: 'agreed' });
  expect(await emailOf(agreeing)).toBe(agreeing.email);
  expect(await agree(agreeing.links.new)).toEqual({ ok: true, value: 'changed' });
  expect(await objectToChange(objecting.links.old, now)).toEqual({ ok: true, value: null });
  expect(await agree(objecting.links.new)).toEqual(dead);
  expect(await emailOf(objecting)).toBe(objecting.email);
});

test('it has to agree once it is verified, even where the change was asked for before', async () => {
  const person = await asking();
  await askVerification(person, write('verify'), now);
  const link = await carriedBy(person.userId, 'verify');
  expect(await verifyEmail(person, link, whence, now)).toMatchObject({ ok: true });
  expect(await agree(person.links.new)).toEqual({ ok: true, value: 'agreed' });
  expect(await emailOf(person)).toBe(person.email);
  expect(await agree(person.links.old)).toEqual({ ok: true, value: 'changed' });
  expect((await lettersOf(person.userId)).at(-2)).toMatchObject({ carried: person.next });
});

test('where it is verified at the moment the new address agrees, it is asked or has changed, never both', async () => {
  const person = await asking();
  await askVerification(person, write('verify'), now);
  const link = await carriedBy(person.userId, 'verify');
  const [verified, agreed] = await Promise.all([
    verifyEmail(person, link, whence, now),
    agree(person.links.new),
  ]);
  const email = await emailOf(person);
  const ended = [verified.ok, agreed.ok && agreed.value, email];
  expect([
    [true, 'agreed', person.email],
    [false, 'changed', person.next],
  ]).toContainEqual(ended);
});
