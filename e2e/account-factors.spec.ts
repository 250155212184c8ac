import type { Page } from '@playwright/test';
import { ageProofs } from '../lib/testing/proofs';
import { strangerIn } from './contacting';
import { AuthenticatorApp, scanned, setUpTwoFactor } from './factors';
import { expect, newRequest, signInOn, test } from './people';
import { en, saying } from './words';

const { second, twoFactor } = en.security;

/** Types a code, of either kind, and presses the button. */
async function answer(page: Page, code: string): Promise<void> {
  await page.getByLabel(second.code, { exact: true }).fill(code);
  await page.getByRole('button', { name: second.submit, exact: true }).click();
}

async function isRefused(page: Page): Promise<void> {
  const code = page.getByLabel(second.code, { exact: true });
  await expect(code).toHaveAccessibleDescription(saying('code-wrong'));
  // A code never comes back, and the field is ready for another.
  await expect(code).toHaveValue('');
  await expect(code).toBeFocused();
}

test('two-factor is set up, and signing in asks for codes that work once', async ({
  desk,
  person,
  browser,
}) => {
  await desk.goto('/settings/security');
  await desk.getByRole('button', { name: 'Set up two-factor' }).click();
  const uri = await scanned(desk.getByRole('img', { name: twoFactor.qr }));
  const openApp = desk.getByRole('link', { name: twoFactor.openApp });
  await expect(openApp).toHaveAttribute('href', uri);
  const app = new AuthenticatorApp(uri);
  const key = await desk.getByLabel(twoFactor.key, { exact: true }).inputValue();
  expect(key.replaceAll(' ', '')).toBe(app.key);
  const code = desk.getByLabel(twoFactor.code, { exact: true });
  const turnOn = desk.getByRole('button', { name: twoFactor.turnOn, exact: true });
  await code.fill(app.wrong());
  await turnOn.click();
  await isRefused(desk);
  await code.fill(app.next());
  await turnOn.click();
  await expect(desk.getByRole('heading', { name: 'Recovery codes', level: 1 })).toBeVisible();
  await expect(desk.getByRole('status')).toHaveText(twoFactor.codesSaved);
  await expect(desk.locator('.recovery-codes code')).toHaveCount(10);
  await desk.getByRole('button', { name: twoFactor.done }).click();
  await expect(desk.getByText(/^10 recovery codes are left/)).toBeVisible();
  // They were shown once.
  await desk.goto('/settings/security/two-factor/codes');
  await expect(desk).toHaveURL('/settings/security/two-factor');

  await desk.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(desk).toHaveURL('/');
  await signInOn(desk, person, '/signin?next=%2Fgoals');
  await expect(desk).toHaveURL(/\/signin\/second/);
  await answer(desk, app.wrong());
  await isRefused(desk);
  // The first step alone opens nothing.
  await expect((await desk.request.get('/dashboard')).url()).toContain('/signin');
  const used = app.next();
  await answer(desk, `${used.slice(0, 3)} ${used.slice(3)}`);
  await expect(desk).toHaveURL('/goals');

  const thief = await strangerIn(browser);
  const page = await thief.newPage();
  await signInOn(page, person);
  await answer(page, used);
  await isRefused(page);
  await answer(page, app.next());
  await expect(page).toHaveURL('/dashboard');
  await thief.close();
});

test('a recovery code works once, also without JavaScript', async ({ person, browser }) => {
  const { recoveryCodes } = await setUpTwoFactor(person.request);
  expect(recoveryCodes).toHaveLength(10);
  const [code = '', another = ''] = recoveryCodes;
  const context = await strangerIn(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await signInOn(page, person);
  await answer(page, code.toUpperCase().replaceAll('-', ' '));
  await expect(page).toHaveURL('/dashboard');
  await page.goto('/settings/security');
  await expect(page.getByText(/^9 recovery codes are left/)).toBeVisible();
  await expect(page.getByText(en.sessions.events.kinds.recovery_code_used)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL('/');
  await signInOn(page, person);
  await answer(page, code);
  const field = page.getByLabel(second.code, { exact: true });
  await expect(field).toHaveAccessibleDescription(saying('code-wrong'));
  await answer(page, another);
  await expect(page).toHaveURL('/dashboard');
  await context.close();
});

test('next-auth’s own address gives no session where there is a second factor', async ({
  person,
  playwright,
}) => {
  const { email, password } = person;
  const ask = async () => {
    const request = await newRequest(playwright);
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
    const form = { csrfToken, email, password, json: 'true' };
    const answered = await request.post('/api/auth/callback/credentials', { form });
    const { cookies } = await request.storageState();
    return {
      status: answered.status(),
      session: await (await request.get('/api/auth/session')).json(),
      isKept: cookies.some(({ name }) => name.includes('session')),
      desk: (await request.get('/dashboard')).status(),
    };
  };
  const before = await ask();
  expect(before).toMatchObject({ status: 200, isKept: true, desk: 200 });
  expect(before.session.user).toEqual({ name: person.displayName });
  await setUpTwoFactor(person.request);
  expect(await ask()).toEqual({ status: 401, session: {}, isKept: false, desk: 307 });
});

test('turning two-factor off asks for a fresh proof, of both factors', async ({
  desk,
  person,
  browser,
}) => {
  const { app } = await setUpTwoFactor(person.request);
  const turnOff = async () => {
    await desk.locator('summary', { hasText: twoFactor.turnOff }).click();
    await desk.getByRole('button', { name: twoFactor.turnOff, exact: true }).click();
  };
  await desk.goto('/settings/security/two-factor');
  // A page that was left open for longer than the proof holds.
  await ageProofs(process.env.DATABASE_URL ?? '', person.email);
  await turnOff();
  await expect(desk).toHaveURL('/confirm?next=%2Fsettings%2Fsecurity%2Ftwo-factor');
  const { confirm } = en.sessions;
  const prove = async (password: string, code: string) => {
    await desk.getByLabel(confirm.password, { exact: true }).fill(password);
    await desk.getByLabel(confirm.code, { exact: true }).fill(code);
    await desk.getByRole('button', { name: confirm.submit, exact: true }).click();
  };
  await prove('certainly not the one', app.next());
  await expect(desk.getByLabel(confirm.password, { exact: true })).toHaveAccessibleDescription(
    saying('password-wrong'),
  );
  await prove(person.password, app.wrong());
  await expect(desk.getByLabel(confirm.code, { exact: true })).toHaveAccessibleDescription(
    saying('code-wrong'),
  );
  await prove(person.password, app.next());
  await expect(desk).toHaveURL('/settings/security/two-factor');
  await turnOff();
  await expect(desk.getByRole('status')).toHaveText(twoFactor.turnedOff);

  const elsewhere = await strangerIn(browser);
  const page = await elsewhere.newPage();
  await signInOn(page, person);
  await expect(page).toHaveURL('/dashboard');
  await elsewhere.close();
});
