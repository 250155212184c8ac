import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listEvents } from '@/lib/account/event/data';
import { listPasskeys } from '@/lib/account/passkey/data';
import { removePasskey } from '@/lib/account/passkey/mutations';
import { findSession } from '@/lib/account/session/data';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { Authenticator, type Oddities } from '@/lib/testing/authenticator';
import { makeSignedIn } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';
import { askToConfirm, askToSignIn, confirmByPasskey, signInByPasskey } from './passkey';
import { addMadePasskey, askToAdd } from './passkey-adding';
import { passSecond } from './second-factor';

const origin = 'http://localhost:3000';
const now = new Date('2026-11-30T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const refused = { ok: false, reason: 'passkey-refused' };
const expired = { ok: false, reason: 'step-expired' };

/** Each request comes from an address of its own. */
function from() {
  return new Headers({ 'x-jisseki-address': `10.${[...randomBytes(3)].join('.')}` });
}

async function askSigningIn(headers = from()) {
  const asked = await askToSignIn(headers, now);
  if (!asked) throw new Error('asked too often');
  return asked;
}

async function askAdding(viewer: Viewer) {
  const asked = await askToAdd(viewer, from(), now);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value;
}

/** Someone with a passkey. */
async function someone() {
  const [viewer, key] = [await makeSignedIn(), new Authenticator(origin)];
  const { options, step } = await askAdding(viewer);
  const made = { response: key.create(options), name: 'Phone' };
  const added = await addMadePasskey(viewer, step, made, from(), now);
  if (!added.ok) throw new Error(added.reason);
  return { viewer, key };
}

async function signIn(key: Authenticator, odd: Oddities = {}) {
  const { options, step } = await askSigningIn();
  return signInByPasskey(step, key.get(options, odd), from(), now);
}

const kinds = async (viewer: Viewer) => (await listEvents(viewer, 20)).map(({ what }) => what);

async function letters(viewer: Viewer): Promise<string[]> {
  const mails = await asSystem((tx) =>
    tx.mail.findMany({ where: { ownerId: viewer.userId }, orderBy: { id: 'asc' } }),
  );
  return mails.map(({ subject }) => subject);
}

describe('signing in', () => {
  test('a passkey signs its owner in, whoever that is, and is both factors', async () => {
    const { viewer, key } = await someone();
    await asSystem((tx) =>
      tx.totp.create({
        data: {
          ownerId: viewer.userId,
          secret: randomBytes(48),
          createdAt: now,
          confirmedAt: now,
        },
      }),
    );
    const signedIn = await signIn(key, { isBackedUp: true });
    if (!signedIn.ok) throw new Error(signedIn.reason);
    expect(await findSession(signedIn.value, now)).toMatchObject({ userId: viewer.userId });
    const [line] = await listPasskeys(viewer);
    expect(line).toMatchObject({ isBackedUp: true, lastUsedAt: now });
    const [event] = await listEvents(viewer, 1);
    expect(event).toMatchObject({ what: 'signed_in', detail: 'passkey' });
  });

  test('a stranger is asked for any passkey of this site, and told of none', async () => {
    await someone();
    const { options } = await askSigningIn();
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options.allowCredentials).toBeUndefined();
  });

  test.each<[string, Oddities]>([
    ['for another site', { rpId: 'example.com' }],
    ['at another site', { origin: 'https://example.com' }],
    ['at a site whose name begins alike', { origin: 'http://localhost:3000.example.com' }],
    ['to another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without finger, face or PIN', { isVerified: false }],
    ['in answer to another question', { type: 'webauthn.create' }],
    ['for another owner', { userHandle: randomBytes(16).toString('base64url') }],
  ])('a passkey used %s is refused', async (_, odd) => {
    const { viewer, key } = await someone();
    expect(await signIn(key, odd)).toEqual(refused);
    expect(await kinds(viewer)).toEqual(['passkey_added']);
    expect(await signIn(key)).toMatchObject({ ok: true });
  });

  test('a passkey that nobody knows, a removed one and a wrong key are answered alike', async () => {
    const { viewer, key } = await someone();
    expect(await signIn(new Authenticator(origin))).toEqual(refused);
    const forged = key.copy();
    forged.loseKey();
    expect(await signIn(forged, { counter: 900 })).toEqual(refused);
    const [line] = await listPasskeys(viewer);
    expect((await removePasskey(viewer, line?.id ?? '', { device: '', place: '' }, now)).ok).toBe(
      true,
    );
    expect(await signIn(key)).toEqual(refused);
  });

  test('an answer signs in once, and not by the step of another browser', async () => {
    const { key } = await someone();
    const { options, step } = await askSigningIn();
    const answer = key.get(options);
    const other = await askSigningIn();
    expect(await signInByPasskey(other.step, answer, from(), now)).toEqual(refused);
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => signInByPasskey(step, answer, from(), now)),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await signInByPasskey(step, answer, from(), now)).toEqual(expired);
    // Asked again, a new challenge waits: what answered the old one is no answer.
    const again = await askSigningIn();
    expect(await signInByPasskey(again.step, answer, from(), now)).toEqual(refused);
  });

  test('an answer that comes after ten minutes, or without a step, is too late', async () => {
    const { viewer, key } = await someone();
    const { options, step } = await askSigningIn();
    expect(await signInByPasskey(step, key.get(options), from(), later(600))).toEqual(expired);
    expect(await signInByPasskey('', key.get(options), from(), now)).toEqual(expired);
    // A step of another purpose is none.
    const adding = await askAdding(viewer);
    const answer = key.get(adding.options);
    expect(await signInByPasskey(adding.step, answer, from(), now)).toEqual(expired);
    expect(await passSecond(step, '123456', from(), now)).toEqual(expired);
  });

  test('a copy is refused once the other was used, and the owner is told', async () => {
    const { viewer, key } = await someone();
    const copy = key.copy();
    expect(await signIn(key)).toMatchObject({ ok: true });
    expect(await signIn(copy)).toEqual(refused);
    expect(await kinds(viewer)).toContain('passkey_refused');
    expect(await letters(viewer)).toContain('複製されたおそれのあるパスキーを削除しました');
    // Neither works again, however far it counts: which of them is the copy, nobody knows.
    expect(await listPasskeys(viewer)).toEqual([]);
    for (const one of [key, copy]) expect(await signIn(one, { counter: 900 })).toEqual(refused);
  });

  test('a copy of the only way in is refused, and the passkey stays', async () => {
    const { viewer, key } = await someone();
    const where = { id: viewer.userId };
    await asSystem((tx) => tx.user.update({ where, data: { passwordHash: null } }));
    const copy = key.copy();
    expect(await signIn(key)).toMatchObject({ ok: true });
    expect(await signIn(copy)).toEqual(refused);
    expect(await letters(viewer)).toContain('パスキーの使用を拒否しました');
    expect(await signIn(key)).toMatchObject({ ok: true });
    expect(await signIn(copy, { counter: 0 })).toEqual(refused);
  });

  test('a passkey that counts nothing is used again and again', async () => {
    const { viewer, key } = await someone();
    for (const _ of [1, 2, 3])
      expect(await signIn(key, { counter: 0 })).toMatchObject({ ok: true });
    expect(await kinds(viewer)).not.toContain('passkey_refused');
  });

  test('an address that asks too often is asked to wait', async () => {
    const headers = from();
    const some = Array.from({ length: 50 });
    for (let asked = 0; asked < throttles.passkeyAddress.most; asked += some.length) {
      const all = await Promise.all(some.map(() => askToSignIn(headers, now)));
      expect(all).not.toContain(null);
    }
    expect(await askToSignIn(headers, now)).toBeNull();
    // So is who is signed in: each question waits in the store.
    const { viewer } = await someone();
    expect(await askToConfirm(viewer, headers, now)).toBeNull();
    expect(await askToAdd(viewer, headers, now)).toEqual({ ok: false, reason: 'too-many-tries' });
    const waiting = { ownerId: viewer.userId };
    expect(await asSystem((tx) => tx.challenge.count({ where: waiting }))).toBe(0);
  });
});

describe('confirming', () => {
  const askConfirming = async (viewer: Viewer) => {
    const asked = await askToConfirm(viewer, from(), now);
    if (!asked) throw new Error('asked too often');
    return asked;
  };
  const confirm = async (viewer: Viewer, key: Authenticator, by = viewer) => {
    const { options, step } = await askConfirming(viewer);
    return confirmByPasskey(by, step, key.get(options), from(), now);
  };

  test('one’s own passkey proves it, and is the one that is asked for', async () => {
    const { viewer, key } = await someone();
    const { options } = await askConfirming(viewer);
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([key.id]);
    expect(await confirm(viewer, key)).toEqual({ ok: true, value: null });
  });

  test('somebody else’s passkey, or somebody else’s step, proves nothing', async () => {
    const [one, other] = [await someone(), await someone()];
    expect(await confirm(one.viewer, other.key)).toEqual(refused);
    expect(await confirm(one.viewer, one.key, other.viewer)).toEqual(expired);
    expect(await kinds(other.viewer)).not.toContain('passkey_refused');
  });

  test('an answer of a sign-in confirms nothing', async () => {
    const { viewer, key } = await someone();
    const { options, step } = await askSigningIn();
    expect(await confirmByPasskey(viewer, step, key.get(options), from(), now)).toEqual(expired);
  });
});
