import { expect, test } from 'vitest';
import { addShown, alter, daysFromNow, openRecord, showAs } from '../../testing/shown';
import { listIndexed, listRevision } from '../public';

/** What is listed of `handles`, and the revision, which both readings have to agree on. */
async function listed(...handles: string[]) {
  const { revision, records } = await listIndexed();
  expect(await listRevision()).toBe(revision);
  return { revision, mine: records.filter(({ handle }) => handles.includes(handle)) };
}

test('the list and its revision follow what may be indexed, and nothing else', async () => {
  const [hana, ken] = [await openRecord(), await openRecord({ isIndexed: false })];
  const handles = [hana.handle, ken.handle];
  const empty = await listed(...handles);
  expect(empty.mine).toEqual([{ handle: hana.handle, milestones: [] }]);

  const one = await addShown(hana);
  const first = await listed(...handles);
  expect(first.mine).toEqual([{ handle: hana.handle, milestones: [one.publicId] }]);
  expect(first.revision).not.toBe(empty.revision);

  await addShown(ken);
  await addShown(hana, { visibility: 'unlisted' });
  await addShown(hana, { visibility: 'private' });
  await addShown(hana, { needsPermission: true });
  await addShown(hana, { visibleFrom: daysFromNow(1) });
  await alter(hana, one.id, { titleJa: '別の題' });
  expect(await listed(...handles)).toEqual(first);

  const two = await addShown(hana);
  const milestones = [one.publicId, two.publicId].sort();
  expect((await listed(...handles)).mine).toEqual([{ handle: hana.handle, milestones }]);
  await showAs(hana, { sections: ['contact'] });
  expect((await listed(...handles)).mine).toEqual(empty.mine);
  await showAs(hana, { publishedAt: null });
  await showAs(ken, { isIndexed: true });
  expect((await listed(...handles)).mine).toHaveLength(1);
});
