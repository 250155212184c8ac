import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asOwner, asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { listEvents } from './data';
import { recordEvent, sweepEvents } from './mutations';
import { eventDays, mostEvents } from './rules';

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

test('of one account the newest thousand are kept, and of another all of its own', async () => {
  const [busy, calm] = [await makePerson(), await makePerson()];
  // Three at each minute, so that some at one moment stand on either side of the edge.
  const data = Array.from({ length: mostEvents + 6 }, (_, i) => ({
    ownerId: busy.userId,
    id: uuidv7(),
    what: 'exported',
    at: new Date(now.getTime() - Math.floor(i / 3) * 60_000),
  }));
  await asSystem((tx) => tx.securityEvent.createMany({ data }));
  await recordEvent(calm.userId, { what: 'exported', whence }, ago(0.5));
  const newest = await listEvents(busy, mostEvents);
  await sweepEvents(now);
  expect(newest).toHaveLength(mostEvents);
  expect(await listEvents(busy, 2 * mostEvents)).toEqual(newest);
  await recordEvent(busy.userId, { what: 'password_changed', whence }, now);
  await sweepEvents(now);
  const kept = await listEvents(busy, 2 * mostEvents);
  expect(kept).toHaveLength(mostEvents);
  expect(kept.map(({ what }) => what)).toContain('password_changed');
  expect(await listEvents(calm, 2)).toHaveLength(1);
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
