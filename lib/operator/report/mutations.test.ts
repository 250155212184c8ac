import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { reportInquiry } from '../../inquiry/report/mutations';
import { reportRecord } from '../../report/mutations';
import { makeInquiry } from '../../testing/inquiries';
import { makePerson } from '../../testing/people';
import { openRecord } from '../../testing/shown';
import { mintOperator } from '../operator';
import { countReports, listReports, type Report } from './data';
import { handleReport } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');
const later = new Date('2026-12-02T00:00:00Z');
const operator = mintOperator(await makePerson());

// Other files of this worker leave reports of their own.
beforeAll(async () => {
  await asSystem((tx) => tx.abuseReport.deleteMany({}));
});

async function listOf({ userId }: Viewer, isHandled = false): Promise<Report[]> {
  const { reports } = await listReports(operator, { isHandled, page: 1 });
  return reports.filter(({ ownerId }) => ownerId === userId);
}

test('a report of a record says whose, why and in which words', async () => {
  const hana = await openRecord();
  const id = uuidv7();
  await reportRecord({ handle: hana.handle, id, reason: 'illegal', text: 'See the story.' }, now);
  expect(await listOf(hana)).toEqual([
    {
      ownerId: hana.userId,
      id,
      about: 'record',
      handle: hana.handle,
      isPublished: true,
      isSuspended: false,
      reason: 'illegal',
      text: 'See the story.',
      reportedAt: now,
      handledAt: null,
    },
  ]);
});

test('a report of a message has its receiver’s words, and nothing of the message or who sent it', async () => {
  const hana = await makePerson();
  const secrets = { name: 'Mio Secret', email: 'mio@secret.example', message: 'the secret text' };
  const id = await makeInquiry(hana, secrets);
  await reportInquiry(hana, id, 'harassment', 'It went on for days.', now);
  const told = await listOf(hana);
  expect(told).toEqual([
    {
      ownerId: hana.userId,
      id,
      about: 'inquiry',
      handle: hana.handle,
      isPublished: false,
      isSuspended: false,
      reason: 'harassment',
      text: 'It went on for days.',
      reportedAt: now,
      handledAt: null,
    },
  ]);
  for (const secret of Object.values(secrets)) expect(JSON.stringify(told)).not.toContain(secret);
});

test('one that is dealt with waits no more; of many who say so, one did', async () => {
  const hana = await openRecord();
  const before = await countReports(operator);
  const id = uuidv7();
  await reportRecord({ handle: hana.handle, id, reason: 'spam', text: '' }, now);
  expect(await countReports(operator)).toEqual({ ...before, record: before.record + 1 });
  const report = { ownerId: hana.userId, id };
  const changed = { ok: false, reason: 'changed-meanwhile' };
  expect(await handleReport(operator, { ...report, id: uuidv7() }, later)).toEqual(changed);
  expect(await handleReport(operator, { ...report, ownerId: uuidv7() }, later)).toEqual(changed);
  const all = await Promise.all(
    Array.from({ length: 5 }, () => handleReport(operator, report, later)),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listOf(hana)).toEqual([]);
  expect(await listOf(hana, true)).toMatchObject([{ id, handledAt: later }]);
  expect(await countReports(operator)).toEqual(before);
});

test('pages tell every report that waits once, the oldest first', async () => {
  const hana = await openRecord();
  const reports = Array.from({ length: 60 }, (_, i) => ({
    ownerId: hana.userId,
    id: uuidv7(),
    about: 'record',
    reason: 'other',
    reportedAt: new Date(now.getTime() + i * 1000),
  }));
  await asSystem((tx) => tx.abuseReport.createMany({ data: reports.toReversed() }));
  const [one, two] = [
    await listReports(operator, { isHandled: false, page: 1 }),
    await listReports(operator, { isHandled: false, page: 2 }),
  ];
  expect([one.hasMore, two.hasMore]).toEqual([true, false]);
  const told = [...one.reports, ...two.reports].filter(({ ownerId }) => ownerId === hana.userId);
  expect(told.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
});

test('the owner of a reported record reads nothing of it', async () => {
  const hana = await openRecord();
  await reportRecord({ handle: hana.handle, id: uuidv7(), reason: 'spam', text: 'x' }, now);
  expect(await asOwner(hana, (tx) => tx.abuseReport.findMany({}))).toEqual([]);
});
