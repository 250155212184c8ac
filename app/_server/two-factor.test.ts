import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { getPendingSecret, needsSecondFactor } from '@/lib/account/factor/data';
import { beginTotp } from '@/lib/account/factor/mutations';
import { codeAt, stepAt } from '@/lib/account/factor/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { makePerson } from '@/lib/testing/people';
import { askResetFor, resetWith } from './recovery';
import { signInWith } from './sign-in';
import { beginTwoFactorOf, isVerificationDue, turnTwoFactorOnOf } from './two-factor';

const now = new Date();
const whence = { device: 'Firefox', place: '' };
const refused = { ok: false, reason: 'email-unverified' };
const password = 'lantern tide orchard 42';

/** From an address nobody else counts in. */
function from(): Headers {
  return new Headers({ 'x-jisseki-address': `10.${[...randomBytes(3)].join('.')}` });
}

/** Begins and turns on, where mail is sent or is not, as far as one comes. */
async function setUp(viewer: Viewer, sendsMail: boolean) {
  const begun = await beginTwoFactorOf(viewer, now, sendsMail);
  if (!begun.ok) return begun;
  return turnTwoFactorOnOf(viewer, await codeOf(viewer), whence, now, sendsMail);
}

/** What the app shows of the set-up that waits. */
async function codeOf(viewer: Viewer): Promise<string> {
  const secret = await getPendingSecret(viewer, now);
  return secret ? codeAt(secret, stepAt(now)) : '';
}

/** Sets a password by the letter that the mailbox of an account gets. */
async function reset(viewer: Viewer): Promise<string> {
  const email = `${viewer.handle}@example.com`;
  await askResetFor(email, 'ja', from(), now);
  const letters = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: viewer.userId } }));
  const token = letters.map(({ text }) => /\/reset\/([\w-]{43})/.exec(text)?.[1]).find(Boolean);
  const done = await resetWith({ token: token ?? '', password }, from(), now);
  expect(done).toEqual({ ok: true, value: email });
  return email;
}

test('whoever signed up with the address of somebody else locks its owner out with no second factor', async () => {
  const stranger = await makePerson();
  expect(await setUp(stranger, true)).toEqual(refused);
  // A set-up that was begun before is turned on as little.
  await beginTotp(stranger, now);
  const code = await codeOf(stranger);
  expect(await turnTwoFactorOnOf(stranger, code, whence, now, true)).toEqual(refused);
  expect(await needsSecondFactor(stranger.userId)).toBe(false);

  const email = await reset(stranger);
  // The set-up went with the reset, which verified the e-mail.
  expect(await turnTwoFactorOnOf(stranger, code, whence, now, true)).toEqual({
    ok: false,
    reason: 'missing',
  });
  const signedIn = await signInWith({ email, password }, from(), now);
  expect(signedIn).toEqual({ ok: true, value: { session: expect.any(String) } });
});

test('whose e-mail is verified sets it up', async () => {
  const viewer = await makePerson();
  await reset(viewer);
  expect(await setUp(viewer, true)).toMatchObject({ ok: true });
  expect(await needsSecondFactor(viewer.userId)).toBe(true);
});

test('where no mail is sent, nobody is asked for a verified e-mail', async () => {
  const viewer = await makePerson();
  expect(isVerificationDue({ isVerified: false }, false)).toBe(false);
  expect(await setUp(viewer, false)).toMatchObject({ ok: true });
  expect(await beginTwoFactorOf(viewer, now, true)).toEqual(refused);
});
