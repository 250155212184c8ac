import { expect, type Locator, type Page } from '@playwright/test';

/** The one line, on its page or in the dialog. */
export function captureLine(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Quick capture', exact: true });
}

/** Opens quick capture by keyboard, as soon as the page listens. */
export async function openCapture(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(captureLine(page)).toBeFocused({ timeout: 500 });
  }).toPass();
}
