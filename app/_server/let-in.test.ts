import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSession } from '@/lib/account/session/data';
import { asSystem } from '@/lib/db';
import { makePerson } from '@/lib/testing/people';
import { letIn } from './sign-in';

const now = new Date('2026-11-30T00:00:00Z');
const headers = new Headers();

async function someone({ hasTotp }: { hasTotp: boolean }): Promise<string> {
  const { userId: ownerId } = await makePerson();
  const totp = { ownerId, secret: randomBytes(48), createdAt: now };
  const confirmedAt = hasTotp ? now : null;
  await asSystem((tx) => tx.totp.create({ data: { ...totp, confirmedAt } }));
  return ownerId;
}

test.each(['password', 'provider'] as const)(
  'a %s is one factor: who has a second is asked for it',
  async (way) => {
    const asked = await letIn(await someone({ hasTotp: true }), way, headers, now);
    expect(asked).toEqual({ step: expect.any(String) });
    // A set-up that was never confirmed is none.
    const passed = await letIn(await someone({ hasTotp: false }), way, headers, now);
    expect(passed).toEqual({ session: expect.any(String) });
  },
);

test('a passkey is both', async () => {
  const userId = await someone({ hasTotp: true });
  const passed = await letIn(userId, 'passkey', headers, now);
  if (!('session' in passed)) throw new Error('it was asked for another');
  expect(await findSession(passed.session, now)).toMatchObject({ userId });
});
