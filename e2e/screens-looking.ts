import type { Page } from '@playwright/test';
import { renewProofs } from '../lib/testing/proofs';
import { store } from './access-account';
import { expect, type Person } from './people';
import { expectAccessible, expectNoSideways } from './screens';

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

/** Looks at what stands there, in the light and in the dark, from the narrowest window to the widest. */
export async function look(page: Page, language: 'en' | 'ja', isMobile: boolean): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  // A page that is missing would do as well.
  await expect(page.locator('.lost-mark')).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSideways(page, isMobile);
}

/** They have just proved who they are. */
export function proven(person: Person): Promise<void> {
  return renewProofs(store(), [person.email]);
}
