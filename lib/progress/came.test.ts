import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { setGoal } from '../goal/mutations';
import { makePerson } from '../testing/people';
import { getProgress } from './data';

const now = new Date('2026-11-25T03:00:00Z');

async function came(viewer: Viewer, arrivedAt: string, origin = 'record') {
  const from = { name: 'Mori', email: 'mori@example.com', subject: 'job', language: 'ja' };
  await asOwner(viewer, (tx) =>
    tx.inquiry.create({
      data: {
        ownerId: viewer.userId,
        id: uuidv7(),
        arrival: 'form',
        origin,
        ...from,
        arrivedAt: new Date(arrivedAt),
      },
    }),
  );
}

test('who came is read for a goal that asks, in the months of the person', async () => {
  const ken = await makePerson();
  await came(ken, '2026-10-31T14:59:59Z');
  await came(ken, '2026-10-31T15:00:00Z');
  await came(ken, '2026-11-02T03:00:00Z');
  await came(ken, '2026-11-02T03:00:00Z', 'networking');
  expect((await getProgress(ken)).came).toEqual([]);
  const nothing = { streamId: null, skillId: null, audienceId: null, kind: null, currency: null };
  const draft = {
    ...nothing,
    measure: 'inquiries',
    target: 10n,
    dueOn: null,
    every: null,
  } as const;
  expect((await setGoal(ken, uuidv7(), { ...draft, since: null }, now)).ok).toBe(true);
  expect((await getProgress(ken)).came).toEqual([
    { month: '2026-10', total: 1n },
    { month: '2026-11', total: 2n },
  ]);
});
