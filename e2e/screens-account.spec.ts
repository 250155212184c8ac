import type { Page } from '@playwright/test';
import { keepKnownStep } from '../lib/testing/account-rows';
import { ageProofs } from '../lib/testing/proofs';
import { sendFile, sendTable, store, tableOf } from './access-account';
import { expect, type Person, visit } from './people';
import { type Kept, test } from './screens-account';
import {
  addCookie,
  at,
  lookAtAll,
  type Open,
  proven,
  send,
  sending,
  sights,
} from './screens-looking';

/*
 * The screens by which an account is entered, kept and given up, in both languages. Where a form can be
 * wrong it is.
 */

const link = 'A'.repeat(43);

/** Came back from a provider in this browser. */
async function comeBack(page: Page, email: string | null): Promise<void> {
  const label = 'somebody-with-a-rather-long-name@office.example.org';
  const subject = `screens ${Math.random()}`;
  const claims = { provider: 'oidc' as const, subject, label, email, name: '森 あおい' };
  const step = await keepKnownStep(store(), null, { purpose: 'sign-in', claims });
  await addCookie(page, step, process.env.BASE_URL);
  await page.goto('/signup/provider');
}

const outside: Record<string, Open<unknown>> = {
  'a forgotten password': sending('/forgot', { email: 'nobody' }, 1),
  'a letter on its way': at('/forgot?sent'),
  'another password, by a dead link': sending(
    `/reset/${link}`,
    { password: 'a kettle of moss' },
    0,
  ),
  'a change of address, by a dead link': sending(`/email/${link}`, {}, 0),
  'no change of address': at(`/email/${link}?now=objected`),
  'sign in, with all that can be said': at('/signin?reset&expired=yes&provider=silent'),
  'signing up by an account elsewhere': async (page) => {
    await comeBack(page, 'nobody@office.example.org');
    await send(page, { displayName: '', handle: '!' }, 2);
  },
  'an account elsewhere without an address': (page) => comeBack(page, null),
};

const long = 'averylongwordthatnothingbreaks'.repeat(4);

const empty: Record<string, Open<Person>> = {
  'an address to confirm, by a dead link': sending(`/verify/${link}`, {}, 0),
  'a confirmed address': at(`/verify/${link}?done`),
  security: at('/settings/security'),
  'two-factor, off': at('/settings/security/two-factor?off=yes'),
  'no passkeys': at('/settings/security/passkeys'),
  'another e-mail': sending('/settings/security/email', { email: 'nobody' }, 1),
  'another password': sending(
    '/settings/security/password',
    { current: 'x', password: 'short' },
    1,
  ),
  'asked who one is': async (page, { email }) => {
    await ageProofs(store(), email);
    await page.goto('/settings/security/password');
    await send(page, { password: 'not this one at all' }, 1);
  },
  'data, and a file that was refused': at('/settings/data?refused=too-large'),
  'a table that is refused': async (page, { request }) => {
    const table = `日付,金額,${long}\n2026-13-99,?,${long}\n`;
    await page.goto(tableOf(await sendTable(request, `${long}.csv`, table)));
  },
  'a file that is no table': async (page, { request }) => {
    const upload = await sendTable(request, 'a picture.csv', '\u0089PNG\r\n\u001a\n\0\0');
    await page.goto(`/settings/data/import/${upload}`);
  },
  'a file that is no export': async (page, { request }) => {
    const upload = await sendFile(request, 'export', new File(['PK'], 'jisseki.zip'));
    await page.goto(`/settings/data/restore/${upload}`);
  },
  'the account’s deletion': sending('/settings/data/delete', { handle: 'somebody-else' }, 1),
};

const full: Record<string, Open<Kept>> = {
  'the second step': async (page, { person }) => {
    await page.context().clearCookies();
    await page.goto('/signin');
    await page.locator('[name="email"]').fill(person.email);
    await page.locator('[name="password"]').fill(person.password);
    await page.locator('[type="submit"]').first().click();
    await expect(page).toHaveURL(/\/signin\/second/);
    await send(page, { code: 'not a code' }, 1);
  },
  'security, with all of it': at('/settings/security?email=asked'),
  'two-factor, on': at('/settings/security/two-factor'),
  'recovery codes': async (page) => {
    await page.goto('/settings/security/two-factor');
    const remake = page.getByRole('region').first();
    await remake.locator('summary').click();
    await remake.locator('[type="submit"]').click();
    await expect(page.locator('.recovery-codes')).toBeVisible();
  },
  passkeys: at('/settings/security/passkeys?done=renamed'),
  'asked who one is, with a code': async (page, { person }) => {
    await ageProofs(store(), person.email);
    await page.goto('/settings/security/password');
    await send(page, { password: person.password, code: 'not a code' }, 1);
  },
  'data, and what came in': (page, { account }) =>
    page.goto(`/settings/data?imported=${account.imported}`),
  'a table': (page, { account }) => page.goto(`/settings/data/import/${account.upload}`),
  'a table, looked at': (page, { account }) => page.goto(tableOf(account.upload)),
  'an export, looked at': (page, { account }) =>
    page.goto(`/settings/data/restore/${account.exported}`),
  'an account elsewhere to link': async (page, { account }) => {
    const label = 'somebody-with-a-rather-long-name@office.example.org';
    const claims = { provider: 'oidc' as const, subject: 'x', label, email: null, name: '' };
    const known = { purpose: 'link' as const, claims };
    const step = await keepKnownStep(store(), account.ownerId, known);
    await addCookie(page, step, process.env.BASE_URL);
    await page.goto('/settings/security/link');
  },
  'what goes with an account': at('/settings/data/delete'),
};

const leaving: Record<string, Open<unknown>> = {
  'a planned deletion': at('/settings/data?deletion=planned'),
  'every page until then': at('/dashboard'),
  'two-factor being set up': sending('/settings/security/two-factor', { code: '12' }, 1),
};

// A trace of every look costs more than the look.
test.use({ trace: 'off' });

for (const sight of sights) {
  test.describe(sight.locale, () => {
    test.use(sight);
    // Each looks at many screens: one sign-in is enough for them.
    test.slow();

    test('an account, from outside', ({ context }) =>
      lookAtAll(context, sight, outside, undefined));

    test('an account with nothing set up', ({ context, newcomer }) =>
      lookAtAll(context, sight, empty, newcomer, async (page) => {
        await proven(newcomer);
        await visit(page, newcomer);
      }));

    test('an account with all that one can have', ({ context, guarded }) =>
      lookAtAll(context, sight, full, guarded, async (page) => {
        await proven(guarded.person);
        await visit(page, guarded.person);
      }));

    test('an account that is to go', ({ context, leaving: owner }) =>
      lookAtAll(context, sight, leaving, owner, async (page) => {
        await proven(owner);
        await visit(page, owner);
      }));
  });
}
