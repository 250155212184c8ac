import { readFile } from 'node:fs/promises';
import type { APIRequestContext } from '@playwright/test';
import { message, newestOf, openContact, pressUntilSent, strangerIn, writeTo } from './contacting';
import { log, press, skill } from './logging';
import { expect, newRequest, type Person, test as withPeople } from './people';
import { en } from './words';

/** A person whose form is open, and a stranger. */
const test = withPeople.extend<{ host: Person; stranger: APIRequestContext }>({
  host: async ({ person }, use) => {
    await log(person, skill('Shown', { visibility: 'public' }));
    await press(person, '/record', 'Publish');
    await openContact(person);
    await use(person);
  },
  stranger: async ({ playwright }, use) => {
    const stranger = await newRequest(playwright);
    await use(stranger);
    await stranger.dispose();
  },
});

test('a message is text, whatever stands in it', async ({ desk, host, stranger }) => {
  const text =
    '<img src=x onerror=alert(1)> <b>bold</b> </textarea><script>alert(2)</script> &amp; "q"';
  await writeTo(stranger, host.handle, { name: '<i>Ken</i>', message: text });
  await desk.goto('/inbox');
  await expect(desk.locator('.inbox-line')).toContainText(text);
  await desk.getByRole('link', { name: '<i>Ken</i>' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('<i>Ken</i>');
  await expect(desk.locator('.inbox-message')).toHaveText(text);
  await expect(desk.locator('.inbox-message *')).toHaveCount(0);
  await desk.goto('/inbox/outbox');
  await desk.getByText(en.letters.outbox.read).click();
  await expect(desk.locator('.mail-text')).toContainText(text);
  await expect(desk.locator('.mail-text *')).toHaveCount(0);
});

test('closed, opened again, found by search and by state', async ({ desk, host, stranger }) => {
  const [line, found] = [desk.locator('.inbox-line'), desk.getByRole('status')];
  await writeTo(stranger, host.handle, { message: 'About 予約システム' });
  await desk.goto(await newestOf(host));
  await desk.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.closed);
  await desk.goto('/inbox?state=closed');
  await expect(line).toHaveAttribute('data-state', 'closed');
  await desk.getByLabel('State', { exact: true }).selectOption('Answered');
  await desk.getByRole('button', { name: en.inbox.find, exact: true }).click();
  await expect(found).toContainText('Nobody');
  await expect(line).toHaveCount(0);
  await desk.goto('/inbox');
  // However it is written.
  const search = desk.getByLabel(en.inbox.search, { exact: true });
  await search.fill('予約しすてむ');
  await search.press('Enter');
  await expect(desk).toHaveURL(/[?&]q=/);
  await expect(line).toContainText('About 予約システム');
  await line.getByRole('link').click();
  await desk.getByRole('button', { name: en.inbox.reopen, exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.reopened);
});

test('deleted, it is gone for good, with every letter about it', async ({
  desk,
  host,
  stranger,
}) => {
  await writeTo(stranger, host.handle);
  const page = await newestOf(host);
  // The other letter is of their signing up.
  const notice = desk.locator('.mail-line').filter({ hasText: message.name });
  await desk.goto('/inbox/outbox');
  await expect(notice).toHaveCount(1);
  await desk.goto(page);
  const forGood = desk.getByRole('button', { name: en.inbox.remove.press });
  await expect(forGood).toBeHidden();
  await desk.getByText(en.inbox.remove.first, { exact: true }).click();
  await forGood.click();
  await expect(desk).toHaveURL('/inbox?now=deleted');
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.deleted);
  await expect(desk.getByRole('heading', { name: en.inbox.emptyTitle })).toBeVisible();
  expect((await desk.goto(page))?.status()).toBe(404);
  await desk.goto('/inbox/outbox');
  await expect(desk.locator('.mail-line')).toHaveCount(1);
  await expect(notice).toHaveCount(0);
});

test('who is blocked is told what everyone is told', async ({
  desk,
  host,
  stranger,
  playwright,
}) => {
  const line = desk.locator('.inbox-line');
  const told = await writeTo(stranger, host.handle);
  await desk.goto(await newestOf(host));
  await desk.getByText(en.inbox.block.first, { exact: true }).click();
  await desk.getByRole('button', { name: en.inbox.block.press, exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.blocked);
  await expect(desk.getByRole('main')).toContainText('ken@example.com is blocked.');

  const elsewhere = await newRequest(playwright);
  const again = { email: 'KEN@example.com', message: 'Once more' };
  expect(await writeTo(elsewhere, host.handle, again)).toBe(told);
  await desk.goto('/inbox');
  await expect(line).toHaveCount(1);
  await desk.goto('/inbox/settings');
  await desk.getByRole('button', { name: 'Unblock ken@example.com' }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.contact.desk.unblocked);
  await expect(desk.getByText(en.contact.desk.nobody)).toBeVisible();
  await writeTo(elsewhere, host.handle, again);
  await desk.goto('/inbox');
  await expect(line).toHaveCount(2);
  await expect(line.first()).toContainText('Once more');
});

test('abuse is reported, by the owner and by anyone', async ({ desk, host, stranger, browser }) => {
  await writeTo(stranger, host.handle);
  await desk.goto(await newestOf(host));
  await desk.getByText(en.inbox.report.first, { exact: true }).click();
  await desk.getByLabel(en.inbox.report.reason, { exact: true }).selectOption('Harassment');
  await desk.getByLabel(en.inbox.report.text, { exact: true }).fill('Threats.');
  await desk.getByRole('button', { name: en.inbox.report.press, exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.reported);

  const context = await strangerIn(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/u/${host.handle}`);
  await page.getByRole('link', { name: en.contact.report.link }).click();
  await page.getByLabel(en.contact.report.reason, { exact: true }).selectOption('Harassment');
  await page.getByLabel(en.contact.report.text, { exact: true }).fill('It names me.');
  await pressUntilSent(page, en.contact.report.send);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.contact.report.sentTitle);
  await context.close();
});

test('everyone who came leaves as a table that holds no formula', async ({
  desk,
  host,
  stranger,
}) => {
  const text = '=HYPERLINK("https://evil.example","x")';
  await writeTo(stranger, host.handle, { name: '+1 Ken', message: text });
  await desk.goto('/inbox');
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('link', { name: en.inbox.export }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('inquiries.csv');
  const table = await readFile(await download.path(), 'utf8');
  expect(table).toContain(`,'+1 Ken,`);
  expect(table).toContain(`"'=HYPERLINK(""https://evil.example"",""x"")"`);
  expect(table).not.toMatch(/(^|,)"?[=+@]/m);
});
