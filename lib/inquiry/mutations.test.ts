import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asSystem } from '../db';
import { makeInquiry, occasionsOf, tallyOf } from '../testing/inquiries';
import { makePerson } from '../testing/people';
import { getInquiry } from './data';
import {
  addInquiry,
  closeInquiry,
  deleteInquiry,
  type HandEntry,
  markAnswered,
  openInquiry,
  reopenInquiry,
  reviseFollowUp,
} from './mutations';
import { claimIncome, setOutcome } from './outcome/mutations';
import { reportInquiry } from './report/mutations';

const now = new Date('2026-11-25T03:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const missing = { ok: false, reason: 'missing' };
const step = {
  origin: 'record',
  note: '電話で話した',
  nextStep: '見積もりを送る',
  nextStepOn: '2026-12-01',
} as const;

let hana: Viewer;
let ken: Viewer;
let id: string;

beforeEach(async () => {
  [hana, ken] = [await makePerson(), await makePerson()];
  id = await makeInquiry(hana, { arrivedAt: now });
});

async function read() {
  const found = await getInquiry(hana, id);
  if (!found) throw new Error('the inquiry is not there');
  return found.inquiry;
}

function entry(some: Partial<HandEntry> = {}): HandEntry {
  return {
    id: uuidv7(),
    name: '健',
    email: null,
    subject: 'job',
    note: '交流会で会った',
    day: '2026-11-25',
    origin: 'networking',
    outcome: null,
    ...some,
  };
}

test('a foreign inquiry is as missing as none, and stays as it was', async () => {
  const before = await read();
  await openInquiry(ken, id, now);
  expect(await markAnswered(ken, id, now)).toEqual(missing);
  expect(await closeInquiry(ken, id, now)).toEqual(missing);
  expect(await reopenInquiry(ken, id)).toEqual(missing);
  expect(await reviseFollowUp(ken, id, 1, step)).toEqual(missing);
  expect(await deleteInquiry(ken, id)).toEqual(missing);
  expect(await getInquiry(ken, id)).toBeNull();
  expect(await read()).toEqual(before);
  expect(await deleteInquiry(hana, uuidv7())).toEqual(missing);
});

test('opened, answered and closed keep their first moments', async () => {
  await openInquiry(hana, id, later(1));
  await openInquiry(hana, id, later(2));
  await markAnswered(hana, id, later(30));
  await markAnswered(hana, id, later(300));
  await Promise.all([closeInquiry(hana, id, later(400)), closeInquiry(hana, id, later(400))]);
  await closeInquiry(hana, id, later(500));
  expect(await read()).toMatchObject({
    openedAt: later(1),
    answeredAt: later(30),
    closedAt: later(400),
  });
  expect(await reopenInquiry(hana, id)).toEqual({ ok: true, value: null });
  expect(await read()).toMatchObject({ answeredAt: later(30), closedAt: null });
  expect(await tallyOf(hana)).toEqual({ peopleCame: 1, replyMinutes: 30 });
});

test('a clock that went backwards breaks no tally', async () => {
  expect(await markAnswered(hana, id, later(-60))).toEqual({ ok: true, value: null });
  expect(await tallyOf(hana)).toEqual({ peopleCame: 1, replyMinutes: 0 });
});

test('of two edits of one version one stands, and the other learns of it', async () => {
  const answers = await Promise.all([
    reviseFollowUp(hana, id, 1, step),
    reviseFollowUp(hana, id, 1, { ...step, note: '別のメモ' }),
  ]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(answers).toContainEqual({ ok: false, reason: 'stale' });
  const after = await read();
  expect(after).toMatchObject({ version: 2, nextStep: step.nextStep, nextStepOn: '2026-12-01' });
  expect(after.note).toBe(answers[0]?.ok ? step.note : '別のメモ');
});

test('who came in another way is entered once, under the day they came', async () => {
  const one = entry({ day: '2026-11-20' });
  const answers = await Promise.all(Array.from({ length: 5 }, () => addInquiry(hana, one, now)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const found = await getInquiry(hana, one.id);
  expect(found?.inquiry).toMatchObject({
    arrival: 'hand',
    origin: 'networking',
    arrivedAt: new Date('2026-11-19T15:00:00Z'),
    openedAt: now,
    answeredAt: null,
  });
  expect(await addInquiry(hana, { ...one, note: '別' }, now)).toEqual({
    ok: false,
    reason: 'inquiry-already-saved',
  });
  // The same id is another person's own.
  expect(await addInquiry(ken, one, now)).toEqual({ ok: true, value: null });
  expect(await getInquiry(hana, one.id)).toEqual(found);
});

test('only who wrote by the form because of the record is tallied', async () => {
  await addInquiry(hana, entry({ origin: 'networking' }), now);
  const seen = entry({ origin: 'record' });
  await addInquiry(hana, seen, now);
  await markAnswered(hana, seen.id, later(9_000));
  expect(await tallyOf(hana)).toEqual({ peopleCame: 1, replyMinutes: null });
  await reviseFollowUp(hana, id, 1, { ...step, origin: 'networking' });
  expect(await tallyOf(hana)).toEqual({ peopleCame: 0, replyMinutes: null });
});

test('of many changes at once the tally misses none', async () => {
  for (let round = 0; round < 4; round += 1) {
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, i) => makeInquiry(hana, { email: `${i}@example.com` })),
    );
    await Promise.all(ids.map((one) => markAnswered(hana, one, now)));
    expect(await tallyOf(hana)).toMatchObject({ peopleCame: 9 });
    await Promise.all(ids.map((one) => deleteInquiry(hana, one)));
    expect(await tallyOf(hana)).toMatchObject({ peopleCame: 1 });
  }
});

test('deleted, nothing of it is left', async () => {
  const other = await makeInquiry(hana);
  expect(await occasionsOf(hana)).toHaveLength(4);
  await asSystem((tx) =>
    tx.reply.create({
      data: { ownerId: hana.userId, id: uuidv7(), inquiryId: id, text: 'はい', writtenAt: now },
    }),
  );
  expect(await deleteInquiry(hana, id)).toEqual({ ok: true, value: null });
  expect(await getInquiry(hana, id)).toBeNull();
  expect(await occasionsOf(hana)).toEqual([`copy:${other}`, `inquiry:${other}`]);
  const where = { ownerId: hana.userId };
  expect(await asSystem((tx) => tx.reply.count({ where }))).toBe(0);
  expect(await deleteInquiry(hana, id)).toEqual(missing);
});

test('what was forgotten is missing to every change, and stays as it is', async () => {
  const forgotten = { name: '', email: null, message: '', searchText: '' };
  const where = { ownerId_id: { ownerId: hana.userId, id } };
  const data = { ...forgotten, closedAt: now, forgottenAt: now };
  await asSystem((tx) => tx.inquiry.update({ where, data }));
  const stored = () => asSystem((tx) => tx.inquiry.findUniqueOrThrow({ where }));
  const before = await stored();
  const nothing = { outcome: 'nothing', amount: null, streamId: null } as const;
  expect([
    await markAnswered(hana, id, now),
    await closeInquiry(hana, id, later(9)),
    await reopenInquiry(hana, id),
    await reviseFollowUp(hana, id, 1, step),
    await setOutcome(hana, id, 1, nothing, now),
    await claimIncome(hana, id, uuidv7(), now),
    await reportInquiry(hana, id, 'spam', '', now),
    await deleteInquiry(hana, id),
  ]).toEqual(Array(8).fill(missing));
  await openInquiry(hana, id, now);
  expect(await stored()).toEqual(before);
});
