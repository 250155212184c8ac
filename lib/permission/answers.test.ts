import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asClient } from '../db';
import { logMilestone, reviseMilestone } from '../milestone/mutations';
import { makePerson, work } from '../testing/people';
import { listAnswers } from './data';
import { answerPermission, askPermission, requirePermission } from './mutations';

const day = (date: number) => new Date(Date.UTC(2026, 7, date, 3));
const texts = { title: { ja: 'ある店', en: null }, story: { ja: null, en: null } };
const draft = work('ACMEの予約', '2026-08-01', { visibility: 'public' });

let hana: Viewer;
let id: string;

beforeEach(async () => {
  hana = await makePerson();
  id = uuidv7();
  await logMilestone(hana, id, draft, null, day(1));
});

async function ask(): Promise<string> {
  const asked = await askPermission(hana, id, texts, day(2));
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.code;
}

test('every answer stays, newest first, with what it was about', async () => {
  const code = await ask();
  await answerPermission(code, 'refused', 1, day(3));
  await answerPermission(code, 'granted', 1, day(4));
  expect(await listAnswers(hana, id)).toEqual([
    { state: 'granted', answeredAt: day(4), isCurrent: true },
    { state: 'refused', answeredAt: day(3), isCurrent: true },
  ]);
  const title = { ja: 'ACMEの予約と会計', en: null };
  await reviseMilestone(hana, id, 1, { ...draft, title }, null, day(5));
  expect(await answerPermission(code, 'granted', 1, day(6))).toMatchObject({ ok: false });
  await answerPermission(code, 'anonymous', 2, day(7));
  expect(await listAnswers(hana, id)).toEqual([
    { state: 'anonymous', answeredAt: day(7), isCurrent: true },
    { state: 'granted', answeredAt: day(4), isCurrent: false },
    { state: 'refused', answeredAt: day(3), isCurrent: false },
  ]);
});

test('a new link and a change of mind about asking at all forget none', async () => {
  await answerPermission(await ask(), 'granted', 1, day(3));
  const said = { state: 'granted', answeredAt: day(3), isCurrent: true };
  await ask();
  expect(await listAnswers(hana, id)).toEqual([said]);
  await requirePermission(hana, id, false);
  expect(await listAnswers(hana, id)).toEqual([said]);
});

test('two in one moment are two, in their order', async () => {
  const code = await ask();
  await answerPermission(code, 'granted', 1, day(3));
  await answerPermission(code, 'refused', 1, day(3));
  expect((await listAnswers(hana, id)).map(({ state }) => state)).toEqual(['refused', 'granted']);
});

test('a client adds their own and reads none; nobody else reads or adds any', async () => {
  const code = await ask();
  await answerPermission(code, 'granted', 1, day(3));
  const other = uuidv7();
  await logMilestone(hana, other, draft, null, day(1));
  const answer = { ownerId: hana.userId, answeredAt: day(4), state: 'granted', shownVersion: 1 };
  const written = await asClient(code, async (tx) => [
    await tx.permissionAnswer.count(),
    await tx.permissionAnswer.updateMany({ data: { state: 'refused' } }),
    await tx.permissionAnswer.deleteMany(),
  ]);
  expect(written).toEqual([0, { count: 0 }, { count: 0 }]);
  const elsewhere = asClient(code, (tx) =>
    tx.permissionAnswer.createMany({ data: [{ ...answer, milestoneId: other }] }),
  );
  await expect(elsewhere).rejects.toThrow(/row-level security/);
  expect(await listAnswers(await makePerson(), id)).toEqual([]);
  expect(await listAnswers(hana, other)).toEqual([]);
  expect(await listAnswers(hana, id)).toHaveLength(1);
});
