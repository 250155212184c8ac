import { expect, test } from 'vitest';
import { asSystem } from '../../../db';
import { carriedBy, lettersOf, write } from '../../../testing/account-letters';
import { arrival, makePerson } from '../../../testing/people';
import type { Addressee } from '../../addressee/data';
import { listEvents } from '../../event/data';
import { askReset, resetPassword } from '../../recovery/mutations';
import { findSession } from '../../session/data';
import { openSession } from '../../session/mutations';
import { sweepTokens } from '../../token/mutations';
import { getEmailState } from '../data';
import { verifyEmail } from '../mutations';
import { agreeToChange, askEmailChange, objectToChange, withdrawChange } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const whence = { device: 'Firefox', place: '' };
const dead = { ok: false, reason: 'link-dead' };
const agree = (token: string, at = now) =>
  agreeToChange(token, (to, email) => write('changed')(to, email ?? ''), whence, at);
const letters = {
  toOld: write('old'),
  toNew: {
    free: write('new'),
    taken: (to: Addressee) => write('new')(to, 'taken'),
  },
};

/** Someone whose e-mail was verified. */
async function someone() {
  const person = await makePerson();
  const { handle, userId } = person;
  const data = { emailVerifiedAt: now };
  await asSystem((tx) => tx.user.update({ where: { id: userId }, data }));
  return { ...person, email: `${handle}@example.com`, next: `${handle}@example.org` };
}

/** Someone who asked to change, with the links that both addresses got. */
async function asking() {
  const person = await someone();
  await askEmailChange(person, person.next, letters, whence, now);
  const links = {
    old: await carriedBy(person.userId, 'old'),
    new: await carriedBy(person.userId, 'new'),
  };
  return { ...person, links };
}

const emailOf = async (person: Awaited<ReturnType<typeof someone>>) =>
  (await getEmailState(person, now)).email;

test('both addresses get a link of their own, and nothing changes yet', async () => {
  const person = await asking();
  const { email, next, links } = person;
  expect((await lettersOf(person.userId)).map(({ to }) => to)).toEqual([
    `old to ${email}`,
    `new to ${next}`,
  ]);
  expect(links.old).not.toBe(links.new);
  expect(await getEmailState(person, now)).toEqual({
    email,
    isVerified: true,
    change: { email: next, until: later(60) },
  });
  expect(await listEvents(person, 10)).toMatchObject([
    { what: 'email_change_asked', detail: next, ...whence },
  ]);
});

test.each([
  ['old', 'new'],
  ['new', 'old'],
] as const)(
  'once the %s address and then the %s one agreed, the e-mail is the new one, verified',
  async (first, second) => {
    const person = await asking();
    expect(await agree(person.links[first])).toEqual({ ok: true, value: 'agreed' });
    expect(await emailOf(person)).toBe(person.email);
    expect(await agree(person.links[second])).toEqual({ ok: true, value: 'changed' });
    expect(await getEmailState(person, now)).toEqual({
      email: person.next,
      isVerified: true,
      change: null,
    });
    expect((await listEvents(person, 1))[0]).toMatchObject({
      what: 'email_changed',
      detail: person.next,
    });
    const told = (await lettersOf(person.userId)).slice(2);
    expect(told.map(({ to, carried }) => [to, carried])).toEqual([
      [`changed to ${person.email}`, person.next],
      [`changed to ${person.next}`, person.next],
    ]);
  },
);

test('both agree at the same moment: it changes, once', async () => {
  const person = await asking();
  const { links } = person;
  const all = await Promise.all(
    [links.old, links.new, links.old, links.new].map((one) => agree(one)),
  );
  expect(all.map((one) => (one.ok ? one.value : one.reason)).sort()).toEqual([
    'agreed',
    'changed',
    'link-dead',
    'link-dead',
  ]);
  expect(await emailOf(person)).toBe(person.next);
  expect((await lettersOf(person.userId)).filter(({ to }) => /^changed/.test(to))).toHaveLength(2);
});

test('one address alone changes nothing, however often it agrees', async () => {
  const person = await asking();
  expect(await agree(person.links.new)).toMatchObject({ value: 'agreed' });
  expect(await agree(person.links.new)).toEqual(dead);
  expect(await emailOf(person)).toBe(person.email);
});

test('links work for an hour; what nobody agreed to then is swept out', async () => {
  const person = await asking();
  await agree(person.links.new, later(59));
  expect(await agree(person.links.old, later(60))).toEqual(dead);
  expect((await getEmailState(person, later(60))).change).toBeNull();
  await sweepTokens(later(60));
  const where = { ownerId: person.userId };
  expect(await asSystem((tx) => tx.emailChange.count({ where }))).toBe(0);
});

test('either address may object, and whoever asked may think better of it', async () => {
  for (const side of ['old', 'new'] as const) {
    const person = await asking();
    expect(await objectToChange(person.links[side], now)).toEqual({ ok: true, value: null });
    expect(await objectToChange(person.links[side], now)).toEqual(dead);
    for (const link of Object.values(person.links)) expect(await agree(link)).toEqual(dead);
    expect((await getEmailState(person, now)).change).toBeNull();
  }
  const [person, other] = [await asking(), await asking()];
  await withdrawChange(person);
  for (const link of Object.values(person.links)) expect(await agree(link)).toEqual(dead);
  expect(await agree(other.links.old)).toMatchObject({ ok: true });
});

test('asking for another address ends what was asked before', async () => {
  const person = await asking();
  await agree(person.links.old);
  const second = `second-${person.next}`;
  await askEmailChange(person, second, letters, whence, now);
  for (const link of Object.values(person.links)) expect(await agree(link)).toEqual(dead);
  expect(await agree(await carriedBy(person.userId, 'new'))).toMatchObject({ value: 'agreed' });
  expect(await agree(await carriedBy(person.userId, 'old'))).toMatchObject({ value: 'changed' });
  expect(await emailOf(person)).toBe(second);
});

test('nothing is written to a mailbox that got enough, and no link to it stays', async () => {
  const person = await asking();
  await askEmailChange(person, `b-${person.next}`, { ...letters, toNew: null }, whence, now);
  expect((await lettersOf(person.userId)).map(({ to }) => to.split(' ')[0])).toEqual([
    'old',
    'new',
    'old',
  ]);
  expect(await agree(person.links.new)).toEqual(dead);
});

test('an address that has an account: the same answer and lines, but no link that changes anything', async () => {
  const [person, other] = [await someone(), await someone()];
  const same = await askEmailChange(person, person.email, letters, whence, now);
  expect(same).toEqual({ ok: false, reason: 'email-same' });
  const free = await asking();
  expect(await askEmailChange(person, other.email, letters, whence, now)).toEqual({
    ok: true,
    value: null,
  });
  expect(await getEmailState(person, now)).toMatchObject({ change: { email: other.email } });
  // As whoever asked sees them in the list of their letters.
  const lines = async ({ userId }: { userId: string }) =>
    (await lettersOf(userId)).map(({ to, secretUntil }) => [to.split(' ')[0], secretUntil]);
  expect(await lines(person)).toEqual(await lines(free));
  expect(await lettersOf(other.userId)).toEqual([]);
  expect(await carriedBy(person.userId, 'new')).toBe('taken');
  await agree(await carriedBy(person.userId, 'old'));
  expect([await emailOf(person), await emailOf(other)]).toEqual([person.email, other.email]);
});

test('of two who both agreed on one address, the index lets one have it', async () => {
  const [person, rival] = [await asking(), await someone()];
  await askEmailChange(rival, person.next, letters, whence, now);
  const links = [
    await carriedBy(rival.userId, 'old'),
    await carriedBy(rival.userId, 'new'),
  ] as const;
  await agree(person.links.old);
  await agree(links[0]);
  const both = await Promise.all([agree(person.links.new), agree(links[1])]);
  expect(both).toContainEqual({ ok: true, value: 'changed' });
  expect(both).toContainEqual(dead);
  const emails = [await emailOf(person), await emailOf(rival)];
  expect(emails.filter((email) => email === person.next)).toHaveLength(1);
  // Nothing waits of the one that lost.
  const states = [await getEmailState(person, now), await getEmailState(rival, now)];
  expect(states.map(({ change }) => change)).toEqual([null, null]);
});

test('sessions stay; links to the old address end with it', async () => {
  const person = await asking();
  const { secret } = await openSession(person.userId, arrival(), now);
  await askReset(person.email, 'en', write('reset'), now);
  const reset = await carriedBy(person.userId, 'reset');
  await agree(person.links.old);
  await agree(person.links.new);
  expect(await findSession(secret, now)).not.toBeNull();
  const form = { token: reset, password: 'lantern tide orchard 42' };
  expect(await resetPassword(form, write('changed'), whence, now)).toEqual(dead);
});

test('a link of another purpose agrees to nothing, and one of a change verifies nothing', async () => {
  const person = await asking();
  await askReset(person.email, 'en', write('reset'), now);
  for (const token of [await carriedBy(person.userId, 'reset'), '', 'x'.repeat(43)]) {
    expect(await agree(token)).toEqual(dead);
    expect(await objectToChange(token, now)).toEqual(dead);
  }
  expect(await verifyEmail(person, person.links.old, whence, now)).toEqual(dead);
  expect(await agree(person.links.old)).toMatchObject({ ok: true });
});
