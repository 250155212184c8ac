import { cookieOf, expect, visit } from './people';
import { type Run, speak, test } from './screens-account';
import { addCookie, lookAtAll, type Open, proven, sights } from './screens-looking';

/*
 * The screens of whoever runs a server, and those by which it lets people in, in both languages.
 */

const on =
  (path: (run: Run) => string): Open<Run> =>
  (page, run) =>
    page.goto(run.server.address + path(run));

const operating: Record<string, Open<Run>> = {
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
  'a record that an operator closed, to its owner': async (page, { suspended }) => {
    await visit(page, suspended);
    await page.goto('/record?now=suspended');
  },
};

// A trace of every look costs more than the look.
test.use({ trace: 'off' });

// Starting a server takes longer than looking at its screens: one does for both languages.
test.describe.configure({ mode: 'default' });

for (const sight of sights) {
  test.describe(sight.locale, () => {
    test.use(sight);
    test.slow();
    const language = sight.locale.slice(0, 2) as 'en' | 'ja';

    test('an operator’s screens', async ({ context, operated }) => {
      await speak(operated.request, language);
      await context.addCookies((await operated.request.storageState()).cookies);
      await lookAtAll(context, sight, operating, operated, () => proven(operated.person));
    });

    test('what others see of an operator', async ({ context, operated }) => {
      for (const { request } of [operated.named, operated.suspended])
        await speak(request, language);
      await lookAtAll(context, sight, atTheDoor, operated, () => context.clearCookies());
    });
  });
}
