import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { monthsAgo, shown, today } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn, income, log, logAll, savedNotice } from './logging';
import { expect, type Person, test } from './people';
import { en, saying } from './words';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Adds a stream through the form without a browser. */
async function add(person: Person, name: string): Promise<string> {
  const id = uuidv7();
  const form = await formWith(person.request, '/streams', 'origin');
  const answer = await postForm(person.request, form, { id, nameEn: name });
  expect(answer.headers().location).toBe('/streams?now=made');
  return id;
}

test('a stream is added, renamed, and a taken name is refused beside its field', async ({
  desk,
  person,
}) => {
  await desk.goto('/streams');
  await press(desk, en.streams.create);
  await expect(field(desk, 'Name')).toHaveAccessibleDescription(saying('required'));
  await field(desk, 'Name').fill('Blog');
  await field(desk, 'Name in Japanese').fill('ブログ');
  await field(desk, en.streams.origin).selectOption(en.streams.origins.networking);
  await press(desk, en.streams.create);
  await expect(desk.getByRole('status').first()).toContainText(en.streams.now.made);
  await log(person, income(0, '5000', { stream: 'ﾌﾞﾛｸﾞ' }));
  const video = await add(person, 'Video');

  await desk.goto('/streams');
  await desk.getByRole('link', { name: 'Blog', exact: true }).click();
  await expect(field(desk, en.streams.origin)).toHaveValue('networking');
  await field(desk, 'Name').fill('Video');
  await press(desk, 'Save');
  await expect(field(desk, 'Name')).toHaveAccessibleDescription(saying('stream-name-taken'));
  await expect(field(desk, 'Name')).toHaveValue('Video');
  await field(desk, 'Name').fill('Articles');
  await field(desk, 'Name in Japanese').fill('');
  await press(desk, 'Save');
  await expect(desk.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();

  const found = async (text: string) =>
    (await (await person.request.get(`/milestones?q=${text}`)).text()).includes('"ledger-row"');
  expect([await found('articles'), await found('blog')]).toEqual([true, false]);

  // Two tabs: the one that comes later sees both names.
  const form = await formWith(person.request, `/streams/${video}`, 'origin');
  await postForm(person.request, form, { nameEn: 'Films' });
  const late = await postForm(person.request, form, { nameEn: 'Clips' });
  const html = await late.text();
  expect(errorsIn(html)).toContain('stale');
  expect(html).toContain('Films');
  expect(html).toContain('value="Clips"');
});

test('merging says what moves, and moves it; with itself and with nobody’s it is refused', async ({
  desk,
  person,
}) => {
  await log(person, income(1, '30000', { stream: 'Blog', hours: '10' }));
  await log(person, income(0, '20000', { stream: 'Articles', hours: '10', fees: '2000' }));
  await desk.goto('/streams');
  await desk.getByRole('link', { name: 'Blog', exact: true }).click();
  await expect(desk.getByText('What moves: 1 milestone.')).toBeVisible();

  const page = new URL(desk.url()).pathname;
  const id = page.split('/').at(-1) ?? '';
  const form = await formWith(person.request, page, 'into');
  const tampered = async (into: string) =>
    errorsIn(await (await postForm(person.request, form, { into })).text());
  expect(await tampered(id)).toContain('merge-with-itself');
  expect(await tampered(uuidv7())).toContain('missing');
  expect(await tampered('1')).toContain('form-malformed');

  await field(desk, en.streams.into).selectOption('Articles');
  await press(desk, en.streams.merge);
  await expect(desk.getByRole('status').first()).toContainText(en.streams.now.merged);
  await expect(desk.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible();
  // 30,000 + 20,000 − 2,000, in 20 hours.
  await expect(desk.locator('.figures')).toContainText('¥48,000');
  await expect(desk.locator('.figures')).toContainText('¥2,400');
  await expect(desk.locator('.stream-months tbody tr')).toHaveCount(2);
  expect((await person.request.get(page)).status()).toBe(404);
});

test('a closed stream is suggested no more, and keeps its income', async ({ desk, person }) => {
  await log(person, income(0, '5000', { stream: 'Blog' }));
  await desk.goto('/streams');
  await desk.getByRole('link', { name: 'Blog', exact: true }).click();
  await press(desk, en.streams.close);
  await expect(desk.getByRole('status').first()).toContainText(en.streams.now.closed);
  const suggestions = async () =>
    (await (await person.request.get('/milestones/new')).text()).includes('value="Blog"');
  expect(await suggestions()).toBe(false);
  await desk.goto('/streams');
  await expect(desk.locator('.streams')).toContainText(en.streams.closed);
  await expect(desk.locator('.streams')).toContainText('¥5,000');
  await desk.goBack();
  await press(desk, en.streams.reopen);
  await expect(desk.getByRole('status').first()).toContainText(en.streams.now.reopened);
  expect(await suggestions()).toBe(true);
});

test('income of every month is proposed, and one double press logs it once', async ({
  desk,
  person,
}) => {
  const monthly = [3, 2, 1].map((ago) => income(ago, '12000', { stream: 'Blog', fees: '1200' }));
  await logAll(person, monthly.slice(1));
  await desk.goto('/streams');
  await expect(desk.getByText(en.streams.dueLead)).toHaveCount(0);
  await logAll(person, monthly.slice(0, 1));
  await desk.reload();
  const proposal = desk.locator('.ledger-row').filter({ hasText: 'Blog' });
  await expect(proposal).toContainText('¥12,000');
  await expect(proposal).toContainText('Fees ¥1,200');
  const form = await formWith(person.request, '/streams', 'amount');
  const other = await postForm(person.request, form, { amount: '999' });
  expect(other.headers().location).toBe('/streams?now=gone');

  await proposal.getByRole('link', { name: en.streams.otherAmount }).click();
  await expect(field(desk, 'Amount')).toHaveValue('12000');
  await expect(field(desk, 'Stream')).toHaveValue('Blog');
  await expect(field(desk, 'Month')).toHaveValue(monthsAgo(0));
  await expect(field(desk, 'Fees')).toHaveValue('1200');
  await desk.goBack();

  await proposal.getByRole('button').dblclick();
  await expect(desk.getByRole('status').first()).toContainText(savedNotice(en));
  await expect(desk.getByText(en.streams.dueLead)).toHaveCount(0);
  // The other tab still shows it; the same button again changes nothing either.
  const again = await postForm(person.request, form);
  expect(again.headers().location).toBe('/streams?now=gone');
  await desk.goto(`/milestones?month=${monthsAgo(0)}`);
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(1);
  await expect(desk.locator('.ledger')).toContainText(shown(monthsAgo(0), 'en'));
});

test('the same proposal sent many times at once is logged once', async ({ person }) => {
  await logAll(
    person,
    [3, 2, 1].map((ago) => income(ago, '12000', { stream: 'Blog' })),
  );
  const form = await formWith(person.request, '/streams', 'amount');
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => postForm(person.request, form)),
  );
  for (const answer of answers) {
    expect(answer.headers().location).toMatch(/^\/streams\?saved=/);
  }
  const list = await person.request.get(`/milestones?month=${monthsAgo(0)}`);
  expect((await list.text()).match(/class="ledger-row"/g)).toHaveLength(1);
});

test('sums of two currencies stand side by side, and together by the rate entered', async ({
  desk,
  person,
}) => {
  await log(person, income(1, '100', { currency: 'USD', stream: 'Shop', fees: '10' }));
  await log(person, income(0, '5000', { stream: 'Blog' }));
  await desk.goto('/currencies');
  await expect(desk.locator('.sums')).toContainText('$90');
  await field(desk, en.currencies.base).selectOption('JPY');
  await press(desk, 'Save');
  await expect(desk.locator('.sums tfoot')).toContainText('¥5,000');
  await expect(desk.getByText(/Not in the total.*USD/)).toBeVisible();

  const rate = field(desk, '1 unit in JPY');
  const enter = () => press(desk, en.currencies.add);
  await expect(field(desk, 'Currency')).toHaveValue('USD');
  await rate.fill('0');
  await enter();
  await expect(rate).toHaveAccessibleDescription(saying('rate-zero'));
  await expect(rate).toHaveValue('0');
  await rate.fill('150');
  await field(desk, 'From').fill('2999-01-01');
  await enter();
  await expect(field(desk, 'From')).toHaveAccessibleDescription(saying('date-in-future'));
  await field(desk, 'From').fill(today());
  await enter();
  await expect(desk.getByRole('status').first()).toContainText(en.currencies.now.added);
  // 90 dollars at 150 and 5,000 yen; the originals stay.
  await expect(desk.locator('.sums tfoot')).toContainText('¥18,500');
  await expect(desk.locator('.sums tbody')).toContainText('$90');
  await desk.getByText('Rates used (1)').click();
  await expect(desk.locator('.rates-used')).toContainText('1 USD = 150 JPY');
  await expect(desk.locator('.rates-used')).toContainText('lies before that day');

  await rate.fill('151.2');
  await enter();
  await expect(desk.getByRole('status').first()).toContainText(en.currencies.now.replaced);
  await expect(desk.locator('.sums tfoot')).toContainText('¥18,608');
  await desk.getByRole('button', { name: /^Remove/ }).click();
  await expect(desk.locator('.sums tfoot')).toContainText('¥5,000');
});
