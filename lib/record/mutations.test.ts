import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { asSystem } from '../db';
import { logMilestone } from '../milestone/mutations';
import { makePerson, work } from '../testing/people';
import { getRecord } from './data';
import { publish, retract, reviseProfile } from './mutations';

const now = new Date('2026-08-15T03:00:00Z');
const texts = {
  headline: { ja: '副業', en: null },
  about: { ja: null, en: 'About' },
  language: 'ja',
  contactLinks: ['https://example.com/hana'],
} as const;

test('a record begins closed and empty', async () => {
  expect(await getRecord(await makePerson())).toMatchObject({
    publishedAt: null,
    publicCount: 0,
    unlistedCount: 0,
    privateCount: 0,
    version: 1,
  });
});

test('publishing twice keeps the first date; retracting takes it away', async () => {
  const hana = await makePerson();
  await publish(hana, now);
  await publish(hana, new Date(now.getTime() + 1_000));
  expect((await getRecord(hana)).publishedAt).toEqual(now);
  await retract(hana);
  expect((await getRecord(hana)).publishedAt).toBeNull();
});

test('what it says of the person is kept, in both languages', async () => {
  const hana = await makePerson();
  const profile = { handle: `${hana.handle.slice(0, 20)}-x`, displayName: '花', ...texts };
  expect(await reviseProfile(hana, 1, profile, now)).toEqual({ ok: true, value: null });
  expect(await getRecord(hana)).toMatchObject({ ...profile, version: 2 });
});

test('of two edits the second is told', async () => {
  const hana = await makePerson();
  const profile = { handle: hana.handle, displayName: '花', ...texts };
  await reviseProfile(hana, 1, profile, now);
  expect(await reviseProfile(hana, 1, profile, now)).toEqual({ ok: false, reason: 'stale' });
});

test('of many who want one handle at once, one gets it', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => makePerson()));
  const handle = `h${uuidv7().replaceAll('-', '').slice(-20)}`;
  const answers = await Promise.all(
    people.map((person) => reviseProfile(person, 1, { handle, displayName: '花', ...texts }, now)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'handle-taken')).toHaveLength(
    7,
  );
});

test('counts tell what a stranger sees', async () => {
  const hana = await makePerson();
  for (const visibility of ['public', 'public', 'unlisted', 'private'] as const) {
    await logMilestone(hana, uuidv7(), work('x', '2026-08', { visibility }), null, now);
  }
  expect(await getRecord(hana)).toMatchObject({
    publicCount: 2,
    unlistedCount: 1,
    privateCount: 1,
  });
});

test('what an operator keeps closed is not published, and says why', async () => {
  const hana = await makePerson();
  const suspension = { suspendedAt: now, suspendedFor: 'It names others.' };
  await asSystem((tx) => tx.record.update({ where: { ownerId: hana.userId }, data: suspension }));
  expect(await publish(hana, now)).toEqual({ ok: false, reason: 'record-suspended' });
  expect(await getRecord(hana)).toMatchObject({
    publishedAt: null,
    suspension: { since: now, words: 'It names others.' },
  });
});
