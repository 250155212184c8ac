import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '../db';
import { makePerson } from '../testing/people';
import { openRecord } from '../testing/shown';
import { reportRecord } from './mutations';

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
