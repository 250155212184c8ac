import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { listEvents } from '@/lib/account/event/data';
import { listPasskeys } from '@/lib/account/passkey/data';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { limits } from '@/lib/limits';
import { Authenticator, type Oddities } from '@/lib/testing/authenticator';
import { makeSignedIn } from '@/lib/testing/people';
import { addMadePasskey, askToAdd } from './passkey-adding';

const origin = 'http://localhost:3000';
const now = new Date('2026-11-30T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const refused = { ok: false, reason: 'passkey-refused' };
const expired = { ok: false, reason: 'step-expired' };
const from = () => new Headers({ 'x-jisseki-address': '10.0.0.1' });

async function askAdding(viewer: Viewer) {
  const asked = await askToAdd(viewer, from(), now);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value;
}

async function add(viewer: Viewer, key: Authenticator, odd: Oddities = {}) {
  const { options, step } = await askAdding(viewer);
  const made = { response: key.create(options, odd), name: 'Phone' };
  return addMadePasskey(viewer, step, made, from(), now);
}

/** Someone with a passkey. */
async function someone() {
  const [viewer, key] = [await makeSignedIn(), new Authenticator(origin)];
  const added = await add(viewer, key);
  if (!added.ok) throw new Error(added.reason);
  return { viewer, key };
}

test('a passkey is asked for without a name, verified, and on no device that has one', async () => {
  const { viewer, key } = await someone();
  const { options } = await askAdding(viewer);
  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Jisseki' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: key.id, type: 'public-key', transports: ['internal'] }],
  });
  expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(16);
  expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
});

test('a passkey that was made is listed, noted and told by mail', async () => {
  const { viewer } = await someone();
  const [line] = await listPasskeys(viewer);
  expect(line).toMatchObject({ name: 'Phone', isBackedUp: false, lastUsedAt: null });
  const [event] = await listEvents(viewer, 1);
  expect(event).toMatchObject({ what: 'passkey_added', detail: 'Phone' });
  const mails = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: viewer.userId } }));
  expect(mails.map(({ subject }) => subject)).toEqual(['パスキーが追加されました']);
});

test.each<[string, Oddities]>([
  ['for another site', { rpId: 'example.com' }],
  ['at another site', { origin: 'https://example.com' }],
  ['at another port', { origin: 'http://localhost:3001' }],
  ['to another challenge', { challenge: randomBytes(32).toString('base64url') }],
  ['without asking for finger, face or PIN', { isVerified: false }],
  ['in answer to another question', { type: 'webauthn.get' }],
])('a passkey made %s is refused', async (_, odd) => {
  const viewer = await makeSignedIn();
  expect(await add(viewer, new Authenticator(origin), odd)).toEqual(refused);
  expect(await listPasskeys(viewer)).toEqual([]);
});

test('an answer is taken once, from whom it was asked, and in time', async () => {
  const [viewer, other, key] = [
    await makeSignedIn(),
    await makeSignedIn(),
    new Authenticator(origin),
  ];
  const answer = async (by: Viewer, at: Date) => {
    const { options, step } = await askAdding(viewer);
    const response = key.create(options);
    return [step, await addMadePasskey(by, step, { response, name: 'x' }, from(), at)] as const;
  };
  expect((await answer(other, now))[1]).toEqual(expired);
  expect((await answer(viewer, later(600)))[1]).toEqual(expired);
  const [step, added] = await answer(viewer, later(599));
  expect(added.ok).toBe(true);
  const response = key.create({ challenge: 'x', user: { id: 'x' } });
  expect(await addMadePasskey(viewer, step, { response, name: 'x' }, from(), now)).toEqual(expired);
  expect(await listPasskeys(other)).toEqual([]);
});

test('one passkey is of one account, and there are so many of one', async () => {
  const { viewer, key } = await someone();
  expect(await add(await makeSignedIn(), key)).toEqual({ ok: false, reason: 'passkey-known' });
  const { options, step } = await askAdding(viewer);
  for (let i = 1; i < limits.passkeys; i += 1) await add(viewer, new Authenticator(origin));
  const full = { ok: false, reason: 'too-many-passkeys' };
  expect(await askToAdd(viewer, from(), now)).toEqual(full);
  const response = new Authenticator(origin).create(options);
  expect(await addMadePasskey(viewer, step, { response, name: 'x' }, from(), now)).toEqual(full);
  expect(await listPasskeys(viewer)).toHaveLength(limits.passkeys);
});
