import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '../db';
import { makePerson } from '../testing/people';
import { openRecord } from '../testing/shown';
import { reportInquiry, reportRecord } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');
const reportsOf = (ownerId: string) =>
  asSystem((tx) => tx.abuseReport.findMany({ where: { ownerId } }));

test('a published record is reported once a form, and another is missing', async () => {
  const person = await openRecord();
  const report = { handle: person.handle, id: uuidv7(), reason: 'spam', text: '<b>x</b>' } as const;
  expect(await reportRecord(report, now)).toMatchObject({ ok: true });
  expect(await reportRecord({ ...report, text: 'again' }, now)).toMatchObject({ ok: true });
  expect(await reportsOf(person.userId)).toMatchObject([
    { about: 'record', inquiryId: null, reason: 'spam', text: '<b>x</b>', reportedAt: now },
  ]);
  const hidden = await makePerson();
  for (const handle of [hidden.handle, 'nobody-here']) {
    expect(await reportRecord({ ...report, handle }, now)).toEqual({
      ok: false,
      reason: 'missing',
    });
  }
});

test('an owner reports a message they got, and nobody else’s', async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const [id, byHand] = [uuidv7(), uuidv7()];
  await asSystem((tx) =>
    tx.inquiry.createMany({
      data: [
        { id, arrival: 'form', email: 'mio@example.com' },
        { id: byHand, arrival: 'hand' },
      ].map((one) => ({
        ...one,
        ownerId: person.userId,
        name: 'Mio',
        subject: 'job',
        language: 'en',
        arrivedAt: now,
      })),
    }),
  );
  const missing = { ok: false, reason: 'missing' };
  expect(await reportInquiry(other, id, 'spam', '', now)).toEqual(missing);
  expect(await reportInquiry(person, byHand, 'spam', '', now)).toEqual(missing);
  expect(await reportInquiry(person, uuidv7(), 'spam', '', now)).toEqual(missing);
  await reportInquiry(person, id, 'spam', '', now);
  await reportInquiry(person, id, 'harassment', 'It went on.', now);
  expect(await reportsOf(person.userId)).toMatchObject([
    { about: 'inquiry', inquiryId: id, reason: 'harassment', text: 'It went on.' },
  ]);
  expect(await reportsOf(other.userId)).toEqual([]);
});
