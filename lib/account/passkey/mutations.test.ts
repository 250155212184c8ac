import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { limits } from '../../limits';
import { makeSignedIn } from '../../testing/people';
import { listEvents } from '../event/data';
import { findPasskey, listCredentials, listPasskeys } from './data';
import { addPasskey, noteUse, removePasskey, renamePasskey } from './mutations';

const now = new Date('2026-11-30T00:00:00Z');
const whence = { device: 'Firefox', place: '' };

function made(name: string) {
  return {
    name,
    credentialId: randomBytes(16).toString('base64url'),
    publicKey: new Uint8Array(randomBytes(77)),
    counter: 0n,
    transports: ['internal'],
    isBackedUp: false,
  };
}

async function add(viewer: Viewer, name = 'Phone') {
  const passkey = made(name);
  const added = await addPasskey(viewer, passkey, whence, now);
  const found = await findPasskey(passkey.credentialId);
  if (!added.ok || !found) throw new Error('not added');
  return found;
}

/** Someone who signs in without a password. */
async function keyless(): Promise<Viewer> {
  const viewer = await makeSignedIn();
  await asSystem((tx) =>
    tx.user.update({ where: { id: viewer.userId }, data: { passwordHash: null } }),
  );
  return viewer;
}

test('passkeys are listed newest first, and renamed and removed by their owner', async () => {
  const viewer = await makeSignedIn();
  const [phone, laptop] = [await add(viewer), await add(viewer, 'Laptop')];
  expect(await renamePasskey(viewer, phone.id, '電話')).toBe(true);
  expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(['Laptop', '電話']);
  expect(await removePasskey(viewer, laptop.id, whence, now)).toEqual({
    ok: true,
    value: 'Laptop',
  });
  expect((await listPasskeys(viewer)).map(({ name }) => name)).toEqual(['電話']);
  const [removed] = await listEvents(viewer, 1);
  expect(removed).toMatchObject({ what: 'passkey_removed', detail: 'Laptop' });
});

test('nobody reads, renames or removes a passkey of somebody else', async () => {
  const [owner, other] = [await makeSignedIn(), await makeSignedIn()];
  const { id } = await add(owner);
  expect(await listPasskeys(other)).toEqual([]);
  expect(await listCredentials(other)).toEqual([]);
  expect(await renamePasskey(other, id, 'mine')).toBe(false);
  expect(await removePasskey(other, id, whence, now)).toEqual({ ok: false, reason: 'missing' });
  expect((await listPasskeys(owner)).map(({ name }) => name)).toEqual(['Phone']);
});

test('the only way in is not removed; with a password, or another passkey, it is', async () => {
  const [without, withOne] = [await keyless(), await makeSignedIn()];
  const [last, other] = [await add(without), await add(withOne)];
  const kept = { ok: false, reason: 'last-way-in' };
  expect(await removePasskey(without, last.id, whence, now)).toEqual(kept);
  expect(await removePasskey(withOne, other.id, whence, now)).toMatchObject({ ok: true });
  await add(without, 'Laptop');
  expect(await removePasskey(without, last.id, whence, now)).toMatchObject({ ok: true });
  const [left] = await listPasskeys(without);
  expect(await removePasskey(without, left?.id ?? '', whence, now)).toEqual(kept);
});

test('two tabs that each remove one of the last two leave one', async () => {
  const viewer = await keyless();
  const both = [await add(viewer), await add(viewer)];
  const removed = await Promise.all(both.map(({ id }) => removePasskey(viewer, id, whence, now)));
  expect(removed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await listPasskeys(viewer)).toHaveLength(1);
});

test('of many tabs that add at once, so many add as there is room for', async () => {
  const viewer = await makeSignedIn();
  for (let i = 0; i < limits.passkeys - 2; i += 1) await add(viewer);
  const tabs = await Promise.all(
    Array.from({ length: 5 }, () => addPasskey(viewer, made('x'), whence, now)),
  );
  expect(tabs.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await listPasskeys(viewer)).toHaveLength(limits.passkeys);
});

test('whose session ended meanwhile adds none: a reset throws out what was added, or comes before', async () => {
  const viewer = await makeSignedIn();
  const where = { ownerId: viewer.userId };
  await asSystem((tx) => tx.session.deleteMany({ where }));
  const ended = { ok: false, reason: 'step-expired' };
  expect(await addPasskey(viewer, made('x'), whence, now)).toEqual(ended);
  expect(await listPasskeys(viewer)).toEqual([]);
});

test('of two uses with one count, the database takes one', async () => {
  const passkey = await add(await keyless());
  const use = (counter: bigint) => noteUse(passkey, { counter, isBackedUp: false }, whence, now);
  expect((await Promise.all([use(7n), use(7n)])).sort()).toEqual(['copied', 'used']);
  expect(await use(7n)).toBe('copied');
  expect(await use(0n)).toBe('copied');
  expect(await use(4_294_967_295n)).toBe('used');
});

test('a copied passkey is removed where a password or another passkey opens the account', async () => {
  const [withPassword, withBoth, without] = [
    await makeSignedIn(),
    await keyless(),
    await keyless(),
  ];
  await add(withBoth, 'Laptop');
  const identity = { provider: 'github', subject: randomBytes(8).toString('hex'), linkedAt: now };
  await asSystem((tx) => tx.identity.create({ data: { ownerId: without.userId, ...identity } }));
  const kinds = async (viewer: Viewer) => (await listEvents(viewer, 2)).map(({ what }) => what);
  for (const viewer of [withPassword, withBoth]) {
    const passkey = await add(viewer);
    const use = (counter: bigint) => noteUse(passkey, { counter, isBackedUp: false }, whence, now);
    expect(await use(7n)).toBe('used');
    // Of two that come at once, one removes it.
    expect((await Promise.all([use(7n), use(6n)])).sort()).toEqual(['removed', 'revoked']);
    expect(await use(8n)).toBe('removed');
    expect((await listPasskeys(viewer)).map(({ name }) => name)).not.toContain('Phone');
    expect(await kinds(viewer)).toEqual(['passkey_removed', 'passkey_refused']);
  }
  const last = await add(without);
  const use = (counter: bigint) => noteUse(last, { counter, isBackedUp: false }, whence, now);
  expect([await use(7n), await use(7n), await use(8n)]).toEqual(['used', 'copied', 'used']);
});

test('a passkey removed meanwhile is no copy', async () => {
  const viewer = await makeSignedIn();
  const passkey = await add(viewer);
  await removePasskey(viewer, passkey.id, whence, now);
  const use = await noteUse(passkey, { counter: 1n, isBackedUp: false }, whence, now);
  expect(use).toBe('removed');
  expect((await listEvents(viewer, 9)).map(({ what }) => what)).not.toContain('passkey_refused');
});
