import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { textsIn } from '@/app/_text/texts';
import { asSystem } from '@/lib/db';
import { paths } from '@/lib/paths';
import { makePerson } from '@/lib/testing/people';
import { startSmtp } from '@/lib/testing/smtp';
import { throttles } from '@/lib/throttle/rules';
import { verifyWith } from './email';
import { startPost, stopPost } from './post';
import { askResetFor, resetWith } from './recovery';
import { signInWith } from './sign-in';
import { signUpWith } from './sign-up';

// The settings are read once a process: one server for all of these.
let arrived: () => void = () => {};
const server = await startSmtp({ beforeTaken: async () => arrived() });
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = 'Jisseki <mail@jisseki.example>';
process.env.APP_URL = 'https://jisseki.example';

const now = new Date();
const password = 'lantern tide orchard 42';
const another = 'another long secret 9';

beforeEach(() => asSystem((tx) => tx.mail.deleteMany({})));
afterEach(stopPost);
afterAll(() => server.close());

/** From an address nobody else counts in. */
function from(): Headers {
  const address = `10.${[...randomBytes(3)].join('.')}`;
  return new Headers({ 'x-jisseki-address': address, 'user-agent': 'Firefox' });
}

async function someone() {
  const handle = `t-${randomUUID().slice(0, 8)}`;
  const email = `${handle}@example.com`;
  const form = { displayName: '花', handle, email, password, zone: 'Asia/Tokyo' };
  await signUpWith(form, '', 'ja', from());
  const { id } = await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { email } }));
  return { email, id };
}

/** What is queued for an account, by its subjects. */
const subjects = async (ownerId: string) => {
  const mails = await asSystem((tx) =>
    tx.mail.findMany({ where: { ownerId }, orderBy: { id: 'asc' } }),
  );
  return mails.map(({ subject }) => subject);
};
const t = textsIn('ja');

/** The token in the one letter to `email` with a link to `place`. */
function tokenTo(email: string, place: (token: string) => string): string {
  const start = `https://jisseki.example${place('')}`;
  const texts = server.received.filter(({ to }) => to.includes(email)).map(({ mail }) => mail.text);
  const found = texts
    .flatMap((text) => text?.split(/\s/) ?? [])
    .filter((word) => word.startsWith(start));
  expect(found).toHaveLength(1);
  return found[0]?.slice(start.length) ?? '';
}

/** Lets the post go once, until a letter has arrived. */
async function deliver(): Promise<void> {
  const isTaken = new Promise<void>((done) => {
    arrived = done;
  });
  startPost();
  await isTaken;
  await stopPost();
}

test('a forgotten password, from the form to the next sign-in, with real mail', async () => {
  const { email, id } = await someone();
  await deliver();
  expect(await askResetFor(email, 'en', from(), now)).toEqual({ ok: true, value: null });
  await deliver();
  const token = tokenTo(email, paths.reset);
  const form = { token, password: another };
  expect(await resetWith(form, from(), now)).toEqual({ ok: true, value: email });
  expect(await subjects(id)).toEqual([
    t('accountLetters.verify.subject'),
    t('accountLetters.reset.subject'),
    t('accountLetters.passwordChanged.subject'),
  ]);
  // Of what was sent nothing is left but that it was.
  const sent = await asSystem((tx) => tx.mail.findMany({ where: { ownerId: id } }));
  expect(JSON.stringify(sent)).not.toContain(token);
  expect(await signInWith({ email, password }, from(), now)).toMatchObject({ ok: false });
  const signedIn = await signInWith({ email, password: another }, from(), now);
  expect(signedIn).toMatchObject({ ok: true, value: { session: expect.any(String) } });
});

test('signing up brings a letter whose link verifies the e-mail, for whoever reads it', async () => {
  const { email, id } = await someone();
  await deliver();
  const token = tokenTo(email, paths.verify);
  const viewer = { ...(await makePerson()), userId: id };
  expect(await verifyWith(viewer, token, from(), now)).toEqual({ ok: true, value: null });
  const user = await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { id } }));
  expect(user.emailVerifiedAt).toEqual(now);
});

/** A link that resets the password of an account, as its letter carries it. */
async function linkFor({ email, id }: Awaited<ReturnType<typeof someone>>): Promise<string> {
  await askResetFor(email, 'en', from(), now);
  const where = { ownerId: id, subject: t('accountLetters.reset.subject') };
  const { text } = await asSystem((tx) => tx.mail.findFirstOrThrow({ where }));
  return /\/reset\/([\w-]+)/.exec(text)?.[1] ?? '';
}

test('a reset does not pass by the second factor', async () => {
  const person = await someone();
  const totp = { ownerId: person.id, secret: new Uint8Array(48), createdAt: now, confirmedAt: now };
  await asSystem((tx) => tx.totp.create({ data: totp }));
  await resetWith({ token: await linkFor(person), password: another }, from(), now);
  const signedIn = await signInWith({ email: person.email, password: another }, from(), now);
  expect(signedIn).toEqual({ ok: true, value: { step: expect.any(String) } });
});

test('an account locked by wrong passwords opens with the one just set', async () => {
  const person = await someone();
  const { email } = person;
  for (let i = 0; i <= throttles.signInAccount.most; i += 1) {
    await signInWith({ email, password: 'not the password' }, from(), now);
  }
  const locked = { ok: false, reason: 'too-many-tries' };
  expect(await signInWith({ email, password }, from(), now)).toEqual(locked);
  await resetWith({ token: await linkFor(person), password: another }, from(), now);
  expect(await signInWith({ email, password: another }, from(), now)).toMatchObject({ ok: true });
});

test('beyond three an hour a mailbox gets none, and whoever asks is told the same', async () => {
  const { email, id } = await someone();
  const asked = { ok: true, value: null };
  for (let i = 0; i < 5; i += 1) {
    expect(await askResetFor(email, 'en', from(), now)).toEqual(asked);
    expect(await askResetFor(`${randomUUID()}@example.com`, 'en', from(), now)).toEqual(asked);
  }
  const resets = (await subjects(id)).filter((one) => one === t('accountLetters.reset.subject'));
  expect(resets).toHaveLength(throttles.resetMailbox.most);
  const later = new Date(now.getTime() + throttles.resetMailbox.seconds * 1000);
  await askResetFor(email, 'en', from(), later);
  expect(await subjects(id)).toHaveLength(1 + throttles.resetMailbox.most + 1);
});

test('one address asks for few, and follows few links', async () => {
  const [address, tooMany] = [from(), { ok: false, reason: 'too-many-tries' }];
  for (let i = 0; i < throttles.resetAddress.most; i += 1) {
    expect(await askResetFor(`${randomUUID()}@example.com`, 'en', address, now)).toMatchObject({
      ok: true,
    });
  }
  expect(await askResetFor('a@example.com', 'en', address, now)).toEqual(tooMany);
  expect(await askResetFor('a@example.com', 'en', from(), now)).toMatchObject({ ok: true });
  for (let i = 0; i < throttles.linkAddress.most; i += 1) {
    const form = { token: 'x'.repeat(43), password: another };
    expect(await resetWith(form, address, now)).toEqual({ ok: false, reason: 'link-dead' });
  }
  expect(await verifyWith(await makePerson(), 'x'.repeat(43), address, now)).toEqual(tooMany);
});

test('who signs up with a known e-mail is told nothing; its owner is, a few times an hour', async () => {
  const { email, id } = await someone();
  for (let i = 0; i < 5; i += 1) {
    const handle = `t-${randomUUID().slice(0, 8)}`;
    const form = { displayName: '花', handle, email, password: another, zone: 'Asia/Tokyo' };
    expect(await signUpWith(form, '', 'en', from())).toEqual({ ok: true, value: null });
  }
  expect(await subjects(id)).toEqual([
    t('accountLetters.verify.subject'),
    t('accountLetters.known.subject'),
    t('accountLetters.known.subject'),
  ]);
});

test('a handle that is taken uses up no letter', async () => {
  const { id } = await someone();
  const { handle } = await asSystem((tx) =>
    tx.record.findUniqueOrThrow({ where: { ownerId: id } }),
  );
  const other = `${randomUUID()}@example.com`;
  const form = { displayName: '花', handle, email: other, password: another, zone: 'Asia/Tokyo' };
  for (let i = 0; i < 5; i += 1) {
    expect(await signUpWith(form, '', 'ja', from())).toMatchObject({ reason: 'handle-taken' });
  }
  await signUpWith({ ...form, handle: `t-${randomUUID().slice(0, 8)}` }, '', 'ja', from());
  const made = await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { email: other } }));
  expect(await subjects(made.id)).toHaveLength(1);
});
