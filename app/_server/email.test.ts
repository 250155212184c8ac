import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { getEmailState } from '@/lib/account/email/data';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { listMail } from '@/lib/mail/data';
import { makePerson } from '@/lib/testing/people';
import { throttles } from '@/lib/throttle/rules';
import { answerChangeWith, askEmailChangeOf, askVerificationOf } from './email';

const now = new Date();

/** From an address nobody else counts in. */
function from(): Headers {
  return new Headers({ 'x-jisseki-address': `10.${[...randomBytes(3)].join('.')}` });
}

/** Someone whose e-mail was verified, or never was. */
async function someone(emailVerifiedAt: Date | null = now): Promise<Viewer> {
  const viewer = await makePerson({ locale: 'en' });
  const where = { id: viewer.userId };
  await asSystem((tx) => tx.user.update({ where, data: { emailVerifiedAt } }));
  return viewer;
}

const fresh = () => `t${randomBytes(8).toString('hex')}@example.org`;
const ask = (viewer: Viewer, email: string) => askEmailChangeOf(viewer, email, from(), now);

/** The letters of an account as they are to be sent, the oldest first. */
const lettersOf = (viewer: Viewer) =>
  asSystem((tx) => tx.mail.findMany({ where: { ownerId: viewer.userId }, orderBy: { id: 'asc' } }));

const linkIn = (text = '') => /\/email\/([\w-]{43})/.exec(text)?.[1] ?? '';
const answer = (token: string, said: 'agree' | 'object' = 'agree') =>
  answerChangeWith({ token, answer: said }, from(), now);

test('an e-mail changes by the two letters about it', async () => {
  const viewer = await someone();
  const email = fresh();
  expect(await ask(viewer, email)).toEqual({ ok: true, value: null });
  const [old, next] = await lettersOf(viewer);
  expect([old?.recipient, next?.recipient]).toEqual([`${viewer.handle}@example.com`, email]);
  // The new address learns neither who asks nor what their e-mail is.
  expect(`${next?.subject} ${next?.text} ${next?.html}`).not.toContain(viewer.handle);
  expect(await answer(linkIn(old?.text))).toEqual({ ok: true, value: 'agreed' });
  expect(await answer(linkIn(next?.text))).toEqual({ ok: true, value: 'changed' });
  expect(await getEmailState(viewer, now)).toMatchObject({ email, isVerified: true });
  const told = (await lettersOf(viewer)).slice(2);
  expect(told.map(({ recipient, text }) => [recipient, text.includes(email)])).toEqual([
    [`${viewer.handle}@example.com`, true],
    [email, true],
  ]);
});

test('one that was never verified changes by one letter, and what is told there names no other', async () => {
  const viewer = await someone(null);
  const email = fresh();
  await ask(viewer, email);
  const [old, next] = await lettersOf(viewer);
  expect(old?.text).toContain(textsIn('en')('accountLetters.emailChange.noticeLead'));
  expect(next?.text).not.toContain('the address you have now');
  expect(await answer(linkIn(next?.text))).toEqual({ ok: true, value: 'changed' });
  expect(await getEmailState(viewer, now)).toMatchObject({ email, isVerified: true });
  const all = await lettersOf(viewer);
  const before = all.filter(({ recipient }) => recipient === `${viewer.handle}@example.com`);
  expect(before).toHaveLength(2);
  for (const { subject, text, html } of before) {
    expect(`${subject} ${text} ${html}`).not.toContain(email);
  }
});

test('whoever did not ask for it objects by the same letter', async () => {
  const viewer = await makePerson();
  await ask(viewer, fresh());
  const [old, next] = await lettersOf(viewer);
  expect(await answer(linkIn(old?.text), 'object')).toEqual({ ok: true, value: 'objected' });
  expect(await answer(linkIn(next?.text))).toEqual({ ok: false, reason: 'link-dead' });
});

test('among the letters of who asked, an address with an account looks like one without', async () => {
  const [viewer, other] = [await makePerson(), await makePerson()];
  const shown = async () =>
    (await listMail(viewer, null)).mail
      .slice(0, 2)
      .map(({ subject, text, hasSecret }) => ({ subject, text, hasSecret }));
  await ask(viewer, fresh());
  const free = await shown();
  expect(free.map(({ hasSecret, text }) => [hasSecret, text])).toEqual([
    [true, ''],
    [true, ''],
  ]);
  await ask(viewer, `${other.handle}@example.com`);
  expect(await shown()).toEqual(free);
  const told = (await lettersOf(viewer)).at(-1);
  expect(told?.recipient).toBe(`${other.handle}@example.com`);
  expect(told?.text).toContain(textsIn('ja')('accountLetters.emailChange.takenLead'));
  expect(linkIn(told?.text)).toBe('');
});

test('a mailbox gets few letters, whoever asks and whatever stands behind the +', async () => {
  const email = fresh();
  const people = await Promise.all(Array.from({ length: 5 }, () => makePerson()));
  for (const [i, viewer] of people.entries()) {
    const tagged = email.replace('@', `+${i}@`);
    expect(await ask(viewer, tagged)).toEqual({ ok: true, value: null });
  }
  const letters = await Promise.all(people.map(lettersOf));
  const { most } = throttles.verifyMailbox;
  expect(letters.map((all) => all.length)).toEqual(people.map((_, i) => (i < most ? 2 : 1)));
});

test('one account asks for few changes a day', async () => {
  const viewer = await makePerson();
  for (let i = 0; i < throttles.emailChange.most; i += 1) {
    expect(await ask(viewer, fresh())).toMatchObject({ ok: true });
  }
  expect(await ask(viewer, fresh())).toEqual({ ok: false, reason: 'too-many-tries' });
  expect(await ask(await makePerson(), fresh())).toMatchObject({ ok: true });
});

test('another verification letter comes a few times an hour', async () => {
  const viewer = await makePerson();
  for (let i = 0; i < 5; i += 1) await askVerificationOf(viewer, now);
  expect(await lettersOf(viewer)).toHaveLength(throttles.verifyMailbox.most);
});
