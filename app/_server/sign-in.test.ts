import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { signUp } from '@/lib/account/mutations';
import { findSession } from '@/lib/account/session/data';
import { sealSecret, sessionCookie } from '@/lib/auth/token';
import { asSystem } from '@/lib/db';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { addressOf, signInWith } from './sign-in';

const password = 'lantern tide orchard 42';
const now = new Date('2026-11-22T00:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

/** Each test comes from an address of its own. */
function from(more: Record<string, string> = {}) {
  const octets = [...randomBytes(3)].join('.');
  return new Headers({ 'x-jisseki-address': `10.${octets}`, ...more });
}

async function someone(): Promise<string> {
  const handle = `t-${randomUUID().slice(0, 8)}`;
  const email = `${handle}@example.com`;
  await signUp({ displayName: '花', handle, email, password, zone: 'Asia/Tokyo' }, 'ja');
  return email;
}

test('a wrong password and an unknown e-mail are answered alike, to the last try and beyond', async () => {
  const known = await someone();
  const unknown = `${randomUUID()}@example.com`;
  const answers = async (email: string) => {
    const reasons: (string | null)[] = [];
    for (let i = 0; i < throttles.signInAccount.most + 2; i += 1) {
      const answer = await signInWith({ email, password: 'not the password' }, from(), now);
      reasons.push(answer.ok ? null : answer.reason);
    }
    return reasons;
  };
  const heard = await answers(known);
  expect(heard).toEqual(await answers(unknown));
  expect(heard.filter((reason) => reason === 'wrong-credentials')).toHaveLength(10);
  expect(heard.slice(10)).toEqual(['too-many-tries', 'too-many-tries']);
});

test('an account at its limit is closed to the right password too, until the window ends', async () => {
  const email = await someone();
  for (let i = 0; i < throttles.signInAccount.most; i += 1) {
    await signInWith({ email, password: 'not the password' }, from(), now);
  }
  const right = { email, password };
  expect(await signInWith(right, from(), now)).toEqual({ ok: false, reason: 'too-many-tries' });
  expect(await signInWith(right, from(), later(900))).toMatchObject({ ok: true });
});

test('tries sent at once get no more tries than tries sent one by one', async () => {
  const email = await someone();
  const all = await Promise.all(
    Array.from({ length: 25 }, () =>
      signInWith({ email, password: 'wrong one here' }, from(), now),
    ),
  );
  const wrong = all.filter((one) => !one.ok && one.reason === 'wrong-credentials');
  expect(wrong).toHaveLength(throttles.signInAccount.most);
});

test('signing in rightly uses nothing up', async () => {
  const [email, headers] = [await someone(), from()];
  for (let i = 0; i < throttles.signInAccount.most + 5; i += 1) {
    expect(await signInWith({ email, password }, headers, now)).toMatchObject({ ok: true });
  }
});

test('an address that tries very many passwords waits, right as they are: each is hashed', async () => {
  const [email, headers] = [await someone(), from()];
  const hashed = { limit: throttles.hashAddress, subject: addressOf(headers) };
  for (let i = 1; i < throttles.hashAddress.most; i += 1) await countTry([hashed], now);
  expect(await signInWith({ email, password }, headers, now)).toMatchObject({ ok: true });
  const tooMany = { ok: false, reason: 'too-many-tries' };
  expect(await signInWith({ email, password }, headers, now)).toEqual(tooMany);
  expect(await signInWith({ email, password }, from(), now)).toMatchObject({ ok: true });
});

test('an address at its limit is refused for every account', async () => {
  const [email, headers] = [await someone(), from()];
  const unknown = () => ({ email: `${randomUUID()}@example.com`, password });
  const flood = Array.from({ length: throttles.signInAddress.most / 2 });
  for (const _ of [1, 2]) await Promise.all(flood.map(() => signInWith(unknown(), headers, now)));
  const answer = { ok: false, reason: 'too-many-tries' };
  expect(await signInWith({ email, password }, headers, now)).toEqual(answer);
  expect(await signInWith({ email, password }, from(), now)).toMatchObject({ ok: true });
});

async function sessionOf(email: string, headers = from()): Promise<string> {
  const signedIn = await signInWith({ email, password }, headers, now);
  if (!signedIn.ok || !('session' in signedIn.value)) throw new Error('no session began');
  return signedIn.value.session;
}

test('signing in again in the same browser ends the session it had', async () => {
  const email = await someone();
  const first = await sessionOf(email);
  const cookie = `${sessionCookie().name}=${await sealSecret(first)}`;
  const second = await sessionOf(email, from({ cookie }));
  expect(second).not.toBe(first);
  expect(await findSession(first, now)).toBeNull();
  expect(await findSession(second, now)).not.toBeNull();
});

test('the owner is told of a device not seen before, and not of the first', async () => {
  const email = await someone();
  const letters = async () => {
    const user = await asSystem((tx) =>
      tx.user.findUniqueOrThrow({ where: { email }, include: { mails: true } }),
    );
    return user.mails.map(({ recipient, subject }) => ({ recipient, subject }));
  };
  await sessionOf(email, from({ 'user-agent': 'one' }));
  await sessionOf(email, from({ 'user-agent': 'one' }));
  expect(await letters()).toEqual([]);
  await sessionOf(email, from({ 'user-agent': 'another' }));
  const told = { recipient: email, subject: textsIn('ja')('accountLetters.signIn.subject') };
  expect(await letters()).toEqual([told]);
});
