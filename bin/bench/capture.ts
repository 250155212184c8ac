import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { cookieOf, personWith } from './people';
import { type Finding, median, readable, timed } from './report';

const ROUNDS = 15;
const WARM = 3;
const PATIENCE_MS = 15_000;
const args = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** From the press of Ctrl+K on the dashboard to the notice that names what was saved. */
async function capture(page: Page, amount: number): Promise<void> {
  await page.keyboard.press('Control+k');
  const line = page.locator('dialog input[name="line"]');
  await line.waitFor();
  await page.keyboard.type(`income ${amount} blog 6h`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/milestones\?saved=/);
  await page.locator('.notice').first().waitFor();
}

async function signedIn(context: BrowserContext, address: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: address }]);
}

/** One line captured in a real browser, against loading the page it ends on. */
export async function measureCapture(
  address: string,
  databaseUrl: string,
  executablePath: string,
): Promise<Finding> {
  const viewer = await personWith(databaseUrl, 100);
  const browser = await chromium.launch({ executablePath, args });
  try {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE_MS);
    await signedIn(context, address, await cookieOf(viewer));
    const page = await context.newPage();
    const times = { capture: [] as number[], load: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM; round++) {
      await page.goto(`${address}${paths.dashboard}`, { waitUntil: 'networkidle' });
      const captured = await timed(() => capture(page, 1_000 + round));
      const saved = page.url();
      const loaded = await timed(async () => {
        await page.goto(saved);
        await page.locator('.notice').first().waitFor();
      });
      if (round < WARM) continue;
      times.capture.push(captured);
      times.load.push(loaded);
    }
    const [whole, alone] = [median(times.capture), median(times.load)];
    const ratio = whole / alone;
    return {
      name: 'a capture from Ctrl+K to saved, typed, against loading the page it ends on',
      ratio,
      aim: 'at most 8',
      met: ratio <= 8,
      figures: `${readable(whole)} against ${readable(alone)} ms`,
    };
  } finally {
    await browser.close();
  }
}
