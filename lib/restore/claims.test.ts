import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { logMilestone } from '../milestone/mutations';
import { deleteShare, makeShare } from '../share/mutations';
import { exportedAt, exportOf, withFile, withRows } from '../testing/exports';
import { makeInquiry } from '../testing/inquiries';
import { makePerson, work } from '../testing/people';
import { restoreAccount } from './mutations';

/*
 * What a file claims that others rely on: whose an address is, who wrote. It is
 * believed of what the account itself exported. A file that this installation did not write, or that was
 * changed since, is believed none of it.
 */

const now = exportedAt;

async function restore(viewer: Viewer, zip: Buffer) {
  const choice = { takes: true, staysOpen: true };
  const done = await withFile(zip, (file) => restoreAccount(viewer, file, choice, async () => {}));
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

async function log(viewer: Viewer, title: string): Promise<string> {
  const id = uuidv7();
  await logMilestone(viewer, id, work(title, '2026-08', { visibility: 'public' }), null, now);
  return id;
}

async function share(viewer: Viewer): Promise<string> {
  const id = uuidv7();
  const made = {
    id,
    milestoneId: null,
    occasion: null,
    network: 'x',
    server: null,
    language: 'ja',
  };
  await makeShare(viewer, made as never, () => 'text', now);
  return asOwner(viewer, async (tx) => (await tx.share.findFirstOrThrow({ where: { id } })).code);
}

let viewer: Viewer;
let other: Viewer;
beforeEach(async () => {
  [viewer, other] = [await makePerson(), await makePerson()];
});

describe('short addresses', () => {
  const codesOf = (who: Viewer) =>
    asOwner(who, async (tx) => (await tx.share.findMany()).map(({ code }) => code));

  test('come back with what the account itself exported', async () => {
    const code = await share(viewer);
    const zip = await exportOf(viewer);
    const [id] = await asOwner(viewer, (tx) => tx.share.findMany());
    await deleteShare(viewer, id?.id ?? '');
    await restore(viewer, zip);
    expect(await codesOf(viewer)).toEqual([code]);
  });

  test('that somebody has given up go to nobody who has their export', async () => {
    const code = await share(viewer);
    const zip = await exportOf(viewer);
    await asSystem((tx) => tx.user.delete({ where: { id: viewer.userId } }));
    expect(await restore(other, zip)).toMatchObject({ isSealed: false });
    expect(await codesOf(other)).toHaveLength(1);
    expect(await codesOf(other)).not.toContain(code);
  });

  test('that somebody else gave up are taken by no file', async () => {
    const code = await share(viewer);
    const [id] = await asOwner(viewer, (tx) => tx.share.findMany());
    await deleteShare(viewer, id?.id ?? '');
    await share(other);
    const zip = await exportOf(other);
    const forged = await withRows(zip, 'share', ([row]) => [{ ...row, id: uuidv7(), code }]);
    await restore(other, forged);
    expect(await codesOf(other)).not.toContain(code);
    expect(await codesOf(other)).toHaveLength(2);
  });
});

describe('who wrote', () => {
  const inquiries = (who: Viewer) =>
    asOwner(who, (tx) => tx.inquiry.findMany({ orderBy: { id: 'asc' } }));

  test('is believed of what the account itself exported', async () => {
    await makeInquiry(viewer, { arrivedAt: now });
    const zip = await exportOf(viewer);
    await asOwner(viewer, (tx) => tx.inquiry.deleteMany({}));
    await log(viewer, 'since');
    expect(await restore(viewer, zip)).toMatchObject({ isSealed: true, unproven: 0 });
    expect(await inquiries(viewer)).toMatchObject([{ arrival: 'form' }]);
  });

  test('is believed of another account where all of it comes into a new one, and adds to no other', async () => {
    await makeInquiry(viewer, { arrivedAt: now });
    const zip = await exportOf(viewer);
    expect(await restore(other, zip)).toMatchObject({ isSealed: false, unproven: 0 });
    expect(await inquiries(other)).toMatchObject([{ arrival: 'form' }]);
    const third = await makePerson();
    await log(third, 'own');
    expect(await restore(third, zip)).toMatchObject({ isSealed: false, unproven: 1 });
    expect(await inquiries(third)).toMatchObject([{ arrival: 'hand' }]);
  });

  test('is not believed of a file that was changed', async () => {
    await makeInquiry(viewer, { arrivedAt: now });
    const zip = await exportOf(viewer);
    const third = await makePerson();
    const forged = await withRows(zip, 'inquiry', ([row]) => [
      { ...row, email: 'victim@example.com' },
    ]);
    expect(await restore(third, forged)).toMatchObject({ isSealed: false, unproven: 1 });
    expect(await inquiries(third)).toMatchObject([
      { arrival: 'hand', email: 'victim@example.com' },
    ]);
  });

  test('cannot be put in the place of who did', async () => {
    await makeInquiry(viewer, { arrivedAt: now, email: 'ken@example.com' });
    const forged = await withRows(await exportOf(viewer), 'inquiry', ([row]) => [
      { ...row, email: 'victim@example.com', note: 'changed' },
    ]);
    await restore(viewer, forged);
    expect(await inquiries(viewer)).toMatchObject([
      { arrival: 'form', email: 'ken@example.com', note: 'changed' },
    ]);
  });

  test('stays forgotten', async () => {
    const id = await makeInquiry(viewer, { arrivedAt: now });
    const zip = await exportOf(viewer);
    const nobody = { name: '', email: null, message: '', searchText: '' };
    await asOwner(viewer, (tx) =>
      tx.inquiry.updateMany({
        where: { id },
        data: { ...nobody, closedAt: now, forgottenAt: now },
      }),
    );
    const report = await restore(viewer, zip);
    expect(report.tables.find(({ table }) => table === 'inquiry')?.counts.conflicting).toBe(1);
    expect(await inquiries(viewer)).toMatchObject([{ name: '', email: null, forgottenAt: now }]);
  });
});

test('a timer that was stopped does not run again', async () => {
  const timer = { purpose: 'building', startedAt: now };
  const id = uuidv7();
  const { userId: ownerId } = viewer;
  await asOwner(viewer, (tx) => tx.timer.create({ data: { ownerId, id, ...timer } }));
  const zip = await exportOf(viewer);
  await asOwner(viewer, async (tx) => {
    await tx.timer.deleteMany({});
    const effort = { purpose: 'building', minutes: 5, spentOn: now };
    await tx.effort.create({ data: { ownerId, id, ...effort } });
  });
  await restore(viewer, zip);
  expect(await asOwner(viewer, (tx) => tx.timer.count())).toBe(0);
});

test('texts from elsewhere become what they would be if they had been typed', async () => {
  const id = await log(viewer, 'x');
  const zip = await exportOf(viewer);
  const hostile = 'a\u202eb\u200b  c\u0007';
  const forge = (sealedFor?: string) =>
    withRows(
      zip,
      'milestone',
      ([row]) => [{ ...row, title_ja: hostile, story_ja: '\u200b' }],
      sealedFor,
    );
  const titleOf = (who: Viewer) =>
    asOwner(who, (tx) => tx.milestone.findFirstOrThrow({ where: { id } }));
  await restore(other, await forge());
  expect(await titleOf(other)).toMatchObject({ titleJa: 'ab c', storyJa: null });
  const third = await makePerson();
  // What was stored here once comes back as it was.
  await restore(third, await forge(viewer.userId));
  expect(await titleOf(third)).toMatchObject({ titleJa: hostile, storyJa: '\u200b' });
});
