import { expect, test } from 'vitest';
import { asSystem } from '../../db';
import { carriedBy, lettersOf, write } from '../../testing/account-letters';
import { arrival, makePerson } from '../../testing/people';
import { openChallenge } from '../challenge/mutations';
import { listEvents } from '../event/data';
import { proveAccount } from '../mutations';
import { findSession } from '../session/data';
import { openSession } from '../session/mutations';
import { issueToken } from '../token/row';
import { askReset, resetPassword } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const whence = { device: 'Firefox', place: '' };
const password = 'lantern tide orchard 42';
const dead = { ok: false, reason: 'link-dead' };
const told = write('changed');

async function someone() {
  const person = await makePerson();
  return { ...person, email: `${person.handle}@example.com` };
}

async function linkFor({ userId, email }: { userId: string; email: string }, at = now) {
  await askReset(email, 'en', write('reset'), at);
  return carriedBy(userId, 'reset');
}

const reset = (token: string, at = now, typed = password) =>
  resetPassword({ token, password: typed }, told, whence, at);

test('a letter goes to the account, with a link of which the table knows a hash', async () => {
  const person = await someone();
  const token = await linkFor(person);
  expect(await lettersOf(person.userId)).toEqual([
    { to: `reset to ${person.email}`, carried: token, secretUntil: later(10) },
  ]);
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = await asSystem((tx) => tx.accountToken.findMany());
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('for an e-mail without an account nothing is left', async () => {
  const counts = () =>
    asSystem(async (tx) => [
      await tx.user.count(),
      await tx.mail.count(),
      await tx.accountToken.count(),
    ]);
  const before = await counts();
  await askReset('nobody@example.com', 'en', write('reset'), now);
  expect(await counts()).toEqual(before);
});

test('the new password opens the account, and its owner is told', async () => {
  const person = await someone();
  expect(await reset(await linkFor(person))).toEqual({ ok: true, value: person.email });
  expect(await proveAccount(person.email, password)).toBe(person.userId);
  const letters = await lettersOf(person.userId);
  expect(letters.at(-1)).toMatchObject({ to: `changed to ${person.email}`, secretUntil: null });
  expect(await listEvents(person, 10)).toMatchObject([{ what: 'password_reset', ...whence }]);
});

test('every session ends, and so does whoever waits before the second factor', async () => {
  const person = await someone();
  const opened = () => openSession(person.userId, arrival(), now);
  const secrets = [(await opened()).secret, (await opened()).secret];
  const other = await someone();
  const { secret } = await openSession(other.userId, arrival(), now);
  await openChallenge('second_factor', { ownerId: person.userId }, now);
  await reset(await linkFor(person));
  for (const ended of secrets) expect(await findSession(ended, now)).toBeNull();
  expect(await findSession(secret, now)).not.toBeNull();
  const waiting = await asSystem((tx) => tx.challenge.count({ where: { ownerId: person.userId } }));
  expect(waiting).toBe(0);
});

test('a second factor that somebody began to set up goes, and one that is on stays', async () => {
  const secret = new Uint8Array(48);
  const left = async (confirmedAt: Date | null) => {
    const person = await someone();
    const data = { ownerId: person.userId, secret, createdAt: now, confirmedAt };
    await asSystem((tx) => tx.totp.create({ data }));
    await reset(await linkFor(person));
    return asSystem((tx) => tx.totp.count({ where: { ownerId: person.userId } }));
  };
  expect([await left(null), await left(now)]).toEqual([0, 1]);
});

test('of two tabs with one link, one sets its password', async () => {
  const person = await someone();
  const token = await linkFor(person);
  const typed = [password, 'another long secret 9'];
  const done = await Promise.all(typed.map((one) => reset(token, now, one)));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect(done.filter(({ ok }) => !ok)).toEqual([dead]);
  const opens = await Promise.all(typed.map((one) => proveAccount(person.email, one)));
  expect(opens.map((id) => id !== null)).toEqual(done.map(({ ok }) => ok));
});

test('a link works for ten minutes, and until the next one is asked for', async () => {
  const person = await someone();
  const first = await linkFor(person);
  expect(await reset(first, later(10))).toEqual(dead);
  const second = await linkFor(person);
  expect(await reset(first)).toEqual(dead);
  expect(await reset(second, later(9.99))).toMatchObject({ ok: true });
  expect(await reset(second)).toEqual(dead);
});

test('a link of another purpose, of nobody or of a mailbox given up sets nothing', async () => {
  const person = await someone();
  const verify = await asSystem((tx) => issueToken(tx, person.userId, 'verify', person.email, now));
  for (const token of [verify, '', 'x'.repeat(43), `${verify} `, "' OR 1=1 --"]) {
    expect(await reset(token)).toEqual(dead);
  }
  const token = await linkFor(person);
  const moved = { id: person.userId, email: `new-${person.email}` };
  await asSystem((tx) => tx.user.update({ where: { id: moved.id }, data: moved }));
  expect(await reset(token)).toEqual(dead);
  const user = await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { id: moved.id } }));
  expect(user).toMatchObject({ passwordHash: '', emailVerifiedAt: null });
});

test('a password that is little more than the e-mail is refused, and leaves the link', async () => {
  const person = await someone();
  const token = await linkFor(person);
  expect(await reset(token, now, `${person.handle}12`)).toEqual({
    ok: false,
    reason: 'password-personal',
  });
  expect(await reset(token)).toMatchObject({ ok: true });
});

test('the other links of the account end, and a change of e-mail under way', async () => {
  const person = await someone();
  await asSystem(async (tx) => {
    for (const purpose of ['verify', 'old_email', 'new_email'] as const) {
      await issueToken(tx, person.userId, purpose, person.email, now);
    }
    const data = { ownerId: person.userId, email: 'thief@example.com', requestedAt: now };
    await tx.emailChange.create({ data });
  });
  await reset(await linkFor(person));
  const where = { ownerId: person.userId };
  const left = await asSystem(async (tx) => [
    await tx.accountToken.count({ where }),
    await tx.emailChange.count({ where }),
  ]);
  expect(left).toEqual([0, 0]);
});

/** Leaves a passkey, an account elsewhere and a second factor at the account. */
async function addWays(ownerId: string) {
  await asSystem(async (tx) => {
    const key = { credentialId: ownerId, publicKey: new Uint8Array(1), name: 'Phone' };
    await tx.passkey.create({ data: { ownerId, id: ownerId, ...key, createdAt: now } });
    const account = { provider: 'oidc', subject: ownerId, linkedAt: now };
    await tx.identity.create({ data: { ownerId, ...account } });
    const secret = new Uint8Array(48);
    await tx.totp.create({ data: { ownerId, secret, createdAt: now, confirmedAt: now } });
  });
}

const waysOf = (ownerId: string) =>
  asSystem(async (tx) => ({
    passkeys: await tx.passkey.count({ where: { ownerId } }),
    identities: await tx.identity.count({ where: { ownerId } }),
    totp: await tx.totp.count({ where: { ownerId } }),
  }));

test('it verifies the e-mail; what whoever did not left to come in by goes, but the second factor', async () => {
  const person = await someone();
  await addWays(person.userId);
  await reset(await linkFor(person));
  expect(await waysOf(person.userId)).toEqual({ passkeys: 0, identities: 0, totp: 1 });
  const whats = (await listEvents(person, 10)).map(({ what, detail }) => `${what} ${detail}`);
  expect(whats.sort()).toEqual([
    'passkey_removed Phone',
    'password_reset ',
    'provider_unlinked oidc',
  ]);
  const where = { id: person.userId };
  const user = await asSystem((tx) => tx.user.findUniqueOrThrow({ where }));
  expect(user.emailVerifiedAt).toEqual(now);
});

test('who had verified it keeps every way in, and the day they did', async () => {
  const person = await someone();
  await addWays(person.userId);
  const where = { id: person.userId };
  const emailVerifiedAt = later(-1_000);
  await asSystem((tx) => tx.user.update({ where, data: { emailVerifiedAt } }));
  await reset(await linkFor(person));
  expect(await waysOf(person.userId)).toEqual({ passkeys: 1, identities: 1, totp: 1 });
  const user = await asSystem((tx) => tx.user.findUniqueOrThrow({ where }));
  expect(user.emailVerifiedAt).toEqual(emailVerifiedAt);
});
