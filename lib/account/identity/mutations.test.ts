import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { asOwner, asSystem } from '../../db';
import { makePerson, makeSignedIn } from '../../testing/people';
import { listEvents } from '../event/data';
import { findOwner, listIdentities } from './data';
import { linkIdentity, signUpByIdentity, unlinkIdentity } from './mutations';
import type { Claims } from './rules';

const now = new Date('2026-11-22T00:00:00Z');
const whence = { device: 'Firefox', place: '' };

function claims(more: Partial<Claims> = {}): Claims & { email: string } {
  const subject = randomUUID();
  const email = `${subject}@example.com`;
  return { provider: 'oidc', subject, label: 'hana', email, name: '花', ...more } as Claims & {
    email: string;
  };
}

const form = () => ({
  handle: `t-${randomUUID().slice(0, 8)}`,
  displayName: '花',
  zone: 'Asia/Tokyo',
});

test('what is linked signs in to that account, and to no other', async () => {
  const [one, other] = [await makeSignedIn(), await makeSignedIn()];
  const theirs = claims();
  expect(await findOwner(theirs)).toBeNull();
  expect(await linkIdentity(one, theirs, whence, now)).toMatchObject({ ok: true });
  expect(await findOwner(theirs)).toBe(one.userId);
  expect(await findOwner({ ...theirs, provider: 'github' })).toBeNull();
  const again = { ok: false, reason: 'identity-taken' };
  expect(await linkIdentity(other, theirs, whence, now)).toEqual(again);
  expect(await linkIdentity(one, claims(), whence, now)).toEqual({
    ok: false,
    reason: 'provider-linked',
  });
  expect((await listEvents(one, 5)).map(({ what }) => what)).toEqual(['provider_linked']);
  expect(await listIdentities(other)).toEqual([]);
});

test('of two accounts that link one subject at once, one gets it', async () => {
  const both = await Promise.all([makeSignedIn(), makeSignedIn()]);
  const theirs = claims();
  const ends = await Promise.all(both.map((one) => linkIdentity(one, theirs, whence, now)));
  expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
});

test('whose session ended meanwhile links nothing', async () => {
  const viewer = await makeSignedIn();
  await asSystem((tx) => tx.session.deleteMany({ where: { ownerId: viewer.userId } }));
  const ended = { ok: false, reason: 'step-expired' };
  expect(await linkIdentity(viewer, claims(), whence, now)).toEqual(ended);
  expect(await listIdentities(viewer)).toEqual([]);
});

test('the only way in stays; with another one it goes', async () => {
  const made = await signUpByIdentity(form(), claims(), 'ja', null, now);
  if (!made.ok) throw new Error(made.reason);
  const viewer = { ...(await makePerson()), userId: made.value.userId };
  const last = { ok: false, reason: 'last-way-in' };
  expect(await unlinkIdentity(viewer, 'oidc', whence, now)).toEqual(last);
  await asOwner(viewer, (tx) =>
    tx.user.updateMany({ where: { id: viewer.userId }, data: { passwordHash: 'set' } }),
  );
  expect(await unlinkIdentity(viewer, 'oidc', whence, now)).toEqual({ ok: true, value: 'hana' });
  expect(await unlinkIdentity(viewer, 'oidc', whence, now)).toEqual({ ok: true, value: null });
  expect(await listIdentities(viewer)).toEqual([]);
});

test('signing up makes an account without a password, its address verified', async () => {
  const [typed, theirs] = [form(), claims()];
  const made = await signUpByIdentity(typed, theirs, 'en', null, now);
  if (!made.ok) throw new Error(made.reason);
  const user = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: made.value.userId }, include: { record: true } }),
  );
  expect(user).toMatchObject({ email: theirs.email, passwordHash: null, emailVerifiedAt: now });
  expect(user.record).toMatchObject({ handle: typed.handle, publishedAt: null });
  expect(await findOwner(theirs)).toBe(user.id);
});

test('a taken handle, a known address and a known subject are refused, and nothing is left', async () => {
  const [typed, theirs] = [form(), claims()];
  await signUpByIdentity(typed, theirs, 'ja', null, now);
  const count = () => asSystem((tx) => tx.user.count());
  const before = await count();
  const tries = [
    [{ ...form(), handle: typed.handle }, claims(), 'handle-taken'],
    [form(), claims({ email: theirs.email }), 'email-known'],
    [form(), { ...theirs, email: `${randomUUID()}@example.com` }, 'identity-taken'],
  ] as const;
  for (const [one, from, reason] of tries) {
    expect(await signUpByIdentity(one, from, 'ja', null, now)).toEqual({ ok: false, reason });
  }
  expect(await count()).toBe(before);
});
