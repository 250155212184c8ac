import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { strangerIn } from './contacting';
import { setUpTwoFactor } from './factors';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { linkIn, type MailingServer, startMailingServer } from './mailing';
import { complaintsOf, expect, newAccount, signIn, signInOn, signUp, test } from './people';
import { requestTo } from './second-server';
import { en, saying } from './words';

// They share a server of their own, which sends mail.
test.describe.configure({ mode: 'default' });

let server: MailingServer;

test.beforeAll(async () => {
  server = await startMailingServer();
});

test.afterAll(async () => {
  await server.stop();
});

const { forgot, reset, verify, answer, email: emailTexts } = en.recovery;
const letters = en.accountLetters;

type Owner = ReturnType<typeof newAccount> & { readonly request: APIRequestContext };

/** Somebody with an account there, signed in. */
async function owner(): Promise<Owner> {
  const [account, request] = [newAccount(), await requestTo(server)];
  await signUp(request, account);
  await signIn(request, account);
  return { ...account, request };
}

/** The browsers of the test, with what they complain of. */
const opened: { context: BrowserContext; complaints: string[] }[] = [];

test.afterEach(async () => {
  const all = opened.splice(0);
  for (const { context } of all) await context.close();
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
});

/** A browser in which nobody is signed in, or whoever `as` is. */
async function newPage(browser: Browser, as?: Owner): Promise<Page> {
  const storageState = await as?.request.storageState();
  const context = await strangerIn(browser, { baseURL: server.address, storageState });
  opened.push({ context, complaints: complaintsOf(context) });
  return context.newPage();
}

async function isSignedIn(request: APIRequestContext): Promise<boolean> {
  return (await request.get('/dashboard', { maxRedirects: 0 })).status() === 200;
}

/** Looks at a link as mail programs and their scanners do, time and again. */
async function scan(link: string, status = 200): Promise<void> {
  const scanner = await requestTo(server);
  for (const method of ['HEAD', 'GET', 'GET']) {
    const looked = await scanner.fetch(link, { method });
    expect(looked.status()).toBe(status);
    // Its address is a secret.
    expect(looked.headers()).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'same-origin',
    });
  }
}

test('a forgotten password gives way to another, by a link that works once', async ({
  browser,
}) => {
  const { email, password, request } = await owner();
  const page = await newPage(browser);
  await page.goto('/signin');
  await page.getByRole('link', { name: forgot.title }).click();
  await page.getByLabel('Email', { exact: true }).fill(email.toUpperCase());
  await page.getByRole('button', { name: forgot.submit }).click();
  await expect(page.getByRole('status')).toContainText('If there is an account');
  const link = linkIn(await server.letterTo(email, letters.reset.subject), '/reset/');
  await scan(link);

  const tabs = [page, await page.context().newPage()];
  const tried = tabs.map((tab) => ({ tab, password: newAccount().password }));
  for (const { tab, password } of tried) {
    await tab.goto(link);
    await tab.getByLabel(reset.password, { exact: true }).fill(password);
  }
  const submit = (tab: Page) =>
    tab.getByRole('button', { name: reset.submit, exact: true }).click();
  await Promise.all(tabs.map(submit));
  const ends = await Promise.all(
    tried.map(async ({ tab, password }) => {
      const [done, dead] = [tab.getByText(reset.done), tab.getByText(en.errors['link-dead'])];
      await expect(done.or(dead)).toBeVisible();
      return (await done.isVisible()) ? [{ tab, password }] : [];
    }),
  );
  const [set, ...others] = ends.flat();
  if (!set) throw new Error('The link worked in neither tab.');
  expect(others).toEqual([]);

  expect(await isSignedIn(request)).toBe(false);
  await server.letterTo(email, letters.passwordChanged.subject);
  const old = await postForm(request, await formWith(request, '/signin', 'password'), {
    email,
    password,
  });
  expect(errorsIn(await old.text())).toBe('wrong-credentials');
  await expect(set.tab.getByLabel('Email', { exact: true })).toHaveValue(email);
  await set.tab.getByLabel('Password', { exact: true }).fill(set.password);
  await set.tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(set.tab).toHaveURL('/dashboard');
  await set.tab.goto('/settings/security');
  await expect(set.tab.getByText(en.sessions.events.kinds.password_reset)).toBeVisible();
});

test('whether an e-mail has an account, /forgot tells nobody', async () => {
  const { email } = await owner();
  const unknown = newAccount().email;
  const request = await requestTo(server);
  const form = await formWith(request, '/forgot', 'email');
  const answerTo = async (asked: string) => {
    const answered = await postForm(request, form, { email: asked });
    const { date: _, 'content-security-policy': __, ...headers } = answered.headers();
    return { status: answered.status(), headers, text: await answered.text() };
  };
  const first = await answerTo(unknown);
  expect(first).toMatchObject({ status: 303, headers: { location: '/forgot?sent' } });
  expect(await answerTo(email)).toEqual(first);
  await server.letterTo(email, letters.reset.subject);
  // Asked for before.
  expect(server.received.filter(({ to }) => to.includes(unknown))).toEqual([]);
});

test('a reset is no way around the second factor', async ({ browser }) => {
  const account = await owner();
  const { email, request } = account;
  const { app } = await setUpTwoFactor(request);
  // Who knew the old password got as far as this.
  const thief = await newPage(browser);
  await signInOn(thief, account);
  await expect(thief).toHaveURL('/signin/second');
  const enter = async (page: Page, typed: string) => {
    await page.getByLabel(en.security.second.code, { exact: true }).fill(typed);
    await page.getByRole('button', { name: en.security.second.submit, exact: true }).click();
  };

  await postForm(request, await formWith(request, '/forgot', 'email'), { email });
  const link = linkIn(await server.letterTo(email, letters.reset.subject), '/reset/');
  const { password } = newAccount();
  const done = await postForm(request, await formWith(request, link, 'password'), { password });
  expect(done.headers().location).toBe('/signin?reset');
  await enter(thief, app.next());
  await expect(thief).toHaveURL('/signin?expired=yes');

  const page = await newPage(browser);
  await signInOn(page, { email, password });
  await expect(page).toHaveURL('/signin/second');
  expect(await isSignedIn(page.request)).toBe(false);
  await enter(page, app.next());
  await expect(page).toHaveURL('/dashboard');
});

test('signing up brings a letter whose link verifies the e-mail of who signed up', async ({
  browser,
}) => {
  const page = await newPage(browser);
  const account = newAccount();
  const { email, password } = account;
  await page.goto('/signup');
  for (const name of ['displayName', 'handle', 'email', 'password'] as const) {
    await page.getByLabel(en.auth[name], { exact: true }).fill(account[name]);
  }
  await page.getByRole('button', { name: 'Sign up', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(en.auth.signIn.written);
  const link = linkIn(await server.letterTo(email, letters.verify.subject), '/verify/');
  // It is for who signed up: neither a stranger nor another account, the mailbox's owner perhaps, uses it up.
  await scan(link, 307);
  const other = (await owner()).request;
  const pressed = await postForm(other, await formWith(other, link, 'token'));
  expect(errorsIn(await pressed.text())).toBe('link-dead');
  await signInOn(page, account, link);
  await expect(page).toHaveURL(link);
  await page.goto('/settings/security');
  const section = page.getByRole('region', { name: emailTexts.title });
  await expect(section).toContainText(emailTexts.unverified);

  await page.goto(link);
  const confirm = page.getByRole('button', { name: verify.submit });
  await confirm.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(verify.doneTitle);
  await page.goto('/settings/security');
  await expect(section).toContainText(emailTexts.verified);
  await page.goto(link);
  await confirm.click();
  await expect(page.getByText(en.errors['link-dead'])).toBeVisible();

  // Signing up with it again tells its owner, and whoever did so nothing.
  await signUp(await requestTo(server), { ...newAccount(), email, password });
  const known = await server.letterTo(email, letters.known.subject);
  expect(known.mail.text).not.toContain('/verify/');
});

test('an e-mail changes once both addresses have agreed', async ({ browser }) => {
  const account = await owner();
  const { email, password } = account;
  const desk = await newPage(browser, account);
  await desk.goto('/settings/security/email');
  const field = desk.getByLabel(emailTexts.new, { exact: true });
  const ask = desk.getByRole('button', { name: emailTexts.change });
  await field.fill(email);
  await ask.click();
  await expect(field).toHaveAccessibleDescription(saying('email-same'));
  const { email: wanted } = newAccount();
  await field.fill(wanted);
  await ask.click();
  await expect(desk.getByRole('status')).toHaveText(emailTexts.asked);
  const [atOld, atNew] = await Promise.all(
    [email, wanted].map((one) => server.letterTo(one, letters.emailChange.subject)),
  );
  if (!atOld || !atNew) throw new Error('Both were asked.');
  // The new address may be somebody else's: it is told nothing of the account.
  expect(atNew.raw).not.toContain(email);

  const page = await newPage(browser);
  const title = page.getByRole('heading', { level: 1 });
  const agree = async (letter: typeof atOld) => {
    const link = linkIn(letter, '/email/');
    await scan(link);
    await page.goto(link);
    await page.getByRole('button', { name: answer.agree }).click();
  };
  await agree(atNew);
  await expect(title).toHaveText(answer.agreedTitle);
  await agree(atNew);
  await expect(page.getByText(en.errors['link-dead'])).toBeVisible();
  await signIn(await requestTo(server), { email, password });
  await agree(atOld);
  await expect(title).toHaveText(answer.changedTitle);
  for (const one of [email, wanted]) await server.letterTo(one, letters.emailChanged.subject);
  await signInOn(page, { email, password });
  await expect(page.getByText(saying('wrong-credentials'))).toBeVisible();
  await signInOn(page, { email: wanted, password });
  await expect(page).toHaveURL('/dashboard');
});
