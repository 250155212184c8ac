import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { signUp } from '../account/mutations';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { makePerson } from '../testing/people';
import { reviseProfile } from './mutations';

const now = new Date();
const wanted = () => `w${randomBytes(8).toString('hex')}`;
const nothing = { ja: null, en: null };
const each = Array.from({ length: 50 });

test('of a hundred who claim one handle at once, by signing up and by changing theirs, one gets it', async () => {
  const handle = wanted();
  const people: Viewer[] = [];
  for (const _ of each) people.push(await makePerson());
  const profile = { handle, displayName: '花', headline: nothing, about: nothing } as const;
  const renames = people.map((person) =>
    reviseProfile(person, 1, { ...profile, language: 'ja', contactLinks: [] }, now),
  );
  const form = { handle, displayName: '健', password: 'lantern tide orchard 42' };
  const signUps = each.map(() =>
    signUp({ ...form, email: `${wanted()}@example.org`, zone: 'Asia/Tokyo' }, 'ja'),
  );
  const all = await Promise.all([...renames, ...signUps]);
  expect(all.filter((one) => one.ok)).toHaveLength(1);
  const refused = all.flatMap((one) => (one.ok ? [] : [one.reason]));
  expect(new Set(refused)).toEqual(new Set(['handle-taken']));
  const holders = await asSystem((tx) => tx.record.findMany({ where: { handle } }));
  expect(holders).toHaveLength(1);
  // Who did not get it keeps what they had.
  const kept = await asSystem((tx) =>
    tx.record.count({ where: { handle: { in: people.map((person) => person.handle) } } }),
  );
  expect(kept).toBe(people.some(({ userId }) => userId === holders[0]?.ownerId) ? 49 : 50);
});
