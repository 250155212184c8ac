import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { type OidcServer, startOidc, type Told } from '../lib/testing/oidc';
import { ageProofs } from '../lib/testing/proofs';
import { complaintsOf, expect, freshAddress, newAccount, test } from './people';
import { freePort, type SecondServer, startSecondServer } from './second-server';
import { en } from './words';

// Its server is set up for a provider, and stands at the address the provider leads back to.
test.describe.configure({ mode: 'default' });

const people = new Map<string, Told>();
let provider: OidcServer;
let server: SecondServer;

test.beforeAll(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  provider = await startOidc([`${address}/signin/with/oidc/back`], people);
  server = await startSecondServer({
    PORT: String(port),
    APP_URL: address,
    TRUSTED_PROXIES: '127.0.0.1',
    OIDC_ISSUER: provider.issuer,
    OIDC_ID: provider.client.id,
    OIDC_SECRET: provider.client.secret,
    OIDC_NAME: 'The office',
  });
});

test.afterAll(async () => {
  await server.stop();
  await provider.close();
});

/** The browsers of the test, with what they complain of. */
const opened: { context: BrowserContext; complaints: string[] }[] = [];

test.afterEach(async () => {
  const all = opened.splice(0);
  for (const { context } of all) await context.close();
  expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
});

async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.address,
    locale: 'en-US',
    extraHTTPHeaders: { 'X-Forwarded-For': freshAddress() },
  });
  // The provider's own pages want a font of somebody else's.
  const style = { contentType: 'text/css', body: '' };
  await context.route('https://fonts.googleapis.com/**', (route) => route.fulfill(style));
  opened.push({ context, complaints: complaintsOf(context) });
  return context.newPage();
}

/** Signs in on the provider's own pages, and lets it tell us. */
async function throughOffice(page: Page, subject: string): Promise<void> {
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: en.desk.signOut }).click();
  await expect(page.getByRole('link', { name: 'Sign in', exact: true })).toBeVisible();
}

/** Somebody whom the office knows by a verified address. */
function employee(): { subject: string; email: string } {
  const subject = randomUUID();
  const email = `${subject}@office.example`;
  people.set(subject, { email, email_verified: true, name: 'Sato Ren' });
  return { subject, email };
}

/** Goes to the office from the page to sign in. */
async function chooseOffice(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: en.providers.signInWith.replace('{name}', 'The office') })
    .click();
}

test('somebody signs up by an account elsewhere, and signs in by it again', async ({ browser }) => {
  const page = await stranger(browser);
  const { subject, email } = employee();
  await page.goto('/signin');
  await chooseOffice(page);
  await throughOffice(page, subject);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.providers.signUp.title);
  await expect(page.locator('main')).toContainText(email);
  await expect(page.getByLabel(en.auth.displayName, { exact: true })).toHaveValue('Sato Ren');
  await page.getByLabel(en.auth.handle, { exact: true }).fill('x');
  await page.getByRole('button', { name: en.providers.signUp.submit }).click();
  await expect(page.getByText(en.errors['handle-shape'])).toBeVisible();
  const { handle } = newAccount();
  await page.getByLabel(en.auth.handle, { exact: true }).fill(handle);
  await page.getByRole('button', { name: en.providers.signUp.submit }).click();
  await expect(page).toHaveURL('/dashboard');
  await signOut(page);
  await page.goto('/signin?next=%2Fgoals');
  await chooseOffice(page);
  // The provider remembers them in this browser and asks nothing.
  await expect(page).toHaveURL('/goals');
});

test('an account with a password links one, signs in by it, and unlinks it', async ({
  browser,
}) => {
  const page = await stranger(browser);
  const { subject, email } = employee();
  const account = { ...newAccount(), email };
  await page.goto('/signup');
  for (const name of ['displayName', 'handle', 'email', 'password'] as const) {
    await page.getByLabel(en.auth[name], { exact: true }).fill(account[name]);
  }
  await page.getByRole('button', { name: en.auth.signUp.submit }).click();
  await expect(page).toHaveURL('/signin?welcome');
  await page.getByLabel(en.auth.password, { exact: true }).fill(account.password);
  await page.getByRole('button', { name: en.auth.signIn.submit, exact: true }).click();
  await expect(page).toHaveURL('/dashboard');

  // That the office knows them by the same e-mail opens nothing.
  const elsewhere = await stranger(browser);
  await elsewhere.goto('/signin');
  await chooseOffice(elsewhere);
  await throughOffice(elsewhere, subject);
  await elsewhere.getByLabel(en.auth.handle, { exact: true }).fill(newAccount().handle);
  await elsewhere.getByRole('button', { name: en.providers.signUp.submit }).click();
  await expect(elsewhere.getByText(en.errors['email-known'])).toBeVisible();

  await ageProofs(process.env.DATABASE_URL ?? '', email);
  await page.goto('/settings/security');
  const link = en.providers.list.link.replace('{name}', 'The office');
  await page.getByRole('link', { name: link }).click();
  await expect(page).toHaveURL('/confirm?next=%2Fsettings%2Fsecurity');
  await page.getByLabel(en.sessions.confirm.password, { exact: true }).fill(account.password);
  await page.getByRole('button', { name: en.sessions.confirm.submit, exact: true }).click();
  await expect(page).toHaveURL('/settings/security');
  await page.getByRole('link', { name: link }).click();
  await throughOffice(page, subject);
  await page.getByRole('button', { name: en.providers.link.submit }).click();
  await expect(page.getByRole('status')).toHaveText(en.providers.list.nowLinked);
  await signOut(page);
  await page.goto('/signin');
  await chooseOffice(page);
  await expect(page).toHaveURL('/dashboard');
  await page.goto('/settings/security');
  const unlink = en.providers.list.unlinkOne.replace('{name}', 'The office');
  await page.getByRole('button', { name: unlink }).click();
  await expect(page.getByRole('status')).toHaveText(en.providers.list.nowUnlinked);
});

test('an answer that another browser brings opens nothing', async ({ browser }) => {
  const [page, thief] = [await stranger(browser), await stranger(browser)];
  const { subject } = employee();
  await page.goto('/signin');
  await chooseOffice(page);
  const caught = page.waitForRequest((request) => request.url().includes('/signin/with/oidc/back'));
  await page.route('**/signin/with/oidc/back**', (route) => route.abort());
  await throughOffice(page, subject).catch(() => undefined);
  await thief.goto((await caught).url());
  await expect(thief).toHaveURL('/signin?provider=stale');
  await expect(thief.getByText(en.providers.refused.stale)).toBeVisible();
});

test('a provider that is not set up is not there', async ({ browser }) => {
  const page = await stranger(browser);
  for (const path of ['/signin/with/github', '/signin/with/x', '/signin/with/google/back']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
