import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { listEvents } from '@/lib/account/event/data';
import { getPendingSecret } from '@/lib/account/factor/data';
import { beginTotp, confirmTotp } from '@/lib/account/factor/mutations';
import { codeAt, stepAt } from '@/lib/account/factor/rules';
import { findSession } from '@/lib/account/session/data';
import { hashPassword } from '@/lib/auth/password';
import { asSystem } from '@/lib/db';
import { makePerson } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';
import { passSecond, proveSecond } from './second-factor';
import { signInWith } from './sign-in';

const password = 'lantern tide orchard 42';
const now = new Date('2026-11-30T00:00:10Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const wrong = { ok: false, reason: 'code-wrong' };
const expired = { ok: false, reason: 'step-expired' };
const tooMany = { ok: false, reason: 'too-many-tries' };

/** Each request comes from an address of its own. */
function from() {
  return new Headers({ 'x-jisseki-address': `10.${[...randomBytes(3)].join('.')}` });
}

/** Someone with a password and two-factor on, and what their app shows at a moment. */
async function someone() {
  const viewer = await makePerson();
  const [email, passwordHash] = [`${randomUUID()}@example.com`, await hashPassword(password)];
  await asSystem((tx) =>
    tx.user.update({ where: { id: viewer.userId }, data: { email, passwordHash } }),
  );
  await beginTotp(viewer, now);
  const secret = await getPendingSecret(viewer, now);
  if (!secret) throw new Error('nothing is being set up');
  const code = (at: Date) => codeAt(secret, stepAt(at));
  const on = await confirmTotp(viewer, code(later(-60)), { device: '', place: '' }, now);
  if (!on.ok) throw new Error(on.reason);
  return { viewer, userId: viewer.userId, email, code, codes: on.value };
}

async function stepOf(email: string): Promise<string> {
  const signedIn = await signInWith({ email, password }, from(), now);
  if (!signedIn.ok || !('step' in signedIn.value)) throw new Error('no step began');
  return signedIn.value.step;
}

async function subjects(ownerId: string): Promise<string[]> {
  const mails = await asSystem((tx) =>
    tx.mail.findMany({ where: { ownerId }, orderBy: { id: 'asc' } }),
  );
  return mails.map(({ subject }) => subject);
}

test('the password leads to a step, and the right code from it to a session', async () => {
  const { viewer, email, code } = await someone();
  const step = await stepOf(email);
  expect(await findSession(step, now)).toBeNull();
  expect(await passSecond(step, 'nonsense', from(), now)).toEqual(wrong);
  const passed = await passSecond(step, code(now), from(), now);
  if (!passed.ok) throw new Error(passed.reason);
  expect(await findSession(passed.value, now)).toMatchObject({ userId: viewer.userId });
  expect((await listEvents(viewer, 2)).map(({ what, detail }) => [what, detail])).toEqual([
    ['signed_in', 'password'],
    ['factor_failed', ''],
  ]);
});

test('a step of a password that was changed meanwhile leads nowhere', async () => {
  const { userId, email, code } = await someone();
  const step = await stepOf(email);
  const passwordHash = await hashPassword('quite another one 77');
  await asSystem((tx) => tx.user.update({ where: { id: userId }, data: { passwordHash } }));
  expect(await passSecond(step, code(now), from(), now)).toEqual(expired);
  expect(await asSystem((tx) => tx.session.count({ where: { ownerId: userId } }))).toBe(0);
});

test('a step is used once, and waits ten minutes', async () => {
  const { email, code, codes } = await someone();
  const step = await stepOf(email);
  expect(await passSecond(step, code(now), from(), later(600))).toEqual(expired);
  const [one = '', two = ''] = codes;
  const tabs = await Promise.all([one, two].map((typed) => passSecond(step, typed, from(), now)));
  expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await passSecond(step, code(now), from(), now)).toEqual(expired);
  expect(await passSecond('', code(now), from(), now)).toEqual(expired);
});

test('of two tabs with one code, one gets in', async () => {
  const { email, code } = await someone();
  const steps = [await stepOf(email), await stepOf(email)];
  const tabs = await Promise.all(steps.map((step) => passSecond(step, code(now), from(), now)));
  expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
  expect(tabs.filter(({ ok }) => !ok)).toEqual([wrong]);
});

test('a code proves nothing for another account', async () => {
  const [one, other] = [await someone(), await someone()];
  const step = await stepOf(other.email);
  expect(await passSecond(step, one.code(now), from(), now)).toEqual(wrong);
  expect(await passSecond(step, one.codes[0] ?? '', from(), now)).toEqual(wrong);
});

test('an account at its limit takes no code of the app, but a recovery code', async () => {
  const { userId, code, codes } = await someone();
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => proveSecond(userId, '000 000', from(), now)),
  );
  const counted = tries.filter((one) => !one.ok && one.reason === 'code-wrong');
  expect(counted).toHaveLength(throttles.codeAccount.most);
  expect(await proveSecond(userId, code(now), from(), now)).toEqual(tooMany);
  expect(await proveSecond(userId, codes[0] ?? '', from(), now)).toMatchObject({ ok: true });
  expect(await proveSecond(userId, code(later(900)), from(), later(900))).toEqual({
    ok: true,
    value: 'totp',
  });
});

test('by the limit of a day, a million codes take longer than anybody tries', async () => {
  const { userId } = await someone();
  let tried = 0;
  for (let quarter = 0; quarter < 12; quarter += 1) {
    const at = later(quarter * throttles.codeAccount.seconds);
    for (let i = 0; i < throttles.codeAccount.most; i += 1) {
      const proven = await proveSecond(userId, '000000', from(), at);
      if (!proven.ok && proven.reason === 'code-wrong') tried += 1;
    }
  }
  expect(tried).toBe(throttles.codeAccountDay.most);
});

test('right codes use no tries up', async () => {
  const { userId, code } = await someone();
  for (let step = 0; step < throttles.codeAccount.most + 3; step += 1) {
    const at = later(step * 30);
    expect(await proveSecond(userId, code(at), from(), at)).toMatchObject({ ok: true });
  }
});

test('the owner is told of wrong codes once a day, and of each recovery code with what is left', async () => {
  const { userId, codes } = await someone();
  for (let i = 0; i < throttles.codeAccount.most + 3; i += 1) {
    await proveSecond(userId, '000000', from(), now);
  }
  expect(await subjects(userId)).toEqual(['二段階認証で、誤ったコードが続けて入力されました']);
  await proveSecond(userId, codes[0] ?? '', from(), now);
  await proveSecond(userId, codes[1] ?? '', from(), now);
  const mails = await asSystem((tx) =>
    tx.mail.findMany({ where: { ownerId: userId }, orderBy: { id: 'asc' } }),
  );
  expect(mails.slice(1).map(({ text }) => /残りは\d個/.exec(text)?.[0])).toEqual([
    '残りは9個',
    '残りは8個',
  ]);
});

test('an address at its limit is refused, and its account’s owner told nothing', async () => {
  const [{ userId, code }, headers] = [await someone(), from()];
  const stranger = await makePerson();
  for (let i = 0; i < throttles.signInAddress.most; i += 20) {
    const flood = Array.from({ length: 20 }, () =>
      proveSecond(stranger.userId, '0000000000000000', headers, now),
    );
    await Promise.all(flood);
  }
  expect(await proveSecond(userId, code(now), headers, now)).toEqual(tooMany);
  expect(await subjects(userId)).toEqual([]);
  expect(await proveSecond(userId, code(now), from(), now)).toMatchObject({ ok: true });
});
