import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../../auth/viewer';
import { asSystem } from '../../../db';
import { makeInquiry, occasionsOf, tallyOf } from '../../../testing/inquiries';
import { makePerson } from '../../../testing/people';
import { getInquiry } from '../../data';
import { reportInquiry } from '../../report/mutations';
import { retally } from '../../row';
import { blockSender } from '../../settings/mutations';
import { sweepClosed } from './mutations';

const now = new Date('2026-11-25T03:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let hana: Viewer;

beforeEach(async () => {
  hana = await makePerson();
});

async function keepFor(inquiryDays: number | null) {
  const where = { ownerId: hana.userId };
  await asSystem((tx) => tx.record.update({ where, data: { inquiryDays } }));
}

async function isThere(id: string) {
  return (await getInquiry(hana, id)) !== null;
}

test('what was closed longer ago than its owner keeps it goes with all that belongs to it, and that they came still counts', async () => {
  await keepFor(30);
  const arrivedAt = daysAgo(400);
  const over = await makeInquiry(hana, {
    arrivedAt,
    closedAt: daysAgo(31),
    email: 'old@example.com',
  });
  const kept = await makeInquiry(hana, { arrivedAt, closedAt: daysAgo(29) });
  const open = await makeInquiry(hana, { arrivedAt });
  const reply = { ownerId: hana.userId, id: uuidv7(), inquiryId: over, text: 'x', writtenAt: now };
  await asSystem((tx) => tx.reply.create({ data: reply }));
  expect(await sweepClosed(now)).toBeGreaterThanOrEqual(1);
  expect([await isThere(over), await isThere(kept), await isThere(open)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(await occasionsOf(hana)).toEqual(
    [`copy:${kept}`, `copy:${open}`, `inquiry:${kept}`, `inquiry:${open}`].sort(),
  );
  await asSystem((tx) => retally(tx, hana.userId));
  expect(await tallyOf(hana)).toMatchObject({ peopleCame: 2 });
  const stored = await asSystem(
    (tx) =>
      tx.$queryRaw<
        { all: string }[]
      >`SELECT i::text AS all FROM inquiry i WHERE id = ${over}::uuid`,
  );
  expect(stored[0]?.all).not.toMatch(/@|西|[Mm]essage/);
});

test('without a limit everything stays', async () => {
  await keepFor(null);
  const id = await makeInquiry(hana, { closedAt: daysAgo(3_000) });
  await sweepClosed(now);
  expect(await isThere(id)).toBe(true);
});

test('two sweeps at once leave nothing, however much there is', async () => {
  await keepFor(1);
  for (let i = 0; i < 205; i += 1) {
    await makeInquiry(hana, { closedAt: daysAgo(2), email: `${i}@example.com` });
  }
  await Promise.all([sweepClosed(now), sweepClosed(now)]);
  const where = { ownerId: hana.userId };
  const left = { ...where, forgottenAt: null };
  expect(await asSystem((tx) => tx.inquiry.count({ where: left }))).toBe(0);
  expect(await asSystem((tx) => tx.inquiry.count({ where }))).toBe(205);
});

const rowsOf = () =>
  asSystem((tx) =>
    tx.inquiry.findMany({ where: { ownerId: hana.userId }, orderBy: { id: 'asc' } }),
  );
const become = (id: string, data: object) =>
  asSystem((tx) =>
    tx.inquiry.update({ where: { ownerId_id: { ownerId: hana.userId, id } }, data }),
  );

test('work agreed is not forgotten before its income is logged', async () => {
  await keepFor(1);
  const id = await makeInquiry(hana, { closedAt: daysAgo(2) });
  const agreed = { outcome: 'work_agreed', outcomeAt: now, amountMinor: 9n, currency: 'JPY' };
  await become(id, agreed);
  await sweepClosed(now);
  expect(await isThere(id)).toBe(true);
  await become(id, { incomeId: uuidv7() });
  await sweepClosed(now);
  expect(await rowsOf()).toMatchObject([{ id, email: null, forgottenAt: now, amountMinor: 9n }]);
});

test('of what came to nothing and of who was blocked or reported nothing is kept', async () => {
  await keepFor(1);
  const made = (email: string) => makeInquiry(hana, { closedAt: daysAgo(2), email });
  const nothing = await made('a@example.com');
  await become(nothing, { outcome: 'nothing', outcomeAt: now });
  const reported = await made('b@example.com');
  await made('c@example.com');
  const kept = await made('d@example.com');
  await reportInquiry(hana, reported, 'spam', '', now);
  await blockSender(hana, 'c@example.com', now);
  await sweepClosed(now);
  expect(await rowsOf()).toMatchObject([{ id: kept, forgottenAt: now }]);
  expect(await tallyOf(hana)).toMatchObject({ peopleCame: 1 });
});

test('forgetting makes no two people of one', async () => {
  await keepFor(1);
  for (let i = 0; i < 3; i += 1) await makeInquiry(hana, { closedAt: daysAgo(2) });
  await makeInquiry(hana, { closedAt: daysAgo(2), email: 'mio@example.com' });
  await Promise.all([sweepClosed(now), sweepClosed(now)]);
  expect(await tallyOf(hana)).toMatchObject({ peopleCame: 2 });
  expect(await rowsOf()).toHaveLength(2);
});
