import type { APIRequestContext, Page } from '@playwright/test';
import { setUpTwoFactor } from './factors';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { linkIn } from './mailing';
import { expect, newAccount, signInOn } from './people';
import { test, verifyEmailOf } from './recovering';
import { requestTo } from './second-server';
import { en } from './words';

// One after the other: they share a server.
test.describe.configure({ mode: 'default' });

const { forgot, reset } = en.recovery;
const letters = en.accountLetters;

async function isSignedIn(request: APIRequestContext): Promise<boolean> {
  return (await request.get('/dashboard', { maxRedirects: 0 })).status() === 200;
}

test('a forgotten password gives way to another, by a link that works once', async ({
  server,
  makeOwner,
  newPage,
  scan,
}) => {
  const { email, password, request } = await makeOwner();
  const page = await newPage();
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

test('whether an e-mail has an account, /forgot tells nobody', async ({ server, makeOwner }) => {
  const { email } = await makeOwner();
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

test('a reset is no way around the second factor', async ({ server, makeOwner, newPage }) => {
  const account = await makeOwner();
  const { email, request } = account;
  // Whose the mailbox is has to be shown first: nobody locks its owner out.
  const toVerify = 'href="/settings/security#email"';
  expect(await (await request.get('/settings/security')).text()).toContain(toVerify);
  await verifyEmailOf(account, server);
  const { app } = await setUpTwoFactor(request);
  // Who knew the old password got as far as this.
  const thief = await newPage();
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

  const page = await newPage();
  await signInOn(page, { email, password });
  await expect(page).toHaveURL('/signin/second');
  expect(await isSignedIn(page.request)).toBe(false);
  await enter(page, app.next());
  await expect(page).toHaveURL('/dashboard');
});
