import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem, asVisitor, Prisma } from '../../db';
import { addShown, alter, askAbout, type Known, openRecord } from '../../testing/shown';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from '../public';

/** What only the named texts hold. */
const client = 'ACME';
const named = {
  titleJa: `${client}の予約`,
  titleEn: `Booking for ${client}`,
  storyJa: `${client}と`,
  storyEn: `With ${client}`,
  tags: [client],
  links: [`https://${client.toLowerCase()}.example/`],
  needsPermission: true,
};
const nameless = { titleJa: 'ある店の予約', titleEn: 'Booking for a shop', storyEn: 'With a shop' };

const now = new Date('2026-11-22T00:00:00Z');
let person: Viewer;

beforeEach(async () => {
  person = await openRecord();
});

async function answer({ id: milestoneId }: Known, state: string): Promise<void> {
  const answeredAt = state === 'asked' ? null : new Date();
  await asSystem((tx) =>
    tx.permission.updateMany({ where: { milestoneId }, data: { state, answeredAt } }),
  );
}

/** Everything a stranger reads of the milestone, and of the record; the revisions agree with it. */
async function read({ publicId }: Known) {
  const { handle } = person;
  const [record, page] = [
    await readPublicRecord(handle, {}, now),
    await readPublicMilestone(handle, publicId),
  ];
  expect(await publicRevision(handle, now)).toBe(record?.revision);
  expect(await publicMilestoneRevision(handle, publicId)).toBe(page?.revision ?? null);
  expect(record?.milestones).toEqual(page ? [page.milestone] : []);
  // Row-level security says the same without our conditions.
  const bare = Prisma.sql`SELECT 1 FROM milestone WHERE public_id = ${publicId}::uuid`;
  expect(await asVisitor(bare)).toHaveLength(page ? 1 : 0);
  return { milestone: page?.milestone, revision: record?.revision };
}

test('nobody asked, asked and refused: not seen; granted: as it stands', async () => {
  const known = await addShown(person, named);
  expect((await read(known)).milestone).toBeUndefined();
  await askAbout(person, known, nameless);
  expect((await read(known)).milestone).toBeUndefined();
  const { revision } = await read(known);
  await answer(known, 'refused');
  // Nothing that strangers could see changed: neither does the revision.
  expect(await read(known)).toEqual({ milestone: undefined, revision });
  await answer(known, 'granted');
  const granted = await read(known);
  expect(granted.revision).not.toBe(revision);
  expect(granted.milestone).toMatchObject({
    title: { ja: named.titleJa, en: named.titleEn },
    story: { en: named.storyEn },
    tags: [client],
    evidence: named.links,
  });
  expect(JSON.stringify(granted)).not.toContain('shop');
});

test('anonymous: whatever may name the client is gone, in every kind', async () => {
  const kinds = [
    { minor: 300_000n },
    { kind: 'credential', issuer: client },
    { kind: 'audience', measureName: client, measureValue: 1_200n },
    { kind: 'work', minutes: 90 },
  ];
  for (const facts of kinds) {
    person = await openRecord();
    const known = await addShown(person, { ...named, ...facts });
    await asSystem((tx) =>
      tx.stream.updateMany({ where: { ownerId: person.userId }, data: { nameEn: client } }),
    );
    await askAbout(person, known, nameless);
    await answer(known, 'granted');
    const granted = await read(known);
    await answer(known, 'anonymous');
    const { milestone, revision } = await read(known);
    expect(revision).not.toBe(granted.revision);
    expect(milestone).toMatchObject({
      title: { ja: nameless.titleJa, en: nameless.titleEn },
      story: { en: nameless.storyEn },
      tags: [],
      evidence: [],
    });
    expect(milestone?.story).not.toHaveProperty('ja');
    expect(JSON.stringify(await readPublicRecord(person.handle))).not.toMatch(/acme/i);
    // What names nobody stays.
    expect([milestone?.amount, milestone?.measure?.value, milestone?.minutes]).toEqual([
      granted.milestone?.amount,
      granted.milestone?.measure?.value,
      granted.milestone?.minutes,
    ]);
  }
});

test('an answer to an earlier text counts no more, and comes back with a new one', async () => {
  const known = await addShown(person, named);
  await askAbout(person, known, nameless);
  for (const state of ['granted', 'anonymous']) {
    await answer(known, state);
    await alter(person, known.id, { textVersion: 2 });
    expect((await read(known)).milestone).toBeUndefined();
    await alter(person, known.id, { textVersion: 1 });
    expect((await read(known)).milestone).toBeDefined();
  }
});
