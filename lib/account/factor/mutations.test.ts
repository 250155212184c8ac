import { expect, test } from 'vitest';
import type { Viewer } from '../../auth/viewer';
import { asSystem } from '../../db';
import { makePerson } from '../../testing/people';
import { listEvents } from '../event/data';
import { getPendingSecret, getTwoFactor, needsSecondFactor } from './data';
import { beginTotp, confirmTotp, dropTotp, proveFactor, remakeCodes } from './mutations';
import { groupedCode } from './recovery.rules';
import { codeAt, setUpLife, stepAt } from './rules';

const now = new Date('2026-11-30T00:00:10Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const whence = { device: 'Firefox', place: '' };

async function secretOf(viewer: Viewer): Promise<Uint8Array> {
  const secret = await getPendingSecret(viewer, now);
  if (!secret) throw new Error('nothing is being set up');
  return secret;
}

/** Someone with two-factor on since a moment ago, and what their app shows at a moment. */
async function someone() {
  const viewer = await makePerson();
  await beginTotp(viewer, now);
  const secret = await secretOf(viewer);
  const code = (at: Date) => codeAt(secret, stepAt(at));
  const on = await confirmTotp(viewer, code(later(-60)), whence, now);
  if (!on.ok) throw new Error(on.reason);
  return { viewer, userId: viewer.userId, secret, code, codes: on.value };
}

const kinds = async (viewer: Viewer) => (await listEvents(viewer, 20)).map(({ what }) => what);

test('two-factor is on once the app has shown the right code, and not before', async () => {
  const viewer = await makePerson();
  expect(await confirmTotp(viewer, '000000', whence, now)).toMatchObject({ reason: 'missing' });
  expect(await beginTotp(viewer, now)).toEqual({ ok: true, value: null });
  const secret = await secretOf(viewer);
  const right = codeAt(secret, stepAt(now));
  const wrong = codeAt(secret, stepAt(now) + 100);
  expect(await confirmTotp(viewer, wrong, whence, now)).toMatchObject({ reason: 'code-wrong' });
  expect(await needsSecondFactor(viewer.userId)).toBe(false);
  expect(await proveFactor(viewer.userId, right, now)).toBeNull();
  const on = await confirmTotp(viewer, right, whence, now);
  expect(on).toMatchObject({ ok: true });
  expect(await needsSecondFactor(viewer.userId)).toBe(true);
  expect(await getTwoFactor(viewer)).toEqual({ onSince: now, codesLeft: 10 });
  expect(await getPendingSecret(viewer, now)).toBeNull();
  expect(await kinds(viewer)).toEqual(['two_factor_on']);
});

test('beginning again takes the place of what was never confirmed, and of nothing that was', async () => {
  const viewer = await makePerson();
  await beginTotp(viewer, now);
  const first = await secretOf(viewer);
  await beginTotp(viewer, now);
  const second = await secretOf(viewer);
  expect(Buffer.from(first).equals(second)).toBe(false);
  const stale = codeAt(first, stepAt(now));
  expect(await confirmTotp(viewer, stale, whence, now)).toMatchObject({ reason: 'code-wrong' });
  await confirmTotp(viewer, codeAt(second, stepAt(now)), whence, now);
  expect(await beginTotp(viewer, now)).toEqual({ ok: false, reason: 'two-factor-on' });
});

test('a set-up left lying is over: whoever began it knows its secret', async () => {
  const viewer = await makePerson();
  await beginTotp(viewer, now);
  const secret = await secretOf(viewer);
  const over = later(setUpLife);
  expect(await getPendingSecret(viewer, later(setUpLife - 1))).toEqual(secret);
  expect(await getPendingSecret(viewer, over)).toBeNull();
  const code = codeAt(secret, stepAt(over));
  expect(await confirmTotp(viewer, code, whence, over)).toMatchObject({ reason: 'missing' });
  expect(await needsSecondFactor(viewer.userId)).toBe(false);
  expect(await beginTotp(viewer, over)).toEqual({ ok: true, value: null });
});

test('of two tabs that confirm with one code, one turns it on and shows codes', async () => {
  const viewer = await makePerson();
  await beginTotp(viewer, now);
  const code = codeAt(await secretOf(viewer), stepAt(now));
  const both = await Promise.all([1, 2].map(() => confirmTotp(viewer, code, whence, now)));
  const shown = both.flatMap((one) => (one.ok ? one.value : []));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(await proveFactor(viewer.userId, shown[0] ?? '', now)).toBe('recovery');
});

test('the code that turned it on is spent', async () => {
  const { userId, code } = await someone();
  expect(await proveFactor(userId, code(later(-60)), now)).toBeNull();
});

test('a code works by a clock that is a minute off, either way', async () => {
  const [behind, ahead] = [await someone(), await someone()];
  expect(await proveFactor(behind.userId, behind.code(later(60)), later(120))).toBe('totp');
  expect(await proveFactor(ahead.userId, ahead.code(later(180)), later(120))).toBe('totp');
  expect(await proveFactor(ahead.userId, ahead.code(later(600)), later(120))).toBeNull();
});

test('a used code, and every earlier one, is refused; the next one works', async () => {
  const { userId, code } = await someone();
  expect(await proveFactor(userId, code(now), now)).toBe('totp');
  expect(await proveFactor(userId, code(now), later(5))).toBeNull();
  expect(await proveFactor(userId, code(later(-30)), later(5))).toBeNull();
  expect(await proveFactor(userId, code(later(30)), later(30))).toBe('totp');
});

test('of two tabs with one code, the database lets one in', async () => {
  const { userId, code, codes, viewer } = await someone();
  const tabs = (typed: string) =>
    Promise.all(Array.from({ length: 6 }, () => proveFactor(userId, typed, now)));
  expect((await tabs(code(now))).filter(Boolean)).toEqual(['totp']);
  expect((await tabs(codes[3] ?? '')).filter(Boolean)).toEqual(['recovery']);
  expect((await getTwoFactor(viewer)).codesLeft).toBe(9);
});

test('each recovery code works once, however it is typed', async () => {
  const { viewer, userId, codes } = await someone();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    const typed = ` ${groupedCode(code).toUpperCase()} `;
    expect(await proveFactor(userId, typed, now)).toBe('recovery');
    expect(await proveFactor(userId, code, now)).toBeNull();
  }
  expect((await getTwoFactor(viewer)).codesLeft).toBe(0);
});

test('new recovery codes take the place of all before', async () => {
  const { viewer, userId, codes } = await someone();
  await proveFactor(userId, codes[0] ?? '', now);
  const made = await remakeCodes(viewer, whence, now);
  if (!made.ok) throw new Error(made.reason);
  expect((await getTwoFactor(viewer)).codesLeft).toBe(10);
  expect(await proveFactor(userId, codes[1] ?? '', now)).toBeNull();
  expect(await proveFactor(userId, made.value[0] ?? '', now)).toBe('recovery');
  expect(await remakeCodes(await makePerson(), whence, now)).toMatchObject({ reason: 'missing' });
});

test('two tabs that make new codes at once leave ten, those of one tab', async () => {
  const { viewer, userId } = await someone();
  const both = await Promise.all([1, 2].map(() => remakeCodes(viewer, whence, now)));
  expect((await getTwoFactor(viewer)).codesLeft).toBe(10);
  const proven = [];
  for (const made of both) {
    proven.push(await proveFactor(userId, (made.ok && made.value[0]) || '', now));
  }
  expect(proven.filter(Boolean)).toEqual(['recovery']);
});

test('turned off, nothing of it proves anything any more', async () => {
  const { viewer, userId, code, codes } = await someone();
  expect(await dropTotp(viewer, whence, now)).toBe(true);
  expect(await dropTotp(viewer, whence, now)).toBe(false);
  expect(await needsSecondFactor(userId)).toBe(false);
  expect(await proveFactor(userId, code(now), now)).toBeNull();
  expect(await proveFactor(userId, codes[0] ?? '', now)).toBeNull();
  expect(await getTwoFactor(viewer)).toEqual({ onSince: null, codesLeft: 0 });
  expect(await kinds(viewer)).toEqual(['two_factor_off', 'two_factor_on']);
});

test('giving a set-up up is no turning off', async () => {
  const viewer = await makePerson();
  await beginTotp(viewer, now);
  expect(await dropTotp(viewer, whence, now)).toBe(false);
  expect(await getPendingSecret(viewer, now)).toBeNull();
  expect(await kinds(viewer)).toEqual([]);
});

test('what was wrong, and a recovery code that was used, is noted with whence it came', async () => {
  const { viewer, userId, code, codes } = await someone();
  await proveFactor(userId, 'no code at all', now, whence);
  await proveFactor(userId, codes[0] ?? '', later(1), whence);
  await proveFactor(userId, code(later(2)), later(2), whence);
  const [used, failed] = await listEvents(viewer, 20);
  expect(used).toMatchObject({ what: 'recovery_code_used', device: 'Firefox' });
  expect(failed).toMatchObject({ what: 'factor_failed', device: 'Firefox' });
});

test('nobody proves, reads or changes a second factor that is somebody else’s', async () => {
  const [one, other] = [await someone(), await someone()];
  expect(await proveFactor(other.userId, one.code(now), now)).toBeNull();
  expect(await proveFactor(other.userId, one.codes[0] ?? '', now)).toBeNull();
  const stranger = await makePerson();
  await dropTotp(stranger, whence, now);
  await remakeCodes(stranger, whence, now);
  expect(await getTwoFactor(stranger)).toEqual({ onSince: null, codesLeft: 0 });
  expect(await proveFactor(one.userId, one.codes[0] ?? '', now)).toBe('recovery');
});

test('the tables know no secret and no code, and a row moved to another account opens nothing', async () => {
  const [one, other] = [await someone(), await someone()];
  const rows = await asSystem(async (tx) => ({
    totp: await tx.totp.findUniqueOrThrow({ where: { ownerId: one.userId } }),
    codes: await tx.recoveryCode.findMany({ where: { ownerId: one.userId } }),
  }));
  expect(Buffer.from(rows.totp.secret).includes(Buffer.from(one.secret))).toBe(false);
  for (const code of one.codes) expect(JSON.stringify(rows.codes)).not.toContain(code);
  const [first = { codeHash: '' }] = rows.codes;
  await asSystem(async (tx) => {
    const { secret } = rows.totp;
    await tx.totp.update({ where: { ownerId: other.userId }, data: { secret } });
    const moved = rows.codes.map(({ codeHash }) => ({ ownerId: other.userId, codeHash }));
    await tx.recoveryCode.createMany({ data: moved });
  });
  expect(first.codeHash).toMatch(/^[0-9a-f]{64}$/);
  await expect(proveFactor(other.userId, one.code(now), now)).rejects.toThrow();
  for (const code of one.codes) expect(await proveFactor(other.userId, code, now)).toBeNull();
});
