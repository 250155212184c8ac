import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { makeInquiry, tallyOf } from '../../testing/inquiries';
import { makePerson } from '../../testing/people';
import { reportInquiry } from './mutations';

const now = new Date('2026-12-01T00:00:00Z');
const reportsOf = (ownerId: string) =>
  asSystem((tx) => tx.abuseReport.findMany({ where: { ownerId } }));

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

test('what is reported again waits for an operator again', async () => {
  const person = await makePerson();
  const id = await makeInquiry(person);
  await reportInquiry(person, id, 'spam', '', now);
  await asSystem((tx) =>
    tx.abuseReport.updateMany({ where: { ownerId: person.userId }, data: { handledAt: now } }),
  );
  await reportInquiry(person, id, 'spam', 'It went on.', now);
  expect(await reportsOf(person.userId)).toMatchObject([{ text: 'It went on.', handledAt: null }]);
});

test('who was reported no longer counts among those who came', async () => {
  const person = await makePerson();
  const [one, other] = [await makeInquiry(person), await makeInquiry(person)];
  const another = await makeInquiry(person, { email: 'mio@example.com' });
  await reportInquiry(person, one, 'spam', '', now);
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 2 });
  await reportInquiry(person, other, 'spam', '', now);
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 1 });
  await reportInquiry(person, another, 'spam', '', now);
  expect(await tallyOf(person)).toMatchObject({ peopleCame: 0 });
});
