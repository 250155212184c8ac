import { expect, test } from 'vitest';
import { asOwner } from '../../db';
import { makePerson } from '../../testing/people';
import { listEvents } from './data';
import { recordEvent, sweepEvents } from './mutations';
import { eventDays } from './rules';

const now = new Date('2026-11-30T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const whence = { device: 'Firefox', place: '' };

test('what happened is kept for a year, and no longer', async () => {
  const person = await makePerson();
  for (const days of [eventDays + 1, eventDays - 1, 0]) {
    await recordEvent(person.userId, { what: 'exported', whence }, ago(days));
  }
  await sweepEvents(now);
  const kept = (await listEvents(person, 10)).map(({ at }) => at);
  expect(kept).toEqual([ago(0), ago(eventDays - 1)]);
});

test('its owner reads it, and rewrites and removes nothing of it', async () => {
  const person = await makePerson();
  await recordEvent(person.userId, { what: 'password_changed', whence }, now);
  const where = { ownerId: person.userId };
  const changed = await asOwner(person, async (tx) => [
    await tx.securityEvent.updateMany({ where, data: { device: 'nobody’s' } }),
    await tx.securityEvent.deleteMany({ where }),
  ]);
  expect(changed).toEqual([{ count: 0 }, { count: 0 }]);
  expect(await listEvents(person, 10)).toMatchObject([{ what: 'password_changed', ...whence }]);
});
