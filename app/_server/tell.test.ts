import { expect, test } from 'vitest';
import { planDeletion } from '@/lib/account/closing/mutations';
import { asSystem } from '@/lib/db';
import { write } from '@/lib/testing/account-letters';
import { makePerson } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';
import { purge } from './closing';
import { askEmailChangeOf } from './email';
import { mayWriteTo } from './mailbox';
import { tellOwner } from './tell';

const now = new Date();
const { most, seconds } = throttles.unprovedMailbox;
const everyTime = Array.from({ length: most + 2 });

async function someone(emailVerifiedAt: Date | null) {
  const person = await makePerson();
  const where = { id: person.userId };
  await asSystem((tx) => tx.user.update({ where, data: { emailVerifiedAt } }));
  return person;
}

const count = (ownerId: string) => asSystem((tx) => tx.mail.count({ where: { ownerId } }));

test('a mailbox that nobody proved to be theirs gets few letters a day, a proven one all', async () => {
  const [unproved, proved] = [await someone(null), await someone(now)];
  for (const { userId } of [unproved, proved]) {
    for (const _ of everyTime) await tellOwner(userId, write('told'), now);
  }
  expect(await count(unproved.userId)).toBe(most);
  expect(await count(proved.userId)).toBe(everyTime.length);
  await tellOwner(unproved.userId, write('told'), new Date(now.getTime() + seconds * 1000));
  expect(await count(unproved.userId)).toBe(most + 1);
});

test('what stands behind the + is no other mailbox', async () => {
  const [local, host] = [crypto.randomUUID(), 'example.com'];
  const heard: boolean[] = [];
  for (const [i] of everyTime.entries()) {
    heard.push(await mayWriteTo({ email: `${local}+${i}@${host}`, isVerified: false }, now));
  }
  expect(heard.filter(Boolean)).toHaveLength(most);
  expect(heard.slice(most)).toEqual([false, false]);
});

test('such a mailbox is asked about no change of e-mail either, and an account goes without a word', async () => {
  const person = await someone(null);
  for (const _ of everyTime) await tellOwner(person.userId, write('told'), now);
  const asked = await askEmailChangeOf(person, 'other@example.com', new Headers(), now);
  expect(asked).toEqual({ ok: false, reason: 'too-many-tries' });
  expect(await count(person.userId)).toBe(most);
  await planDeletion(person, { when: 'now', whence: { device: '', place: '' }, letter: null }, now);
  expect(await purge(person.userId, now)).toBe(true);
});
