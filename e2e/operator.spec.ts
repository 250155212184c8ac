import type { Browser, Page } from '@playwright/test';
import { verifyEmailOf } from '../lib/testing/account-rows';
import { sendReport } from './access-account';
import { AuthenticatorApp } from './factors';
import { formWith, postForm } from './forms';
import { errorsIn, log, skill } from './logging';
import { type Operated, startOperated } from './operating';
import {
  expect,
  freshAddress,
  makePerson,
  newAccount,
  newRequest,
  type Person,
  signIn,
  signInOn,
  test,
} from './people';
import { requestTo, startSecondServer } from './second-server';
import { en } from './words';

// One server for all: it is named who runs it, and lets in by invitation alone.
test.describe.configure({ mode: 'default' });

const texts = en.operator;
let operated: Operated;
/** Named too, and not fit for it yet. */
let named: Person;

test.beforeAll(async ({ playwright }) => {
  named = await makePerson(playwright);
  operated = await startOperated({ SIGNUP: 'invite' }, named);
});

test.afterAll(async () => {
  await operated.server.stop();
});

async function pageAt(browser: Browser, person?: Operated): Promise<Page> {
  const context = await browser.newContext({
    baseURL: operated.server.address,
    storageState: await person?.request.storageState(),
    locale: 'en-US',
    extraHTTPHeaders: { 'X-Forwarded-For': freshAddress() },
  });
  return context.newPage();
}

test('whoever is named sees no operator’s page before a second factor signed them in', async ({
  browser,
  person,
}) => {
  const page = await pageAt(browser);
  await signInOn(page, named);
  await expect(page).toHaveURL('/dashboard');
  await page.goto('/settings');
  await page.getByRole('link', { name: texts.link }).click();
  const lacks = page.locator('.operator-lacks li');
  await expect(lacks).toHaveText([texts.lacks.email, texts.lacks.factor]);
  await verifyEmailOf(process.env.DATABASE_URL ?? '', named.email);
  await page.getByRole('link', { name: texts.lacks.security }).click();
  await page.getByRole('button', { name: 'Set up two-factor' }).click();
  const { twoFactor, second } = en.security;
  const openApp = page.getByRole('link', { name: twoFactor.openApp });
  const app = new AuthenticatorApp((await openApp.getAttribute('href')) ?? '');
  await page.getByLabel(twoFactor.code, { exact: true }).fill(app.next());
  await page.getByRole('button', { name: twoFactor.turnOn, exact: true }).click();
  await page.getByRole('button', { name: twoFactor.done }).click();
  await expect(page.getByText(/^10 recovery codes are left/)).toBeVisible();
  await page.goto('/operator');
  await expect(lacks).toHaveText([texts.lacks.session]);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL('/');
  await signInOn(page, named, '/signin?next=%2Foperator');
  await page.getByLabel(second.code, { exact: true }).fill(app.next());
  await page.getByRole('button', { name: second.submit, exact: true }).click();
  await expect(page).toHaveURL('/operator');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
  await page.context().close();

  // To who is not named there is no such page, and no way to it.
  const other = await requestTo(operated.server);
  await signIn(other, person);
  for (const path of ['/operator', '/operator/reports', '/operator/invitations']) {
    expect((await other.get(path)).status(), path).toBe(404);
  }
  expect(await (await other.get('/settings')).text()).not.toContain('/operator');
});

test('a reported record is suspended: its owner reads why, and publishes it once that is lifted', async ({
  browser,
  desk,
  person,
  playwright,
}) => {
  const { handle } = person;
  const stranger = await newRequest(playwright);
  await log(person, skill('Shown', { visibility: 'public' }));
  const publish = await formWith(person.request, '/record', 'Publish');
  await postForm(person.request, publish);
  await sendReport(stranger, await formWith(stranger, `/u/${handle}/report`, 'reason'));

  const page = await pageAt(browser, operated);
  await page.goto('/operator');
  await page.getByLabel(texts.accounts.named, { exact: true }).fill('no-such-handle');
  await page.getByRole('button', { name: texts.accounts.find, exact: true }).click();
  await expect(page.getByText(en.errors['account-unknown'])).toBeVisible();
  await page.getByLabel(texts.accounts.named, { exact: true }).fill(handle);
  await page.getByRole('button', { name: texts.accounts.find, exact: true }).click();
  const line = page.locator('.operator-line');
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('1 milestone');
  // Never a look into what it keeps.
  await expect(line).not.toContainText('Shown');
  await page.getByText(texts.accounts.suspend.replace('{handle}', handle)).click();
  await page.getByLabel(texts.accounts.words, { exact: true }).fill('It names a client.');
  await page.getByRole('button', { name: texts.accounts.press, exact: true }).click();
  await expect(page.getByRole('status')).toHaveText(texts.accounts.nowSuspended);
  await expect(line).toContainText(texts.accounts.suspended);
  expect((await stranger.get(`/u/${handle}`)).status()).toBe(404);
  await page.goto('/operator/reports?handled=yes');
  const about = texts.reports.of.replace('{handle}', handle);
  await expect(page.getByRole('heading', { name: about })).toBeVisible();

  await desk.goto('/record');
  const told = desk.getByRole('main');
  await expect(told).toContainText(texts.record.title);
  await expect(told.locator('blockquote')).toHaveText('It names a client.');
  await expect(desk.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  // Nor by the form that was drawn before.
  await postForm(person.request, publish);
  expect((await stranger.get(`/u/${handle}`)).status()).toBe(404);

  await page.goto('/operator');
  await page.getByLabel(texts.accounts.named, { exact: true }).fill(handle);
  await page.getByRole('button', { name: texts.accounts.find, exact: true }).click();
  const release = texts.accounts.release.replace('{handle}', handle);
  await page.getByRole('button', { name: release }).click();
  await expect(page.getByRole('status')).toHaveText(texts.accounts.nowReleased);
  // That alone publishes nothing.
  expect((await stranger.get(`/u/${handle}`)).status()).toBe(404);
  await desk.reload();
  await desk.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.record.published);
  expect((await stranger.get(`/u/${handle}`)).status()).toBe(200);
  await page.context().close();
});

test('an invitation lets one person sign up, once', async ({ browser }) => {
  const page = await pageAt(browser, operated);
  const guest = await pageAt(browser);
  const { invitations, signUp } = texts;
  const invite = async (note: string) => {
    await page.goto('/operator/invitations');
    await page.getByLabel(invitations.note, { exact: true }).fill(note);
    await page.getByRole('button', { name: invitations.make, exact: true }).click();
    await expect(page.getByRole('status')).toHaveText(invitations.nowMade);
    return page.getByLabel(invitations.link, { exact: true }).inputValue();
  };
  const heading = guest.getByRole('heading', { level: 1 });
  await guest.goto('/signup');
  await expect(heading).toHaveText(signUp.uninvitedTitle);
  await expect(guest.getByLabel(en.auth.handle, { exact: true })).toHaveCount(0);

  const link = await invite('For Rin');
  await guest.goto(link);
  const account = newAccount();
  for (const name of ['displayName', 'handle', 'email', 'password'] as const) {
    await guest.getByLabel(en.auth[name], { exact: true }).fill(account[name]);
  }
  await guest.getByRole('button', { name: 'Sign up', exact: true }).click();
  await expect(guest).toHaveURL('/signin?welcome');
  await signInOn(guest, account);
  await expect(guest).toHaveURL('/dashboard');
  await guest.context().clearCookies();
  await guest.goto(link);
  await expect(heading).toHaveText(signUp.endedTitle);
  await page.goto('/operator/invitations');
  const line = page.locator('.operator-line', { hasText: 'For Rin' });
  await expect(line).toContainText(invitations.state.used);

  const unused = await invite('For Ken');
  await page.getByRole('button', { name: invitations.revoke.replace('{note}', 'For Ken') }).click();
  await expect(page.getByRole('status')).toHaveText(invitations.nowRevoked);
  await guest.goto(unused);
  await expect(heading).toHaveText(signUp.endedTitle);
  await guest.context().close();
  await page.context().close();
});

test('where sign-up is closed nobody signs up, whatever they post', async ({
  page,
  playwright,
}) => {
  const server = await startSecondServer({ SIGNUP: 'closed', TRUSTED_PROXIES: '127.0.0.1' });
  try {
    await page.goto(`${server.address}/signup`);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(texts.signUp.closedTitle);
    await expect(page.locator('main form:has([name="handle"])')).toHaveCount(0);
    const stranger = await requestTo(server);
    const form = await formWith(await newRequest(playwright), '/signup', 'handle');
    const account = newAccount();
    const answer = await postForm(stranger, form, { ...account, zone: 'Asia/Tokyo' });
    expect(answer.status()).toBe(200);
    const signInForm = await formWith(stranger, '/signin', 'password');
    const { email, password } = account;
    const unknown = await postForm(stranger, signInForm, { email, password });
    expect(errorsIn(await unknown.text())).toContain('wrong-credentials');
  } finally {
    await server.stop();
  }
});
