import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { makePerson } from '@/lib/testing/people';
import { standingOf } from './operator';

const then = new Date('2026-12-01T00:00:00Z');
const emailOf = ({ handle }: Viewer) => `${handle}@example.com`;

/** Someone signed in, with what an operator needs or without. */
async function someone(has: { email?: boolean; totp?: boolean } = {}): Promise<Viewer> {
  const { email = true, totp = true } = has;
  const person = await makePerson();
  const ownerId = person.userId;
  await asSystem(async (tx) => {
    if (email) await tx.user.update({ where: { id: ownerId }, data: { emailVerifiedAt: then } });
    if (totp) {
      const times = { createdAt: then, confirmedAt: then };
      await tx.totp.create({ data: { ownerId, secret: Buffer.alloc(48), ...times } });
    }
    await tx.session.create({
      data: {
        id: person.sessionId,
        ownerId,
        tokenHash: randomUUID().replaceAll('-', '').repeat(2),
        createdAt: then,
        expiresAt: new Date('2027-01-01T00:00:00Z'),
      },
    });
  });
  return person;
}

test('named, verified and signed in with a second factor is an operator', async () => {
  const hana = await someone();
  const standing = await standingOf(hana, ['ken@example.com', emailOf(hana)]);
  expect(standing).toEqual({ operator: { viewer: hana } });
});

test('nobody else is, whatever they have', async () => {
  const hana = await someone();
  for (const named of [[], ['ken@example.com'], [hana.handle], [`x${emailOf(hana)}`]]) {
    expect(await standingOf(hana, named)).toBeNull();
  }
  // Nor by a setting that names nobody.
  expect(await standingOf(hana)).toBeNull();
});

test('a named one is told what they lack, and is no operator', async () => {
  const lacks = async (has: Parameters<typeof someone>[0]) => {
    const person = await someone(has);
    return standingOf(person, [emailOf(person)]);
  };
  expect(await lacks({ email: false })).toEqual({ lacks: ['email'] });
  expect(await lacks({ totp: false })).toEqual({ lacks: ['factor'] });
  expect(await lacks({ email: false, totp: false })).toEqual({ lacks: ['email', 'factor'] });
  const elsewhere = { ...(await someone()), sessionId: uuidv7() };
  expect(await standingOf(elsewhere, [emailOf(elsewhere)])).toEqual({ lacks: ['session'] });
});

test('an e-mail that changed names nobody any more', async () => {
  const hana = await someone();
  const named = [emailOf(hana)];
  await asSystem((tx) =>
    tx.user.update({ where: { id: hana.userId }, data: { email: `new-${emailOf(hana)}` } }),
  );
  expect(await standingOf(hana, named)).toBeNull();
});
