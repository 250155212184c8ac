import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { listDueLetters } from '../../letter/data';
import { chooseMail } from '../../mail/choice/mutations';
import { listMail } from '../../mail/data';
import { publish } from '../../record/mutations';
import { readPublicRecord } from '../../record/public';
import { makeInquiry } from '../../testing/inquiries';
import { letterDraft } from '../../testing/letters';
import { arrival, makePerson } from '../../testing/people';
import { openRecord } from '../../testing/shown';
import type { Addressee } from '../addressee/data';
import { listEvents } from '../event/data';
import { findSession } from '../session/data';
import { openSession } from '../session/mutations';
import { listDue } from './data';
import { cancelDeletion, planDeletion, purgeAccount } from './mutations';
import type { When } from './rules';

const now = new Date('2026-11-30T03:00:00Z');
const later = (days: number, ms = 0) => new Date(now.getTime() + days * 86_400_000 + ms);
const whence = { device: 'Firefox', place: '' };
const day = later(30);

const letter = ({ email }: Addressee, at: Date) =>
  letterDraft({ occasion: `deletion:${at.toISOString()}`, recipient: email });
const plan = (viewer: Viewer, when: When = 'later', at = now) =>
  planDeletion(viewer, { when, whence, letter }, at);

const deleteAtOf = async ({ userId: id }: Viewer) =>
  (await asSystem((tx) => tx.user.findUnique({ where: { id } })))?.deleteAt;
const whatHappened = async (viewer: Viewer) =>
  (await listEvents(viewer, 10)).map(({ what }) => what);

let hana: Viewer;
beforeEach(async () => {
  hana = await openRecord();
});

describe('a deletion that is planned', () => {
  test('closes the record at once, notes it and writes to its owner once', async () => {
    expect(await readPublicRecord(hana.handle)).not.toBeNull();
    expect(await plan(hana)).toEqual(day);
    expect(await readPublicRecord(hana.handle)).toBeNull();
    expect(await deleteAtOf(hana)).toEqual(day);
    // Pressed again, it goes on the day it was to go.
    expect(await plan(hana, 'later', later(3))).toEqual(day);
    expect(await whatHappened(hana)).toEqual(['deletion_planned']);
    expect((await listMail(hana, null)).mail).toMatchObject([
      { recipient: `${hana.handle}@example.com` },
    ]);
  });

  test('pressed twice at once is planned once', async () => {
    const days = await Promise.all([plan(hana), plan(hana, 'later', later(0, 5))]);
    expect(days[0]).toEqual(days[1]);
    expect(await whatHappened(hana)).toEqual(['deletion_planned']);
    expect((await listMail(hana, null)).mail).toHaveLength(1);
  });

  test('ends every sign-in but the one it was planned from', async () => {
    const { secret } = await openSession(hana.userId, arrival(), now);
    const { secret: elsewhere } = await openSession(hana.userId, arrival(), now);
    const facts = await findSession(secret, now);
    await plan({ ...hana, sessionId: facts?.sessionId ?? '' });
    expect(await findSession(secret, now)).toMatchObject({ deleteAt: day });
    expect(await findSession(elsewhere, now)).toBeNull();
  });

  test('can be brought forward, and not put off by asking again', async () => {
    await plan(hana);
    expect(await plan(hana, 'now', later(1))).toEqual(later(1));
    expect(await plan(hana, 'later', later(2))).toEqual(later(1));
    // Nobody is written to of what goes now: the confirmation is the letter.
    expect((await listMail(hana, null)).mail).toHaveLength(1);
  });

  test('keeps the record closed', async () => {
    await plan(hana);
    expect(await publish(hana, now)).toEqual({ ok: false, reason: 'deletion-planned' });
    expect(await readPublicRecord(hana.handle)).toBeNull();
  });

  test('planned and published in the same moment, the record is closed', async () => {
    for (let i = 0; i < 10; i += 1) {
      const ken = await makePerson();
      await Promise.all([plan(ken), publish(ken, now)]);
      expect(await readPublicRecord(ken.handle)).toBeNull();
    }
  });

  test('stops letters to oneself', async () => {
    const monday = new Date('2026-11-29T23:30:00Z');
    const due = async () =>
      (await listDueLetters(monday, null)).letters.filter(({ ownerId }) => ownerId === hana.userId);
    await chooseMail(hana, { tellsInquiries: true, letter: 'weekly', remindsIncome: false });
    expect(await due()).toHaveLength(1);
    await plan(hana);
    expect(await due()).toEqual([]);
  });
});

describe('thinking better of it', () => {
  test('keeps the account before its day, with its record closed until it is published again', async () => {
    await plan(hana);
    expect(await cancelDeletion(hana, whence, later(30, -1))).toBe(true);
    expect(await deleteAtOf(hana)).toBeNull();
    expect(await readPublicRecord(hana.handle)).toBeNull();
    expect(await publish(hana, now)).toEqual({ ok: true, value: null });
    expect(await readPublicRecord(hana.handle)).not.toBeNull();
    expect(await whatHappened(hana)).toContain('deletion_cancelled');
    expect(await purgeAccount(hana.userId, later(31))).toBeNull();
  });

  test('is too late on the day, and nothing where none was planned', async () => {
    expect(await cancelDeletion(hana, whence, now)).toBe(false);
    await plan(hana);
    expect(await cancelDeletion(hana, whence, day)).toBe(false);
    expect(await whatHappened(hana)).toEqual(['deletion_planned']);
  });

  test('in the moment of the deletion, one of the two happens and not both', async () => {
    for (let i = 0; i < 10; i += 1) {
      const ken = await makePerson();
      await plan(ken);
      // Two machines whose clocks differ by a little.
      const cancel = () => cancelDeletion(ken, whence, later(30, -1));
      const purge = () => purgeAccount(ken.userId, day);
      const [kept, gone] =
        i % 2 === 0
          ? await Promise.all([cancel(), purge()])
          : (await Promise.all([purge(), cancel()])).toReversed();
      expect(gone).toEqual(kept ? null : expect.objectContaining({ locale: 'ja' }));
      expect(await deleteAtOf(ken)).toBe(kept ? null : undefined);
    }
  });
});

describe('the deletion', () => {
  test('waits for its day', async () => {
    await plan(hana);
    expect(await purgeAccount(hana.userId, later(30, -1))).toBeNull();
    expect(await listDue(later(30, -1))).not.toContain(hana.userId);
    expect(await listDue(day)).toContain(hana.userId);
    expect(await purgeAccount(hana.userId, day)).toMatchObject({
      email: `${hana.handle}@example.com`,
    });
    expect(await listDue(day)).not.toContain(hana.userId);
  });

  test('of an account that nobody asked to be deleted does not happen', async () => {
    expect(await purgeAccount(hana.userId, later(9_999))).toBeNull();
    expect(await deleteAtOf(hana)).toBeNull();
  });

  test('by several at once happens once', async () => {
    await plan(hana, 'now');
    const ends = await Promise.all(
      Array.from({ length: 6 }, (_, i) => purgeAccount(hana.userId, now, { ifFree: i % 2 === 0 })),
    );
    expect(ends.filter(Boolean)).toHaveLength(1);
  });

  test('ends the sign-in it was asked for from, and its letters and files are named', async () => {
    const { secret } = await openSession(hana.userId, arrival(), now);
    await plan(hana);
    const [queued] = (await listMail(hana, null)).mail;
    expect(await purgeAccount(hana.userId, day)).toMatchObject({
      letters: [queued?.id],
      uploads: [],
    });
    expect(await findSession(secret, now)).toBeNull();
  });

  test('leaves to others what they were sent', async () => {
    const ken = await openRecord();
    const id = await makeInquiry(ken, { email: `${hana.handle}@example.com` });
    await plan(hana, 'now');
    await purgeAccount(hana.userId, now);
    const theirs = await asSystem((tx) => tx.inquiry.findMany({ where: { ownerId: ken.userId } }));
    expect(theirs).toMatchObject([{ id, email: `${hana.handle}@example.com` }]);
  });
});
