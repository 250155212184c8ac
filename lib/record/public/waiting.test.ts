import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asVisitor, Prisma } from '../../db';
import { addShown, alter, daysFromNow, type Known, openRecord, showAs } from '../../testing/shown';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from '../public';

const now = new Date('2026-11-22T00:00:00Z');
let person: Viewer;

beforeEach(async () => {
  person = await openRecord();
});

const listed = async () =>
  (await readPublicRecord(person.handle))?.milestones.map(({ id }) => id) ?? null;
const opens = async ({ publicId }: Known) =>
  (await readPublicMilestone(person.handle, publicId)) !== null;

/** In the list, at its own address, and to a bare statement past every condition of ours. */
async function seen(known: Known): Promise<{ listed: boolean; opens: boolean; stored: boolean }> {
  const rows = await asVisitor(Prisma.sql`SELECT 1 FROM milestone WHERE id = ${known.id}::uuid`);
  const revision = await publicMilestoneRevision(person.handle, known.publicId);
  expect(revision !== null).toBe(await opens(known));
  return {
    listed: (await listed())?.includes(known.publicId) ?? false,
    opens: await opens(known),
    stored: rows.length === 1,
  };
}

const everywhere = { listed: true, opens: true, stored: true };
const nowhere = { listed: false, opens: false, stored: false };
const byAddress = { listed: false, opens: true, stored: true };

describe('the delay of the record', () => {
  test('holds back what was made public less long ago', async () => {
    await showAs(person, { delayDays: 14 });
    const [late, due, unlisted, dueUnlisted] = [
      await addShown(person, { publishedAt: daysFromNow(-13.9) }),
      await addShown(person, { publishedAt: daysFromNow(-14.1) }),
      await addShown(person, { publishedAt: daysFromNow(-13.9), visibility: 'unlisted' }),
      await addShown(person, { publishedAt: daysFromNow(-14.1), visibility: 'unlisted' }),
    ];
    expect(await seen(late)).toEqual(nowhere);
    expect(await seen(due)).toEqual(everywhere);
    expect(await seen(unlisted)).toEqual(nowhere);
    expect(await seen(dueUnlisted)).toEqual(byAddress);
    await showAs(person, { delayDays: 0 });
    expect(await seen(late)).toEqual(everywhere);
    expect(await seen(unlisted)).toEqual(byAddress);
  });

  test('leaves no trace of what waits: in no sum, no link, no stream', async () => {
    await addShown(person, { minor: 10_000n });
    const before = await readPublicRecord(person.handle, {}, now);
    const late = await addShown(person, {
      minor: 555_555n,
      minutes: 77,
      links: ['https://waiting.example/'],
      visibleFrom: daysFromNow(1),
      pinnedAt: daysFromNow(-1),
    });
    expect(await readPublicRecord(person.handle, {}, now)).toEqual(before);
    expect(await publicRevision(person.handle, now)).toBe(before?.revision);
    const streams = await asVisitor(
      Prisma.sql`SELECT 1 FROM stream WHERE owner_id = ${person.userId}::uuid`,
    );
    const links = await asVisitor(
      Prisma.sql`SELECT 1 FROM evidence WHERE owner_id = ${person.userId}::uuid`,
    );
    expect([streams.length, links.length]).toEqual([1, 0]);
    await alter(person, late.id, { visibleFrom: null });
    const after = await readPublicRecord(person.handle, {}, now);
    expect(after?.income[0]?.total).toMatchObject({ minor: '565555' });
    expect(after?.pinned).toHaveLength(1);
    expect(after?.revision).not.toBe(before?.revision);
  });

  test('moves the day since when it is seen, which is told', async () => {
    await showAs(person, { delayDays: 30 });
    const publishedAt = new Date('2026-06-01T03:00:00Z');
    const known = await addShown(person, { publishedAt });
    const since = async () =>
      (await readPublicMilestone(person.handle, known.publicId))?.milestone.publishedOn;
    expect(await since()).toBe('2026-07-01');
    await alter(person, known.id, { visibleFrom: new Date('2026-07-09T15:00:00Z') });
    expect(await since()).toBe('2026-07-10');
    // A day of its own before the delay is over changes nothing.
    await alter(person, known.id, { visibleFrom: new Date('2026-06-09T15:00:00Z') });
    expect(await since()).toBe('2026-07-01');
  });
});

describe('a day of its own', () => {
  test('in the future holds back, in the past does not', async () => {
    const known = await addShown(person, { visibleFrom: daysFromNow(0.01) });
    const unlisted = await addShown(person, {
      visibleFrom: daysFromNow(0.01),
      visibility: 'unlisted',
    });
    expect(await seen(known)).toEqual(nowhere);
    expect(await seen(unlisted)).toEqual(nowhere);
    for (const { id } of [known, unlisted]) {
      await alter(person, id, { visibleFrom: daysFromNow(-0.01) });
    }
    expect(await seen(known)).toEqual(everywhere);
    expect(await seen(unlisted)).toEqual(byAddress);
  });

  test('and the delay both have to be over', async () => {
    await showAs(person, { delayDays: 14 });
    const dueLate = await addShown(person, {
      publishedAt: daysFromNow(-20),
      visibleFrom: daysFromNow(1),
    });
    const lateDue = await addShown(person, {
      publishedAt: daysFromNow(-10),
      visibleFrom: daysFromNow(-1),
    });
    expect(await seen(dueLate)).toEqual(nowhere);
    expect(await seen(lateDue)).toEqual(nowhere);
  });

  test('changes the revision the moment it comes', async () => {
    const { id } = await addShown(person, { visibleFrom: daysFromNow(1) });
    const before = await publicRevision(person.handle, now);
    await alter(person, id, { visibleFrom: daysFromNow(2) });
    expect(await publicRevision(person.handle, now)).toBe(before);
    await alter(person, id, { visibleFrom: daysFromNow(-1) });
    expect(await publicRevision(person.handle, now)).not.toBe(before);
  });
});

test('a client who was not asked or did not agree is in the way, to a bare statement too', async () => {
  const known = await addShown(person, { needsPermission: true });
  const unlisted = await addShown(person, { needsPermission: true, visibility: 'unlisted' });
  expect(await seen(known)).toEqual(nowhere);
  expect(await seen(unlisted)).toEqual(nowhere);
  await alter(person, known.id, { needsPermission: false });
  expect(await seen(known)).toEqual(everywhere);
});

test('private, deleted and of a closed record: nothing to a bare statement', async () => {
  const [hidden, deleted, open] = [
    await addShown(person, { visibility: 'private' }),
    await addShown(person, { deletedAt: daysFromNow(-1) }),
    await addShown(person),
  ];
  expect(await seen(hidden)).toEqual(nowhere);
  expect(await seen(deleted)).toEqual(nowhere);
  expect(await seen(open)).toEqual(everywhere);
  await showAs(person, { publishedAt: null });
  expect(await listed()).toBeNull();
  expect(await seen(open)).toEqual(nowhere);
});
