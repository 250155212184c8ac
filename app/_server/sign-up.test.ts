import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isInvitationOpen } from '@/lib/account/invitation/data';
import { proveAccount, signUp } from '@/lib/account/mutations';
import { Overloaded } from '@/lib/auth/password';
import { asSystem } from '@/lib/db';
import { makeInvitation } from '@/lib/operator/invitation/mutations';
import { mintOperator } from '@/lib/operator/operator';
import { makePerson } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';
import { invitationFor, signUpWith } from './sign-up';

const operator = mintOperator(await makePerson());
const password = 'lantern tide orchard 42';
const invited = () => makeInvitation(operator, '', new Date());
const isOpen = (token: string) => isInvitationOpen(token, new Date());

/** Each test comes from an address of its own. */
function from() {
  return new Headers({ 'x-jisseki-address': `10.${[...randomBytes(3)].join('.')}` });
}

function form(some: { handle?: string; email?: string } = {}) {
  const handle = `t-${randomUUID().slice(0, 8)}`;
  return {
    displayName: '花',
    handle,
    email: `${handle}@example.com`,
    password,
    zone: 'Asia/Tokyo',
    ...some,
  };
}

const withInvitation = (typed: ReturnType<typeof form>, token: string) =>
  signUpWith(typed, token, 'ja', from(), 'invite');

const done = { ok: true, value: null };
const used = { ok: false, reason: 'invitation-used' };

test('where sign-up is open everyone gets an account, and an invitation is left alone', async () => {
  const token = await invited();
  for (const invite of ['', 'x', token]) {
    const typed = form();
    expect(await signUpWith(typed, invite, 'ja', from(), 'open')).toEqual(done);
    expect(await proveAccount(typed.email, password)).not.toBeNull();
  }
  expect(await isOpen(token)).toBe(true);
});

test('where it is closed nobody does, invited or not', async () => {
  const token = await invited();
  for (const invite of ['', token]) {
    const typed = form();
    const closed = { ok: false, reason: 'sign-up-closed' };
    expect(await signUpWith(typed, invite, 'ja', from(), 'closed')).toEqual(closed);
    expect(await proveAccount(typed.email, password)).toBeNull();
  }
  expect(await isOpen(token)).toBe(true);
});

test('one invitation makes one account', async () => {
  const token = await invited();
  const [typed, next] = [form(), form()];
  expect(await withInvitation(typed, token)).toEqual(done);
  expect(await isOpen(token)).toBe(false);
  expect(await proveAccount(typed.email, password)).not.toBeNull();
  expect(await withInvitation(next, token)).toEqual(used);
  expect(await proveAccount(next.email, password)).toBeNull();
  for (const none of ['', 'x', 'A'.repeat(43), 'A'.repeat(9_999)]) {
    expect(await withInvitation(form(), none)).toEqual(used);
  }
});

test('a taken handle leaves it unused', async () => {
  const [token, taken] = [await invited(), form()];
  await signUpWith(taken, '', 'ja', from(), 'open');
  const refused = { ok: false, reason: 'handle-taken' };
  expect(await withInvitation(form({ handle: taken.handle }), token)).toEqual(refused);
  const known = form({ handle: taken.handle, email: taken.email });
  expect(await withInvitation(known, token)).toEqual(refused);
  expect(await isOpen(token)).toBe(true);
  expect(await withInvitation(form(), token)).toEqual(done);
});

test('an e-mail with an account uses it up like a new one, so that it does not tell', async () => {
  const [token, known] = [await invited(), form()];
  await signUpWith(known, '', 'ja', from(), 'open');
  const before = await asSystem((tx) => tx.user.count());
  expect(await withInvitation(form({ email: known.email }), token)).toEqual(done);
  expect(await asSystem((tx) => tx.user.count())).toBe(before);
  expect(await isOpen(token)).toBe(false);
});

test('of a hundred who sign up with one invitation at once, one gets an account', async () => {
  const token = await invited();
  const before = await asSystem((tx) => tx.user.count());
  const all = await Promise.allSettled(
    Array.from({ length: 100 }, () => signUp(form(), 'ja', token)),
  );
  const answers = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await asSystem((tx) => tx.user.count())).toBe(before + 1);
  // Passwords wait in a queue for 66: whoever does not fit in it may try again.
  expect(answers.filter((one) => !one.ok && one.reason === 'invitation-used')).toHaveLength(65);
  const others = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(others.filter((error) => error instanceof Overloaded)).toHaveLength(34);
});

test('one address makes so many accounts an hour, whichever way', async () => {
  const [headers, now] = [from(), new Date('2026-12-01T00:00:00Z')];
  for (let i = 0; i < throttles.signUpAddress.most; i += 1) {
    expect(await invitationFor('x', headers, now, 'open')).toEqual({ ok: true, value: null });
  }
  const tooMany = { ok: false, reason: 'too-many-tries' };
  expect(await invitationFor('x', headers, now, 'invite')).toEqual(tooMany);
  expect(await invitationFor('x', from(), now, 'invite')).toEqual({ ok: true, value: 'x' });
});
