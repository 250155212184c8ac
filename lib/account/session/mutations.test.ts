import { expect, test } from 'vitest';
import { hashPassword } from '../../auth/password';
import { asSystem } from '../../db';
import { limits } from '../../limits';
import { arrival, makePerson } from '../../testing/people';
import { listEvents } from '../event/data';
import { provePassword } from '../mutations';
import { findSession, listSessions } from './data';
import {
  closeSession,
  confirmSession,
  endOtherSessions,
  endSession,
  openSession,
  ProofOutdated,
} from './mutations';

const now = new Date('2026-11-22T00:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const whence = { device: 'Firefox', place: '' };

async function open(userId: string, from: Parameters<typeof arrival>[0] = {}, at = now) {
  return (await openSession(userId, arrival(from), at)).secret;
}

test('a session opens what it is for, until it is closed; a copy of its secret is dead too', async () => {
  const { userId, handle } = await makePerson();
  const secret = await open(userId);
  const copy = secret.slice();
  expect(await findSession(secret, now)).toMatchObject({ userId, handle, locale: 'ja' });
  await closeSession(secret);
  await closeSession(secret);
  expect(await findSession(copy, now)).toBeNull();
  expect(await findSession('', now)).toBeNull();
  expect(await findSession('x'.repeat(43), now)).toBeNull();
});

test('every sign-in has a secret of its own, and ends the one this browser had', async () => {
  const { userId } = await makePerson();
  const phone = await open(userId);
  const first = await open(userId);
  const second = await open(userId, { before: first });
  expect(new Set([phone, first, second]).size).toBe(3);
  expect(await findSession(first, now)).toBeNull();
  expect(await findSession(second, now)).not.toBeNull();
  expect(await findSession(phone, now)).not.toBeNull();
});

test('a session lives on by being used, but never beyond thirty days', async () => {
  const { userId } = await makePerson();
  const [used, idle] = [await open(userId), await open(userId)];
  expect(await findSession(used, later(13))).not.toBeNull();
  expect(await findSession(idle, later(14))).toBeNull();
  expect(await findSession(used, later(26))).not.toBeNull();
  expect(await findSession(used, later(29.9))).not.toBeNull();
  expect(await findSession(used, later(30))).toBeNull();
  await open(userId, {}, later(30));
  const rows = await asSystem((tx) => tx.session.count({ where: { ownerId: userId } }));
  expect(rows).toBe(1);
});

test('a password that was changed since it was proven begins no session', async () => {
  const { userId, handle } = await makePerson();
  const [email, password] = [`${handle}@example.com`, 'lantern tide orchard 42'];
  const set = async (text: string) => {
    const passwordHash = await hashPassword(text);
    await asSystem((tx) => tx.user.update({ where: { id: userId }, data: { passwordHash } }));
  };
  await set(password);
  const proven = await provePassword(email, password);
  if (!proven) throw new Error('the password is not the one just set');
  const from = { ...arrival(), proof: proven.proof };
  const { secret } = await openSession(userId, from, now);
  expect(await findSession(secret, now)).not.toBeNull();
  // The same one set again is another: whoever sets it ends every session.
  await set(password);
  await expect(openSession(userId, from, now)).rejects.toThrow(ProofOutdated);
  expect(await asSystem((tx) => tx.session.count({ where: { ownerId: userId } }))).toBe(1);
});

test('an account has so many sessions; one more ends the one seen longest ago', async () => {
  const [{ userId }, other] = [await makePerson(), await makePerson()];
  const others = await open(other.userId);
  const at = (i: number) => new Date(now.getTime() + i * 1000);
  const secrets: string[] = [];
  for (let i = 0; i <= limits.sessions; i += 1) secrets.push(await open(userId, {}, at(i)));
  const live = await Promise.all(
    [secrets[0], secrets[1], secrets.at(-1), others].map((one = '') => findSession(one, at(200))),
  );
  expect(live.map((one) => one !== null)).toEqual([false, true, true, true]);
});

test('the table knows no secret', async () => {
  const { userId } = await makePerson();
  const secret = await open(userId);
  const rows = await asSystem((tx) => tx.session.findMany({ where: { ownerId: userId } }));
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a device is new to a person who signed in by others only, and the first is not', async () => {
  const { userId } = await makePerson();
  const from = async (device: string) =>
    (await openSession(userId, arrival({ device }), now)).isNewDevice;
  expect([
    await from('phone'),
    await from('phone'),
    await from('desk'),
    await from('desk'),
  ]).toEqual([false, false, true, false]);
});

/** Someone with two sign-ins, as each of them sees it. */
async function twice() {
  const person = await makePerson();
  const secrets = [await open(person.userId), await open(person.userId, { device: 'phone' })];
  const viewers = await Promise.all(
    secrets.map(async (secret) => {
      const facts = await findSession(secret, now);
      if (!facts) throw new Error('a session just begun does not open');
      return { ...person, sessionId: facts.sessionId };
    }),
  );
  const [here, there] = viewers;
  if (!here || !there) throw new Error('two of them');
  return { here, there, secrets };
}

test('the list has this sign-in first, and nobody else’s', async () => {
  const { here, there } = await twice();
  await twice();
  const lines = await listSessions(here, now);
  expect(lines.map(({ id, device, isCurrent }) => [id, device, isCurrent])).toEqual([
    [here.sessionId, 'Firefox', true],
    [there.sessionId, 'phone', false],
  ]);
  expect(await listSessions(here, later(14))).toEqual([]);
});

test('one session is ended, or all others, and it is noted', async () => {
  const { here, there, secrets } = await twice();
  await open(here.userId);
  expect(await endSession(here, there.sessionId, whence, now)).toBe(true);
  expect(await endSession(here, there.sessionId, whence, now)).toBe(false);
  expect(await endOtherSessions(here, whence, now)).toBe(1);
  expect(await Promise.all(secrets.map((secret) => findSession(secret, now)))).toEqual([
    expect.objectContaining({ sessionId: here.sessionId }),
    null,
  ]);
  const events = (await listEvents(here, 10)).map(({ what }) => what);
  expect(events.slice(0, 2)).toEqual(['other_sessions_ended', 'session_ended']);
});

test('nobody ends a session of somebody else', async () => {
  const [one, other] = [await twice(), await twice()];
  expect(await endSession(one.here, other.here.sessionId, whence, now)).toBe(false);
  await endOtherSessions(one.here, whence, now);
  expect(await listSessions(other.here, now)).toHaveLength(2);
});

test('proving it again makes a session fresh and changes its secret', async () => {
  const { here, secrets } = await twice();
  const [before = ''] = secrets;
  const secret = await confirmSession(here, later(1));
  expect(secret).not.toBe(before);
  expect(await findSession(before, later(1))).toBeNull();
  expect(await findSession(secret ?? '', later(1))).toMatchObject({
    sessionId: here.sessionId,
    confirmedAt: later(1),
  });
  await endOtherSessions(here, whence, now);
  await closeSession(secret ?? '');
  expect(await confirmSession(here, now)).toBeNull();
});
