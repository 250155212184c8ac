import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asClient, asSystem } from '../../db';
import { getAsked } from '../../permission/data';
import { addShown, alter, askAbout, type Known, openRecord, showAs } from '../../testing/shown';
import { readAskedMilestone, readDraftMilestone } from '../public';

/** What only the named texts hold. */
const client = 'ACME';
const named = {
  titleJa: `${client}の予約`,
  storyJa: `${client}と`,
  tags: [client],
  links: [`https://${client.toLowerCase()}.example/`],
  needsPermission: true,
};
const nameless = { titleJa: 'ある店の予約' };

let person: Viewer;
let known: Known;
let code: string;

beforeEach(async () => {
  person = await openRecord();
  known = await addShown(person, { ...named, minor: 300_000n });
  await addShown(person, { titleJa: '別の実績', visibility: 'private' });
  await addShown(person, { titleJa: 'まだ', needsPermission: true, minor: 1n });
  await asSystem((tx) =>
    tx.ladder.create({ data: { ownerId: person.userId, currency: 'JPY', rungs: [70n] } }),
  );
  // Nothing but the question opens this one.
  await showAs(person, { publishedAt: null });
  code = await askAbout(person, known, nameless);
});

test('a client reads what they are asked about, with their name and without', async () => {
  const asked = await readAskedMilestone(code);
  expect(asked?.named.milestone).toMatchObject({
    id: known.publicId,
    title: { ja: named.titleJa },
    stream: { en: 'Blog' },
    evidence: named.links,
    amount: { grain: 'exact', minor: '300000' },
  });
  expect(asked?.anonymous.milestone).toMatchObject({ title: { ja: nameless.titleJa } });
  expect(JSON.stringify(asked?.anonymous)).not.toMatch(/acme/i);
  const draft = await readDraftMilestone(person, known.id);
  expect(draft?.milestone).toEqual(asked?.named.milestone);
  // The amount as it is shown; of links, days and hours all that ever could be.
  await showAs(person, {
    disclosure: 'rung',
    showsHours: false,
    checksLinks: true,
    monthsOnly: true,
  });
  expect((await readAskedMilestone(code))?.named.milestone).toMatchObject({
    amount: { grain: 'rung', minor: '70' },
    evidence: named.links,
    happenedOn: asked?.named.milestone.happenedOn,
  });
});

test('an index is told as soon as what it is measured by is published, and before said to come', async () => {
  expect(await readAskedMilestone(code)).toMatchObject({ isIndexToCome: false });
  await showAs(person, { disclosure: 'index' });
  const before = await readAskedMilestone(code);
  expect(before?.named.milestone.amount).toBeUndefined();
  expect(before?.isIndexToCome).toBe(true);
  await showAs(person, { publishedAt: new Date() });
  await addShown(person, { minor: 100_000n, happenedOn: new Date('2026-01-01T00:00:00Z') });
  expect(await readAskedMilestone(code)).toMatchObject({
    isIndexToCome: false,
    named: { milestone: { amount: { grain: 'index', index: 300 } } },
  });
  await showAs(person, { disclosure: 'hidden' });
  expect(await readAskedMilestone(code)).toMatchObject({ isIndexToCome: false });
});

test('one milestone, its record, and nothing of anybody else', async () => {
  const other = await openRecord({ publishedAt: null });
  const theirs = await addShown(other, { minor: 5n, needsPermission: true, links: named.links });
  await asSystem((tx) =>
    tx.permission.create({ data: { ownerId: other.userId, milestoneId: theirs.id } }),
  );
  const mine = { where: { ownerId: { in: [person.userId, other.userId] } } };
  const seen = await asClient(code, async (tx) => ({
    milestones: await tx.milestone.findMany({ ...mine, select: { id: true } }),
    records: await tx.record.findMany({ ...mine, select: { ownerId: true } }),
    streams: await tx.stream.count(mine),
    links: await tx.evidence.findMany({ ...mine, select: { milestoneId: true } }),
    permissions: await tx.permission.findMany({ ...mine, select: { milestoneId: true } }),
    ladders: await tx.ladder.count(mine),
    others: [
      await tx.user.count(),
      await tx.session.count(),
      await tx.keptName.count(),
      await tx.effort.count(),
      await tx.goal.count(),
      await tx.share.count(mine),
    ],
  }));
  expect(seen).toEqual({
    milestones: [{ id: known.id }],
    records: [{ ownerId: person.userId }],
    streams: 1,
    links: [{ milestoneId: known.id }],
    permissions: [{ milestoneId: known.id }],
    ladders: 1,
    others: [0, 0, 0, 0, 0, 0],
  });
});

test('no writing but the answer', async () => {
  const written = await asClient(code, async (tx) => [
    await tx.milestone.updateMany({ data: { visibility: 'public' } }),
    await tx.milestone.deleteMany(),
    await tx.record.updateMany({ data: { displayName: 'x' } }),
    await tx.stream.updateMany({ data: { nameEn: 'x' } }),
    await tx.evidence.deleteMany(),
    await tx.ladder.deleteMany(),
    await tx.permission.deleteMany(),
    await tx.permission.updateMany({ where: { code: { not: code } }, data: { state: 'asked' } }),
  ]);
  expect(written?.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  const create = asClient(code, (tx) =>
    tx.milestone.create({
      data: {
        ownerId: person.userId,
        id: person.sessionId,
        kind: 'work',
        happenedOn: new Date(),
        precision: 'day',
      },
    }),
  );
  await expect(create).rejects.toThrow(/row-level security/);
  const turned = asClient(code, (tx) =>
    tx.permission.updateMany({ data: { code: 'A'.repeat(22) } }),
  );
  await expect(turned).rejects.toThrow(/row-level security/);
  const answered = await asClient(code, (tx) =>
    tx.permission.updateMany({ data: { state: 'granted', answeredAt: new Date() } }),
  );
  expect(answered).toEqual({ count: 1 });
});

test('no such code, a wrong one or none opens nothing', async () => {
  for (const wrong of ['', 'x', 'A'.repeat(22), `${code} `, code.toLowerCase().toUpperCase()]) {
    if (wrong === code) continue;
    expect(await asClient(wrong, () => Promise.resolve('in'))).toBeNull();
    expect(await readAskedMilestone(wrong)).toBeNull();
  }
  await alter(person, known.id, { deletedAt: new Date() });
  expect(await readAskedMilestone(code)).toBeNull();
});

test('what is published of others does not stand in the place of the question', async () => {
  const others = [await openRecord(), await openRecord()];
  for (const other of others) await addShown(other, { textVersion: 77 });
  expect(await getAsked(code)).toMatchObject({ state: 'asked', textVersion: 1 });
  await alter(person, known.id, { deletedAt: new Date() });
  expect(await getAsked(code)).toBeNull();
});
