import type { Page } from '@playwright/test';
import { ageProofs } from '../lib/testing/proofs';
import { Keyring, setUpTwoFactor } from './factors';
import { expect, signInOn, test } from './people';
import { en, saying } from './words';

const texts = en.security.passkeys;

/** Adds a passkey on the page for them, and leads to the list. */
async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/settings/security');
  await page.getByRole('link', { name: 'Add passkey' }).click();
  await page.getByLabel(texts.name, { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add passkey' }).click();
  await expect(page.getByRole('status')).toHaveText(texts.added);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL('/');
}

test('a passkey is added, signs in, confirms, and is removed', async ({ desk, person }) => {
  // Where a password asks for a code, a passkey asks for none: it is both factors.
  await setUpTwoFactor(person.request);
  const keyring = await Keyring.of(desk);
  await addPasskey(desk, 'Desk lamp');
  const line = desk.locator('.account-lines li');
  await expect(line).toContainText('Desk lamp');
  await expect(line).toContainText(texts.unused);
  expect(await keyring.counts()).toHaveLength(1);
  // One device keeps one passkey of an account.
  await desk.getByRole('button', { name: 'Add passkey' }).click();
  await expect(desk.getByText(texts.known)).toBeVisible();

  await signOut(desk);
  await desk.goto('/signin?next=%2Fgoals');
  await desk.getByRole('button', { name: texts.signIn }).click();
  await expect(desk).toHaveURL('/goals');

  await ageProofs(process.env.DATABASE_URL ?? '', person.email);
  await desk.goto('/settings/security/passkeys');
  await expect(desk).toHaveURL('/confirm?next=%2Fsettings%2Fsecurity%2Fpasskeys');
  await desk.getByRole('button', { name: texts.confirm }).click();
  await expect(desk).toHaveURL('/settings/security/passkeys');
  await expect(line).not.toContainText(texts.unused);

  await line.locator('summary', { hasText: texts.remove }).click();
  await line.getByRole('button', { name: 'Remove Desk lamp' }).click();
  await expect(desk.getByRole('status')).toHaveText(texts.removed);
  await expect(desk.getByText(texts.none)).toBeVisible();
  await signOut(desk);
  await desk.goto('/signin');
  await desk.getByRole('button', { name: texts.signIn }).click();
  await expect(desk.getByText(saying('passkey-refused'))).toBeVisible();
});

test('a browser that offers passkeys where the e-mail goes signs in by one', async ({ desk }) => {
  await Keyring.of(desk, { fills: true });
  await addPasskey(desk, 'Desk lamp');
  await signOut(desk);
  await desk.goto('/signin?next=%2Fgoals');
  await expect(desk).toHaveURL('/goals');
});

test('a copy of a passkey is refused, and its owner is told', async ({ desk, person }) => {
  const keyring = await Keyring.of(desk);
  await addPasskey(desk, 'Desk lamp');
  await signOut(desk);
  await desk.goto('/signin');
  await desk.getByRole('button', { name: texts.signIn }).click();
  await expect(desk).toHaveURL('/dashboard');
  const [used = 0] = await keyring.counts();
  await signOut(desk);

  // Made while it had been used less often: it counts on from there.
  await keyring.copyPasskeys(used - 1);
  await desk.goto('/signin');
  await desk.getByRole('button', { name: texts.signIn }).click();
  await expect(desk.getByText(saying('passkey-refused'))).toBeVisible();
  await signInOn(desk, person);
  await expect(desk).toHaveURL('/dashboard');
  await desk.goto('/settings/security');
  const happened = desk.getByRole('region', { name: en.sessions.events.title });
  await expect(happened).toContainText(`${en.sessions.events.kinds.passkey_refused} · Desk lamp`);
  await desk.goto('/inbox/outbox');
  const letter = en.accountLetters.factors.passkeyRevoked.title;
  await expect(desk.getByRole('heading', { name: letter })).toBeVisible();
});
