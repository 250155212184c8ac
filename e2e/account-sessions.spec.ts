import { type Browser, devices, type Page } from '@playwright/test';
import { ageProofs } from '../lib/testing/proofs';
import { strangerIn } from './contacting';
import { expect, newAccount, newRequest, type Person, signInOn, test } from './people';
import { en, saying } from './words';

const { list, events, confirm } = en.sessions;

/** Signs a person in on a device that they did not use before. */
async function signInElsewhere(browser: Browser, person: Person): Promise<Page> {
  const { userAgent } = devices['Desktop Firefox'];
  const page = await (await strangerIn(browser, { userAgent })).newPage();
  await signInOn(page, person);
  await expect(page).toHaveURL('/dashboard');
  return page;
}

/** The value of the page's session cookie. */
async function sessionIn(page: Page): Promise<{ name: string; value: string }> {
  const cookies = await page.context().cookies();
  const found = cookies.find(({ name }) => name.endsWith('session-token'));
  if (!found) throw new Error('Nobody is signed in there.');
  return found;
}

test('who is signed in is listed, told of by mail where it is new, and ended at once', async ({
  desk,
  person,
  browser,
}) => {
  const other = await signInElsewhere(browser, person);
  await desk.goto('/settings/security');
  const lines = desk.getByRole('region', { name: list.title }).locator('.account-lines li');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText(list.current);
  await expect(lines.first().getByRole('button')).toHaveCount(0);
  await expect(lines.last()).toContainText('Firefox, Windows');
  await expect(lines.last()).toContainText(list.way.password);
  await lines.last().getByRole('button', { name: 'End session' }).click();
  await expect(desk.getByRole('status')).toHaveText(list.ended);
  await expect(lines).toHaveCount(1);
  const happened = desk.getByRole('region', { name: events.title });
  await expect(happened).toContainText(events.kinds.session_ended);
  // Whatever its page is asked for.
  await other.getByRole('link', { name: 'Goals', exact: true }).click();
  await expect(other).toHaveURL('/signin?next=%2Fgoals');

  await signInOn(other, person);
  await expect(other).toHaveURL('/dashboard');
  await desk.goto('/inbox/outbox');
  const letter = desk.getByRole('heading', { name: en.accountLetters.signIn.subject });
  await expect(letter).toHaveCount(1);
  await other.context().close();
});

test('all other sessions end together, for who proved lately who they are', async ({
  desk,
  person,
  browser,
}) => {
  const others = [await signInElsewhere(browser, person), await signInElsewhere(browser, person)];
  await ageProofs(process.env.DATABASE_URL ?? '', person.email);
  const end = async () => {
    await desk.locator('summary', { hasText: list.endOthers }).click();
    await desk.getByRole('button', { name: 'End all other sessions' }).click();
  };
  await desk.goto('/settings/security');
  await end();
  await expect(desk).toHaveURL('/confirm?next=%2Fsettings%2Fsecurity');
  await desk.getByLabel(confirm.password, { exact: true }).fill(person.password);
  await desk.getByRole('button', { name: confirm.submit, exact: true }).click();
  await expect(desk).toHaveURL('/settings/security');
  // Nothing was ended without the proof.
  for (const other of others) expect((await other.goto('/goals'))?.url()).toMatch(/\/goals$/);
  await end();
  await expect(desk.getByRole('status')).toHaveText(list.othersEnded);
  for (const other of others) {
    await other.goto('/goals');
    await expect(other).toHaveURL('/signin?next=%2Fgoals');
    await other.context().close();
  }
  await desk.goto('/goals');
  await expect(desk).toHaveURL('/goals');
});

test('a changed password ends every other session, and keeps this one', async ({
  desk,
  person,
  browser,
}) => {
  const texts = en.recovery.password;
  const other = await signInElsewhere(browser, person);
  await desk.goto('/settings/security/password');
  const current = desk.getByLabel(texts.current, { exact: true });
  const change = async (is: string, shallBe: string) => {
    await current.fill(is);
    await desk.getByLabel(texts.new, { exact: true }).fill(shallBe);
    await desk.getByRole('button', { name: texts.change }).click();
  };
  const { password } = newAccount();
  await change('certainly not the one', password);
  await expect(current).toHaveAccessibleDescription(saying('password-wrong'));
  await expect(current).toHaveValue('');
  await other.goto('/goals');
  await expect(other).toHaveURL('/goals');
  await change(person.password, password);
  await expect(desk.getByRole('status')).toHaveText(texts.changed);
  await signInOn(other, person, '/goals');
  await expect(other.getByText(saying('wrong-credentials'))).toBeVisible();
  await signInOn(other, { ...person, password });
  await expect(other).toHaveURL('/dashboard');
  await desk.goto('/inbox/outbox');
  const letter = desk.getByRole('heading', { name: en.accountLetters.passwordChanged.subject });
  await expect(letter).toBeVisible();
  await other.context().close();
});

test('a session goes by another identifier from signing in, and from a fresh proof', async ({
  page,
  person,
  playwright,
}) => {
  const request = await newRequest(playwright);
  const opens = async ({ name, value }: { name: string; value: string }) =>
    (await request.get('/goals', { headers: { Cookie: `${name}=${value}` } })).status() === 200;
  const planted = { name: 'next-auth.session-token', value: 'planted by somebody else' };
  await page.context().addCookies([{ ...planted, url: process.env.BASE_URL }]);
  await signInOn(page, person);
  await expect(page).toHaveURL('/dashboard');
  const signedIn = await sessionIn(page);
  expect([await opens(planted), await opens(signedIn)]).toEqual([false, true]);

  await ageProofs(process.env.DATABASE_URL ?? '', person.email);
  await page.goto('/settings/security/password');
  await page.getByLabel(confirm.password, { exact: true }).fill(person.password);
  await page.getByRole('button', { name: confirm.submit, exact: true }).click();
  await expect(page).toHaveURL('/settings/security/password');
  expect([await opens(signedIn), await opens(await sessionIn(page))]).toEqual([false, true]);
});
