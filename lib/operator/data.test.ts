import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { logMilestone } from '../milestone/mutations';
import { makeInquiry } from '../testing/inquiries';
import { makePerson, work } from '../testing/people';
import { findAccount, getProof, listAccounts } from './data';
import { mintOperator } from './operator';

const now = new Date('2026-12-01T00:00:00Z');
const operator = mintOperator(await makePerson());

async function openSession(person: Viewer, id: string, lastSeenAt: Date, way = 'password') {
  await asSystem((tx) =>
    tx.session.create({
      data: {
        id,
        ownerId: person.userId,
        tokenHash: randomUUID().replaceAll('-', '').repeat(2),
        createdAt: now,
        lastSeenAt,
        expiresAt: new Date('2027-01-01T00:00:00Z'),
        way,
      },
    }),
  );
}

test('an account is told by who it is and how many rows it keeps, and by nothing of what', async () => {
  const person = await makePerson();
  const later = new Date(now.getTime() + 60_000);
  await logMilestone(person, uuidv7(), work('a secret title', '2026-08'), null, now);
  await makeInquiry(person, { message: 'a secret message', name: 'Secret Mio' });
  await openSession(person, uuidv7(), now);
  await openSession(person, uuidv7(), later);
  const { accounts, next } = await listAccounts(operator, { account: person.userId });
  expect(next).toBeNull();
  expect(accounts).toEqual([
    {
      id: person.userId,
      handle: person.handle,
      email: `${person.handle}@example.com`,
      createdAt: expect.any(Date),
      lastSeenAt: later,
      milestones: 1,
      shares: 0,
      inquiries: 1,
      publishedAt: null,
      suspendedAt: null,
      suspendedFor: '',
      deleteAt: null,
    },
  ]);
});

test('pages tell every account once, the newest first', async () => {
  const people = Array.from({ length: 51 }, () => {
    const id = uuidv7();
    return { id, handle: `p${id.replaceAll('-', '').slice(-20)}` };
  });
  await asSystem(async (tx) => {
    await tx.user.createMany({
      data: people.map(({ id, handle }) => ({ id, email: `${handle}@example.com` })),
    });
    await tx.record.createMany({
      data: people.map(({ id, handle }) => ({ ownerId: id, handle, displayName: handle })),
    });
  });
  const all = await asSystem((tx) =>
    tx.record.findMany({ select: { ownerId: true }, orderBy: { ownerId: 'desc' } }),
  );
  const told: string[] = [];
  let after: string | undefined;
  do {
    const page = await listAccounts(operator, { after });
    told.push(...page.accounts.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(told).toEqual(all.map(({ ownerId }) => ownerId));
});

test('an account is found by its whole handle or e-mail alone', async () => {
  const { userId, handle } = await makePerson();
  expect(await findAccount(operator, handle)).toBe(userId);
  expect(await findAccount(operator, `${handle}@example.com`)).toBe(userId);
  for (const other of [handle.slice(0, -1), `${handle}@`, '%', '', `' OR true --`]) {
    expect(await findAccount(operator, other)).toBeNull();
  }
});

test('the proof of an operator is read of their own rows, and of the session that asks', async () => {
  const person = await makePerson();
  const email = `${person.handle}@example.com`;
  const nothing = { email, emailVerifiedAt: null, totpSince: null, hasPasskey: false };
  expect(await getProof(person)).toEqual({ ...nothing, way: null, beganAt: null });
  const other = await makePerson();
  await openSession(other, person.sessionId, now, 'passkey');
  expect(await getProof(person)).toMatchObject({ way: null });
  await openSession(person, uuidv7(), now, 'passkey');
  expect(await getProof(person)).toMatchObject({ way: null });

  const id = uuidv7();
  await openSession(person, id, now, 'passkey');
  await asOwner(person, async (tx) => {
    await tx.user.updateMany({ where: { id: person.userId }, data: { emailVerifiedAt: now } });
    await tx.totp.create({
      data: { ownerId: person.userId, secret: Buffer.alloc(48), createdAt: now },
    });
  });
  const there = { ...person, sessionId: id };
  // An authenticator that is being set up is none yet.
  expect(await getProof(there)).toEqual({
    ...nothing,
    emailVerifiedAt: now,
    way: 'passkey',
    beganAt: now,
  });
  await asOwner(person, async (tx) => {
    await tx.totp.updateMany({ where: { ownerId: person.userId }, data: { confirmedAt: now } });
    await tx.passkey.create({
      data: {
        ownerId: person.userId,
        id: uuidv7(),
        credentialId: uuidv7(),
        publicKey: Buffer.alloc(1),
        name: 'phone',
        createdAt: now,
      },
    });
  });
  expect(await getProof(there)).toMatchObject({ totpSince: now, hasPasskey: true });
});
