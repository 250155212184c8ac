import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '../account/mutations';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { makePerson } from '../testing/people';
import { publish, reviseProfile } from './mutations';
import { readHandleNow } from './public';

const now = new Date();
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const newHandle = () => `h${randomBytes(8).toString('hex')}`;

/** Changes the handle and nothing else; `version` is the number of changes before, plus one. */
async function rename(person: Viewer, version: number, handle: string, at = now) {
  const nothing = { ja: null, en: null };
  const rest = { displayName: '花', headline: nothing, about: nothing, contactLinks: [] };
  return reviseProfile(person, version, { handle, language: 'ja', ...rest }, at);
}

const taken = { ok: false, reason: 'handle-taken' };
const done = { ok: true, value: null };

test('an old handle leads to the new one while the record is published', async () => {
  const hana = await makePerson();
  const [second, third] = [newHandle(), newHandle()];
  await rename(hana, 1, second);
  expect(await readHandleNow(hana.handle)).toBeNull();
  await publish(hana, now);
  expect(await readHandleNow(hana.handle)).toBe(second);
  await rename(hana, 2, third);
  expect(await readHandleNow(hana.handle)).toBe(third);
  expect(await readHandleNow(second)).toBe(third);
  expect(await readHandleNow(third)).toBeNull();
  expect(await readHandleNow("x' OR 1=1")).toBeNull();
});

test('for 90 days nobody else gets it, by changing theirs or by signing up', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await rename(hana, 1, newHandle());
  expect(await rename(ken, 1, hana.handle)).toEqual(taken);
  expect(await rename(ken, 1, hana.handle, days(89))).toEqual(taken);
  const form = { displayName: '健', email: `${ken.handle}@example.org`, zone: 'Asia/Tokyo' };
  const password = 'lantern tide orchard 42';
  expect(await signUp({ ...form, handle: hana.handle, password }, 'ja')).toEqual(taken);
  // What was refused left no trace.
  const users = await asSystem((tx) => tx.user.count({ where: { email: form.email } }));
  expect(users).toBe(0);
});

test('its owner may take it back', async () => {
  const hana = await makePerson();
  const second = newHandle();
  await rename(hana, 1, second);
  expect(await rename(hana, 2, hana.handle)).toEqual(done);
  await publish(hana, now);
  expect(await readHandleNow(second)).toBe(hana.handle);
  expect(await readHandleNow(hana.handle)).toBeNull();
});

test('after 90 days it is free, and leads on from whoever gives it up next', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  const second = newHandle();
  await rename(hana, 1, newHandle(), days(-91));
  await publish(hana, now);
  expect(await readHandleNow(hana.handle)).toBeNull();
  expect(await rename(ken, 1, hana.handle)).toEqual(done);
  await publish(ken, now);
  expect(await rename(ken, 2, second)).toEqual(done);
  expect(await readHandleNow(hana.handle)).toBe(second);
});

test('given up and wanted in the same moment, it goes to nobody', async () => {
  const hana = await makePerson();
  const others = await Promise.all(Array.from({ length: 6 }, () => makePerson()));
  const answers = await Promise.all([
    rename(hana, 1, newHandle()),
    ...others.map((other) => rename(other, 1, hana.handle)),
  ]);
  expect(answers[0]).toEqual(done);
  expect(answers.slice(1)).toEqual(others.map(() => taken));
});

test('everyone may know that a handle leads on, and nobody else may change that', async () => {
  const [hana, ken] = [await makePerson(), await makePerson()];
  await rename(hana, 1, newHandle());
  const changed = await asOwner(ken, async (tx) => [
    await tx.oldHandle.findMany({ where: { handle: hana.handle }, select: { ownerId: true } }),
    await tx.oldHandle.deleteMany({ where: { handle: hana.handle } }),
    await tx.oldHandle.updateMany({
      where: { handle: hana.handle },
      data: { until: days(-1) },
    }),
  ]);
  expect(changed).toEqual([[{ ownerId: hana.userId }], { count: 0 }, { count: 0 }]);
});
