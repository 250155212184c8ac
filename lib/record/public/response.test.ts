import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { addShown, openRecord, showAs } from '../../testing/shown';
import {
  publicMilestoneRevision,
  publicRevision,
  readPublicMilestone,
  readPublicRecord,
} from '../public';
import { readContact } from './contact';

const now = new Date('2026-11-22T00:00:00Z');
let person: Viewer;
beforeEach(async () => {
  person = await openRecord({ peopleCame: 3, replyMinutes: 95 });
});

async function read() {
  const record = await readPublicRecord(person.handle, {}, now);
  if (!record) throw new Error('no record');
  // Asked for alone, it is the one that was read.
  expect(await publicRevision(person.handle, now)).toBe(record.revision);
  return record;
}

test('who came is told by nobody but who chose to, and then no finer than hours', async () => {
  expect(JSON.stringify(await read())).not.toMatch(/response|people|reply/);
  await showAs(person, { showsResponse: true });
  expect((await read()).response).toEqual({ people: 3, replyHours: 2 });
  await showAs(person, { sections: ['milestones'] });
  expect((await read()).response).toBeUndefined();
});

test.each([
  [null, undefined],
  [0, 1],
  [60, 1],
  [61, 2],
  [1_440, 24],
  [1_441, 48],
  [2_880, 48],
  [2_881, 72],
  [500_000, 348 * 24],
])('%s minutes are %s hours', async (replyMinutes, replyHours) => {
  await showAs(person, { showsResponse: true, replyMinutes, peopleCame: 0 });
  const { response } = await read();
  expect(response).toEqual({ people: 0, ...(replyHours && { replyHours }) });
});

test('the revision follows what shows of it and nothing else', async () => {
  const known = await addShown(person);
  const revisions = async () => [
    (await read()).revision,
    await publicMilestoneRevision(person.handle, known.publicId),
  ];
  const hidden = await revisions();
  await showAs(person, { peopleCame: 4, replyMinutes: 500 });
  expect(await revisions()).toEqual(hidden);
  await showAs(person, { showsResponse: true });
  const shown = await revisions();
  expect(shown[0]).not.toBe(hidden[0]);
  await showAs(person, { replyMinutes: 501 });
  expect(await revisions()).toEqual(shown);
  await showAs(person, { replyMinutes: 541 });
  expect((await revisions())[0]).not.toBe(shown[0]);
  await showAs(person, { replyMinutes: 500, peopleCame: 5 });
  expect((await revisions())[0]).not.toBe(shown[0]);
});

test('that one may write stands on the record and on each milestone', async () => {
  const known = await addShown(person);
  const read2 = async () => [
    (await read()).takesInquiries,
    (await readPublicMilestone(person.handle, known.publicId))?.takesInquiries,
  ];
  expect(await read2()).toEqual([false, false]);
  const before = await publicMilestoneRevision(person.handle, known.publicId);
  await showAs(person, { takesInquiries: true });
  expect(await read2()).toEqual([true, true]);
  expect(await publicMilestoneRevision(person.handle, known.publicId)).not.toBe(before);
  // A part of the page that is left out is left out of every document of the record.
  await showAs(person, { sections: [] });
  expect(await read2()).toEqual([false, true]);
});

test('whom one writes to, and through which share of theirs', async () => {
  await showAs(person, { takesInquiries: true, inquiryDays: 30, displayName: '佐藤 はな' });
  const other = await openRecord();
  const [mine, theirs] = [person, other].map(({ handle }) => `${handle.slice(1, 10)}A`);
  await asSystem((tx) =>
    tx.share.createMany({
      data: [person, other].map(({ userId: ownerId, sessionId: id }, i) => ({
        ownerId,
        id,
        code: (i === 0 ? mine : theirs) ?? '',
        network: 'bluesky',
        language: 'en',
        text: '',
      })),
    }),
  );
  const { handle } = person;
  const contact = {
    handle,
    displayName: '佐藤 はな',
    isExample: false,
    takesInquiries: true,
    inquiryDays: 30,
    network: null,
  };
  expect(await readContact(handle, mine ?? '')).toEqual({ ...contact, network: 'bluesky' });
  for (const code of [theirs ?? '', null, '', `${mine}'`, 'x'.repeat(10)]) {
    expect(await readContact(handle, code)).toEqual(contact);
  }
  await showAs(person, { publishedAt: null });
  for (const gone of [handle, 'Hana', '', 'never-was']) {
    expect(await readContact(gone, null)).toBeNull();
  }
});
