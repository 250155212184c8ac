import { cookieOf, expect, visit } from './people';
import { type Run, speak, test } from './screens-account';
import { addCookie, look, type Open, proven } from './screens-looking';

/*
 * The screens of whoever runs a server, and those by which it lets people in, in both languages, at the
 * width of the project; with light and dark.
 */

const on =
  (path: (run: Run) => string): Open<Run> =>
  (page, run) =>
    page.goto(run.server.address + path(run));

const operated: Record<string, Open<Run>> = {
  accounts: on(() => '/operator'),
  'an account to suspend': async (page, run) => {
    await page.goto(`${run.server.address}/operator`);
    await page.locator('[name="named"]').fill(run.person.handle);
    await page.locator('.line-form [type="submit"]').click();
    await expect(page.locator('.operator-line')).toHaveCount(1);
    await page.locator('.operator-line summary').click();
    await page.locator('.operator-line [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
  },
  'a suspended account': on(({ suspendedId }) => `/operator?account=${suspendedId}&now=suspended`),
  'an account that is gone': on(() => `/operator?account=${crypto.randomUUID()}`),
  reports: on(() => '/operator/reports'),
  'reports dealt with': on(() => '/operator/reports?handled=yes'),
  invitations: async (page, run) => {
    await page.goto(`${run.server.address}/operator/invitations`);
    await page.locator('[name="note"]').fill('W'.repeat(60));
    await page.locator('main form:has([name="note"]) [type="submit"]').click();
    await expect(page.locator('.copy-field')).toBeVisible();
  },
};

const atTheDoor: Record<string, Open<Run>> = {
  'what an operator lacks': async (page, run) => {
    for (const pair of cookieOf(run.named).split('; ')) {
      await addCookie(page, pair, run.server.address);
    }
    await page.goto(`${run.server.address}/operator`);
    await expect(page.locator('.operator-lacks')).toBeVisible();
  },
  'sign-up by invitation alone': on(() => '/signup'),
  'an invitation that is over': on(() => '/signup?invite=x'),
};

// A trace of every look costs more than the look.
test.use({ trace: 'off' });

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale.slice(0, 2), () => {
    test.use({ locale });
    const language = locale.slice(0, 2) as 'en' | 'ja';

    for (const [name, open] of Object.entries(operated)) {
      test(`operator: ${name}`, { tag: '@mobile' }, async ({ page, operated, isMobile }) => {
        await proven(operated.person);
        await speak(operated.request, language);
        const { cookies } = await operated.request.storageState();
        await page.context().addCookies(cookies);
        await open(page, operated);
        await look(page, language, isMobile);
      });
    }

    for (const [name, open] of Object.entries(atTheDoor)) {
      test(`operator: ${name}`, { tag: '@mobile' }, async ({ page, operated, isMobile }) => {
        await speak(operated.named.request, language);
        await open(page, operated);
        await look(page, language, isMobile);
      });
    }

    test('operator: the owner’s record', { tag: '@mobile' }, async ({
      page,
      operated,
      isMobile,
    }) => {
      await speak(operated.suspended.request, language);
      await visit(page, operated.suspended);
      await page.goto('/record?now=suspended');
      await look(page, language, isMobile);
    });
  });
}
