import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { limits } from '../../limits';
import { makeInquiry, tallyOf } from '../../testing/inquiries';
import { makePerson } from '../../testing/people';
import { getInquirySettings } from './data';
import { blockSender, reviseInquirySettings, unblockSender } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');
const later = new Date('2026-12-02T00:00:00Z');

let person: Viewer;
beforeEach(async () => {
  person = await makePerson();
});

test('nothing is open and everything stays until its owner says so', async () => {
  expect(await getInquirySettings(person)).toMatchObject({
    takesInquiries: false,
    showsResponse: false,
    inquiryDays: null,
    isPublished: false,
    showsContact: true,
    blocked: [],
  });
});

test('of two edits the first stands, and the other is told', async () => {
  const { version } = await getInquirySettings(person);
  const first = { takesInquiries: true, showsResponse: true, inquiryDays: 90 };
  const second = { takesInquiries: false, showsResponse: true, inquiryDays: null };
  expect(await reviseInquirySettings(person, version, first)).toMatchObject({ ok: true });
  expect(await reviseInquirySettings(person, version, second)).toEqual({
    ok: false,
    reason: 'stale',
  });
  expect(await getInquirySettings(person)).toMatchObject({ ...first, version: version + 1 });
});

test('a sender is blocked once, however written, and by their own host alone', async () => {
  const other = await makePerson();
  await blockSender(person, 'Mio@Example.com', now);
  await blockSender(person, ' mio@example.com ', later);
  await blockSender(person, 'ken@example.com', later);
  expect((await getInquirySettings(person)).blocked).toEqual([
    { email: 'ken@example.com', blockedAt: later },
    { email: 'mio@example.com', blockedAt: now },
  ]);
  expect((await getInquirySettings(other)).blocked).toEqual([]);
  await unblockSender(other, 'mio@example.com');
  expect((await getInquirySettings(person)).blocked).toHaveLength(2);
  await unblockSender(person, 'MIO@example.com');
  expect((await getInquirySettings(person)).blocked).toHaveLength(1);
});

test('who is blocked does not count among those who came, until they are heard again', async () => {
  for (const email of ['mio@example.com', 'mio@example.com', 'ken@example.com']) {
    await makeInquiry(person, { email });
  }
  await blockSender(person, 'Ken@example.com', now);
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 1 });
  await blockSender(person, 'mio@example.com', now);
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 0 });
  await unblockSender(person, 'mio@example.com');
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 1 });
});

test('so many and no more, however many are blocked at once', async () => {
  await asSystem((tx) =>
    tx.blockedSender.createMany({
      data: Array.from({ length: limits.blockedSenders - 2 }, (_, i) => ({
        ownerId: person.userId,
        email: `${i}@example.com`,
        blockedAt: now,
      })),
    }),
  );
  const tried = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => blockSender(person, `${name}@example.com`, now)),
  );
  expect(tried.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await blockSender(person, '1@example.com', now)).toMatchObject({ ok: true });
});
