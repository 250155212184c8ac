import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { log, press, skill } from './logging';
import { browserOf, expect, makePerson, test, untilTakenOver } from './people';
import { en } from './words';

const texts = en.dataExport;

async function exported(page: Page): Promise<Buffer> {
  await page.goto('/settings/data');
  const download = page.waitForEvent('download');
  const link = page.getByRole('link', { name: 'Export', exact: true });
  await untilTakenOver(link);
  await link.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  await expect(page.getByRole('status').filter({ hasText: texts.done })).toBeVisible();
  return readFileSync(await file.path());
}

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/settings/data');
  await page
    .getByLabel(texts.restore.file, { exact: true })
    .setInputFiles({ name: 'jisseki.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: texts.restore.choose, exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/data\/restore\/[0-9a-f-]{36}$/);
}

test('everything leaves in one file and comes back in another account, once', async ({
  browser,
  desk,
  person,
  playwright,
}) => {
  await log(person, skill('Taken along', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const file = await exported(desk);
  const names = file.toString('latin1');
  for (const name of ['jisseki.json', 'csv/milestone.csv', 'site/index.html', 'site/README.txt']) {
    expect(names, name).toContain(name);
  }

  const other = await makePerson(playwright);
  const context = await browserOf(browser, other);
  const page = await context.newPage();
  await send(page, file);
  const plan = page.getByRole('main');
  await expect(plan).toContainText(texts.plan.title);
  await page.goto('/milestones');
  await expect(plan).toContainText(en.milestones.emptyTitle);
  await page.goBack();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/data\?/);
  await page.goto('/milestones');
  await expect(plan).toContainText('Taken along');
  // Nobody reads it before its owner says so.
  expect((await other.request.get(`/u/${other.handle}`)).status()).toBe(404);
  await send(page, file);
  await expect(plan).toContainText(texts.plan.all);
  await context.close();
});

test('what is no export is told so, and changes nothing', async ({ desk }) => {
  await send(desk, Buffer.from('PK\u0003\u0004 and nothing more'));
  await expect(desk.getByRole('main')).toContainText(texts.unreadable.title);
  await expect(desk.getByRole('main')).toContainText(texts.unreadable['not-a-zip']);
});
