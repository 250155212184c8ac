import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { listEvents } from '../account/event/data';
import { asSystem } from '../db';
import { getRecord } from '../record/data';
import { publish, retract } from '../record/mutations';
import { reportRecord } from '../report/mutations';
import { makePerson } from '../testing/people';
import { openRecord } from '../testing/shown';
import { releaseRecord, suspendRecord } from './mutations';
import { mintOperator } from './operator';

const now = new Date('2026-12-01T00:00:00Z');
const later = new Date('2026-12-02T00:00:00Z');
const operator = mintOperator(await makePerson());
const suspended = { ok: false, reason: 'record-suspended' };
const changed = { ok: false, reason: 'changed-meanwhile' };

test('a suspended record is closed, and its owner reads why and cannot open it', async () => {
  const hana = await openRecord();
  expect(await suspendRecord(operator, hana.userId, 'It sells nothing.', now)).toMatchObject({
    ok: true,
  });
  const closed = { publishedAt: null, suspension: { since: now, words: 'It sells nothing.' } };
  expect(await getRecord(hana)).toMatchObject(closed);
  expect(await publish(hana, later)).toEqual(suspended);
  await retract(hana);
  expect(await getRecord(hana)).toMatchObject(closed);
});

test('one that is not published is kept closed too, and nobody else’s', async () => {
  const [hana, ken] = [await makePerson(), await openRecord()];
  await suspendRecord(operator, hana.userId, 'x', now);
  expect(await publish(hana, later)).toEqual(suspended);
  expect((await getRecord(ken)).publishedAt).not.toBeNull();
  expect(await suspendRecord(operator, uuidv7(), 'x', now)).toEqual(changed);
});

test('the first words stand; once released, its owner publishes it or does not', async () => {
  const hana = await openRecord();
  await suspendRecord(operator, hana.userId, 'first', now);
  expect(await suspendRecord(operator, hana.userId, 'second', later)).toEqual(changed);
  expect((await getRecord(hana)).suspension).toEqual({ since: now, words: 'first' });
  expect(await releaseRecord(operator, hana.userId, later)).toMatchObject({ ok: true });
  expect(await releaseRecord(operator, hana.userId, later)).toEqual(changed);
  expect(await getRecord(hana)).toMatchObject({ publishedAt: null, suspension: null });
  expect(await publish(hana, later)).toMatchObject({ ok: true });
  expect((await getRecord(hana)).publishedAt).toEqual(later);
});

test('its owner sees that it happened, and not from where', async () => {
  const hana = await openRecord();
  await suspendRecord(operator, hana.userId, 'x', now);
  await releaseRecord(operator, hana.userId, later);
  const told = (await listEvents(hana, 10)).map(({ id: _, ...event }) => event);
  const nowhere = { device: '', place: '', detail: '' };
  expect(told).toEqual([
    { what: 'record_released', at: later, ...nowhere },
    { what: 'record_suspended', at: now, ...nowhere },
  ]);
});

test('what was reported of it is dealt with, and nothing else', async () => {
  const [hana, ken] = [await openRecord(), await openRecord()];
  for (const { handle } of [hana, hana, ken]) {
    await reportRecord({ handle, id: uuidv7(), reason: 'spam', text: '' }, now);
  }
  await asSystem((tx) =>
    tx.abuseReport.create({
      data: {
        ownerId: hana.userId,
        id: uuidv7(),
        about: 'inquiry',
        inquiryId: uuidv7(),
        reason: 'spam',
        reportedAt: now,
      },
    }),
  );
  await suspendRecord(operator, hana.userId, 'x', later);
  const handled = async (ownerId: string, about: string) =>
    (await asSystem((tx) => tx.abuseReport.findMany({ where: { ownerId, about } }))).map(
      ({ handledAt }) => handledAt,
    );
  expect(await handled(hana.userId, 'record')).toEqual([later, later]);
  expect(await handled(hana.userId, 'inquiry')).toEqual([null]);
  expect(await handled(ken.userId, 'record')).toEqual([null]);
});

test('published and suspended at once, it is closed whichever came first', async () => {
  for (let i = 0; i < 10; i += 1) {
    const hana = await makePerson();
    await Promise.all([
      publish(hana, now),
      suspendRecord(operator, hana.userId, 'x', now),
      publish(hana, now),
    ]);
    expect(await getRecord(hana)).toMatchObject({ publishedAt: null, suspension: { since: now } });
  }
});

test('of two operators who suspend at once, one does', async () => {
  const hana = await openRecord();
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, i) => suspendRecord(operator, hana.userId, `words ${i}`, now)),
  );
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listEvents(hana, 10)).toHaveLength(1);
});
