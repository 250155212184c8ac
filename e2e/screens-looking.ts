import { type BrowserContext, type Page, test } from '@playwright/test';
import { renewProofs } from '../lib/testing/proofs';
import { store } from './access-account';
import { expect, type Person } from './people';
import { allWidths, expectAccessible, expectNoSideways } from './screens';

/** In what a screen is looked at: a language, and the window and the hand that it is seen by first. */
type Sight = {
  readonly locale: 'en-US' | 'ja-JP';
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isMobile: boolean;
  readonly hasTouch: boolean;
};

/** English on a desk, Japanese on a phone. */
export const sights: readonly Sight[] = [
  { locale: 'en-US', viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false },
  { locale: 'ja-JP', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
];

/** Brings a page to what is to be looked at. */
export type Open<Subject> = (page: Page, subject: Subject) => Promise<unknown>;

export const at =
  (path: string): Open<unknown> =>
  (page) =>
    page.goto(path);

/**
 * Fills in the form that has what is typed, or the first there is, and sends it: something is wrong with
 * `count` of its fields, or with the whole where that is none.
 */
export async function send(page: Page, typed: Record<string, string>, count: number) {
  const [mark] = Object.keys(typed);
  const inside = page.locator(mark ? `[name="${mark}"]` : '[type="submit"]');
  const form = page.locator('main form').filter({ has: inside }).first();
  for (const [name, text] of Object.entries(typed)) {
    await form.locator(`[name="${name}"]`).fill(text);
  }
  await form.locator('[type="submit"]').click();
  if (count > 0) await expect(page.locator('[aria-invalid]')).toHaveCount(count);
  else await expect(page.locator('.form-message')).toBeVisible();
}

export const sending =
  (path: string, typed: Record<string, string>, count: number): Open<unknown> =>
  async (page) => {
    await page.goto(path);
    await send(page, typed, count);
  };

/** Gives the page's browser a cookie, `name=value`. */
export async function addCookie(page: Page, pair: string, url = '') {
  const [name = '', value = ''] = pair.split('=');
  await page.context().addCookies([{ name, value, url }]);
}

/**
 * Looks at one screen after the other, each in a page of its own of the same browser. `enter` comes before
 * what brings the page there.
 */
export async function lookAtAll<Subject>(
  context: BrowserContext,
  sight: Sight,
  screens: Readonly<Record<string, Open<Subject>>>,
  subject: Subject,
  enter: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const [name, open] of Object.entries(screens)) {
    await test.step(name, async () => {
      const page = await context.newPage();
      await enter(page);
      await open(page, subject);
      await look(page, sight);
      await page.close();
    });
  }
}

/**
 * Looks at what stands there: in the light at the width it is seen by first and in the dark at the other, so
 * that both languages have been both; and for what is too wide, at every width.
 */
async function look(page: Page, { locale, isMobile }: Sight): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
  // A page that is missing would do as well.
  await expect(page.locator('.lost-mark')).toHaveCount(0);
  await expectAccessible(page, isMobile ? 1280 : 390);
  await expectNoSideways(page, isMobile, allWidths);
}

/** They have just proved who they are. */
export function proven(person: Person): Promise<void> {
  return renewProofs(store(), [person.email]);
}
