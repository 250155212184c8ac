import { expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { letterDraft } from '../../testing/letters';
import { addShown, openRecord } from '../../testing/shown';
import { readingOf, sums, write } from '../../testing/visits';
import { planDeletion, purgeAccount } from './mutations';

/** Readings that wait in the buffer while the account they are of goes. */

const now = new Date();
const whence = { device: 'Firefox', place: '' };
const plan = (viewer: Viewer) =>
  planDeletion(viewer, { when: 'now', whence, letter: () => letterDraft() }, now);
const one = { views: 1, visits: 1, previews: 0 };

test('a batch with readings of a record whose account went counts the others', async () => {
  const [hana, ken] = [await openRecord(), await openRecord()];
  const { publicId } = await addShown(hana);
  await plan(hana);
  await purgeAccount(hana.userId, now);
  await write([readingOf(hana), readingOf(hana, { milestone: publicId }), readingOf(ken)]);
  expect(await sums(ken)).toEqual(one);
});

test('while an account is being deleted no batch waits for that', async () => {
  const [hana, ken] = [await openRecord(), await openRecord()];
  await plan(hana);
  // The lock that a deletion holds, for as long as the batch takes.
  await asSystem(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${hana.userId}::uuid FOR UPDATE`;
    await write([readingOf(hana), readingOf(ken)]);
  });
  expect(await sums(ken)).toEqual(one);
});

test('readings and the deletion in the same moment fail neither', async () => {
  for (let i = 0; i < 8; i += 1) {
    const [hana, ken] = [await openRecord(), await openRecord()];
    const { publicId } = await addShown(hana);
    const batch = [readingOf(hana, { milestone: publicId }), readingOf(hana), readingOf(ken)];
    const remove = async () => {
      await plan(hana);
      return purgeAccount(hana.userId, now);
    };
    const [gone] = await Promise.all([remove(), write(batch), write(batch)]);
    expect(gone).not.toBeNull();
    expect(await sums(ken)).toEqual({ ...one, views: 2 });
  }
});
