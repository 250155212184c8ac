import { uuidv7 } from 'uuidv7';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { type Day, dateFromDay } from '../../calendar';
import { asSystem } from '../../db';
import { type Arrived, makeInquiry } from '../../testing/inquiries';
import { makePerson } from '../../testing/people';
import { getCame } from './data';

const now = new Date('2026-11-25T03:00:00Z');
let hana: Viewer;

beforeEach(async () => {
  hana = await makePerson();
});

function set(id: string, data: Partial<Record<string, unknown>>) {
  return asSystem((tx) =>
    tx.inquiry.update({ where: { ownerId_id: { ownerId: hana.userId, id } }, data }),
  );
}

async function plan(name: string, nextStepOn: Day, some: Arrived = {}): Promise<string> {
  const id = await makeInquiry(hana, { name, ...some });
  await set(id, { nextStep: 'call', nextStepOn: dateFromDay(nextStepOn) });
  return id;
}

test('this month and the last in the owner’s zone; one person is one, however often they write', async () => {
  // The first minute of November in Tokyo, and the last of October.
  const [first, last] = [new Date('2026-10-31T15:00:00Z'), new Date('2026-10-31T14:59:59Z')];
  for (const arrivedAt of [first, first, last, new Date('2026-09-30T14:59:59Z')]) {
    await makeInquiry(hana, { arrivedAt });
  }
  const mori = await makeInquiry(hana, { arrivedAt: now, email: 'mori@example.com' });
  await set(await makeInquiry(hana, { arrivedAt: now, email: 'met@example.com' }), {
    origin: 'networking',
  });
  const visits = [
    ['2026-09-30', 100],
    ['2026-10-31', 35],
    ['2026-11-01', 4],
    ['2026-11-25', 7],
  ] as const;
  await asSystem((tx) =>
    tx.visitCount.createMany({
      data: visits.map(([day, visits]) => ({
        ...{ ownerId: hana.userId, id: uuidv7(), day: dateFromDay(day) },
        ...{ views: visits, visits },
      })),
    }),
  );
  expect(await getCame(hana, now)).toMatchObject({
    people: { thisMonth: 2, lastMonth: 1 },
    visits: { thisMonth: 11, lastMonth: 35 },
  });
  await set(mori, { closedAt: now });
  expect((await getCame(hana, now)).people.thisMonth).toBe(2);
  await asSystem((tx) =>
    tx.blockedSender.create({
      data: { ownerId: hana.userId, email: 'mori@example.com', blockedAt: now },
    }),
  );
  expect((await getCame(hana, now)).people.thisMonth).toBe(1);
});

test('what waits: the new, and next steps from their day on, until closed or forgotten', async () => {
  const late = await plan('late', '2026-11-24');
  const soon = await plan('today', '2026-11-25', { openedAt: now });
  await plan('tomorrow', '2026-11-26');
  await makeInquiry(hana, { answeredAt: now });
  await makeInquiry(hana, { closedAt: now });
  expect((await getCame(hana, now, 1)).awaiting).toEqual({
    unopened: 2,
    dueInAll: 2,
    due: [{ id: late, name: 'late', nextStep: 'call', nextStepOn: '2026-11-24' }],
  });
  expect((await getCame(hana, now)).awaiting.due.map(({ id }) => id)).toEqual([late, soon]);
  await set(soon, { closedAt: now });
  const forgotten = { name: '', email: null, message: '', note: '', searchText: '' };
  await set(late, {
    ...forgotten,
    nextStep: null,
    nextStepOn: null,
    closedAt: now,
    forgottenAt: now,
  });
  expect((await getCame(hana, now)).awaiting).toEqual({ unopened: 1, dueInAll: 0, due: [] });
});

test('whom nobody came to, and nothing of anybody else', async () => {
  await plan('late', '2026-11-24', { arrivedAt: now });
  expect(await getCame(await makePerson(), now)).toEqual({
    people: { thisMonth: 0, lastMonth: 0 },
    visits: { thisMonth: 0, lastMonth: 0 },
    awaiting: { unopened: 0, due: [], dueInAll: 0 },
  });
});
