import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { env } from '../../env';
import { reviseProfile } from '../../record/mutations';
import { letterDraft } from '../../testing/letters';
import { makePerson } from '../../testing/people';
import { signUp } from '../mutations';
import { planDeletion, purgeAccount, sweepHolds } from './mutations';
import { handleHash } from './rules';

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const whence = { device: 'Firefox', place: '' };
const taken = { ok: false, reason: 'handle-taken' };
const done = { ok: true, value: null };
const newHandle = () => `h${randomBytes(8).toString('hex')}`;

async function remove({ userId, ...viewer }: Viewer, at = now) {
  const letter = () => letterDraft();
  await planDeletion({ ...viewer, userId }, { when: 'now', whence, letter }, at);
  return purgeAccount(userId, at);
}

function join(handle: string) {
  const password = 'lantern tide orchard 42';
  const email = `${newHandle()}@example.org`;
  return signUp({ displayName: '健', handle, email, password, zone: 'Asia/Tokyo' }, 'ja');
}

async function rename(person: Viewer, version: number, handle: string, at = now) {
  const nothing = { ja: null, en: null };
  const rest = { displayName: '花', headline: nothing, about: nothing, contactLinks: [] };
  return reviseProfile(person, version, { handle, language: 'ja', ...rest }, at);
}

test('for 90 days nobody gets the handle, by signing up or by changing theirs', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await remove(hana);
  expect(await join(hana.handle)).toEqual(taken);
  expect(await rename(ken, 1, hana.handle)).toEqual(taken);
  expect(await rename(ken, 1, hana.handle, days(89.9))).toEqual(taken);
  expect(await rename(ken, 1, hana.handle, days(90.1))).toEqual(done);
});

test('after 90 days whoever signs up gets it', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await remove(hana, days(-89));
  expect(await join(hana.handle)).toEqual(taken);
  await remove(ken, days(-91));
  expect(await join(ken.handle)).toEqual(done);
});

test('handles given up that led on are kept out of use too, and those that did not are not', async () => {
  const hana = await makePerson();
  const [second, third] = [newHandle(), newHandle()];
  await rename(hana, 1, second, days(-91));
  await rename(hana, 2, third);
  await remove(hana);
  expect(await join(hana.handle)).toEqual(done);
  expect(await join(second)).toEqual(taken);
  expect(await join(third)).toEqual(taken);
});

test('wanted by others in the moment of the deletion, the handle goes to none of them', async () => {
  const hana = await makePerson();
  const others = await Promise.all(Array.from({ length: 4 }, () => makePerson()));
  const letter = () => letterDraft();
  await planDeletion(hana, { when: 'now', whence, letter }, now);
  const [gone, ...answers] = await Promise.all([
    purgeAccount(hana.userId, now),
    ...others.map((other) => rename(other, 1, hana.handle)),
    join(hana.handle),
  ]);
  expect(gone).not.toBeNull();
  expect(answers).toEqual(answers.map(() => taken));
});

test('a change of handle that is refused changes nothing', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await remove(hana);
  expect(await rename(ken, 1, hana.handle)).toEqual(taken);
  const record = await asSystem((tx) => tx.record.findUnique({ where: { ownerId: ken.userId } }));
  expect(record).toMatchObject({ version: 1, handle: ken.handle });
  expect(await rename(ken, 1, newHandle())).toEqual(done);
});

test('what is kept is no handle, and goes when its time is over', async () => {
  const hana = await makePerson();
  await remove(hana);
  const hash = handleHash(hana.handle, env().APP_SECRET);
  const held = () => asSystem((tx) => tx.handleHold.findMany({ where: { handleHash: hash } }));
  expect(await held()).toEqual([{ handleHash: hash, until: days(90) }]);
  await sweepHolds(days(89));
  expect(await held()).toHaveLength(1);
  await sweepHolds(days(90));
  expect(await held()).toEqual([]);
});

test('deleted twice within the 90 days, it is out of use from the last time on', async () => {
  const hana = await makePerson();
  await remove(hana, days(-91));
  const ken = await makePerson();
  await rename(ken, 1, hana.handle);
  await remove(ken);
  expect(await join(hana.handle)).toEqual(taken);
});
