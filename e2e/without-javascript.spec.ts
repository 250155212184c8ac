import { ja } from '../app/_text/ja';
import { monthsAgo } from './calendar';
import { savedNotice } from './logging';
import { expect, newAccount, test } from './people';
import { en, saying } from './words';

test.use({ javaScriptEnabled: false });

test('everything works with JavaScript switched off', async ({ page }) => {
  const account = newAccount();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const notice = page.getByRole('status').first();

  await test.step('sign up, after an error', async () => {
    await page.goto('/signup');
    await field('Display name').fill(account.displayName);
    await field('Handle').fill('no');
    await field('Email').fill(account.email);
    await field('Password').fill(account.password);
    await button('Sign up').click();
    await expect(page.getByRole('alert')).toContainText(en.errors.summary);
    await expect(field('Handle')).toHaveAccessibleDescription(saying('handle-shape'));
    await expect(field('Handle')).toHaveValue('no');
    await expect(field('Display name')).toHaveValue(account.displayName);
    await expect(field('Password')).toHaveValue('');
    await field('Handle').fill(account.handle);
    await field('Password').fill(account.password);
    await button('Sign up').click();
    await expect(page).toHaveURL(/\/signin/);
  });

  await test.step('sign in, after an error', async () => {
    await expect(field('Email')).toHaveValue(account.email);
    await field('Password').fill('not this one at all');
    await button('Sign in').click();
    await expect(page.getByRole('alert')).toHaveText(en.errors['wrong-credentials']);
    await expect(field('Email')).toHaveValue(account.email);
    await field('Password').fill(account.password);
    await button('Sign in').click();
    await expect(page).toHaveURL('/dashboard');
  });

  await test.step('log, after an error', async () => {
    await button('Log milestone').click();
    await field('Month').fill(monthsAgo(1));
    await field('Amount').fill('about fifty');
    await field('Stream').fill('Writing');
    await field('Hours').fill('6:30');
    await field('Visibility').selectOption('Public');
    await button('Save').click();
    await expect(field('Amount')).toHaveValue('about fifty');
    await expect(field('Amount')).toHaveAttribute('aria-invalid', 'true');
    await expect(field('Amount')).toHaveAccessibleDescription(saying('amount-unclear'));
    await expect(field('Hours')).toHaveValue('6:30');
    await expect(field('Visibility')).toHaveValue('public');
    await field('Amount').fill('5万');
    await button('Save').click();
    await expect(notice).toContainText(savedNotice(en));
    await expect(page.locator('.ledger')).toContainText('¥50,000');
  });

  await test.step('the fields follow the kind', async () => {
    await button('Log milestone').click();
    await expect(field('Kind')).toHaveValue('income');
    await expect(field(en.milestones.measureValue)).toBeHidden();
    await field('Kind').selectOption('Audience');
    await expect(field('Amount')).toBeHidden();
    await field('Title').fill('Newsletter');
    await field(en.milestones.measureValue).fill('1,200');
    await button('Save').click();
    await expect(page.locator('.ledger')).toContainText('1,200');
  });

  await test.step('edit', async () => {
    await page.getByRole('link', { name: 'Newsletter' }).click();
    await field('Title').fill('Weekly newsletter');
    await button('Save').click();
    await expect(page.getByRole('link', { name: 'Weekly newsletter' })).toBeVisible();
  });

  await test.step('delete, and take it back', async () => {
    await page.getByRole('link', { name: 'Weekly newsletter' }).click();
    await button('Delete').click();
    await expect(notice).toContainText(
      en.milestones.deleted.replace('{title}', 'Weekly newsletter'),
    );
    await expect(page.getByRole('link', { name: 'Weekly newsletter' })).toHaveCount(0);
    await button('Undo').click();
    await expect(notice).toContainText(
      en.milestones.restored.replace('{title}', 'Weekly newsletter'),
    );
    await expect(page.getByRole('link', { name: 'Weekly newsletter' })).toBeVisible();
  });

  await test.step('search and filter', async () => {
    await field(en.milestones.search).fill('weekly');
    await button(en.milestones.filter).click();
    await expect(page.locator('.ledger').getByRole('listitem')).toHaveCount(1);
    await field(en.milestones.search).fill('');
    await field('Kind').selectOption('Income');
    await button(en.milestones.filter).click();
    await expect(page.locator('.ledger')).toContainText('¥50,000');
  });

  await test.step('publish', async () => {
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await field('Headline').fill('Writes at night');
    await button('Save').click();
    await expect(notice).toHaveText(en.record.saved);
    await button('Publish').click();
    await expect(notice).toHaveText(en.record.published);
    await page.getByRole('link', { name: en.record.open }).click();
    await expect(page.getByText('Writes at night')).toBeVisible();
    await expect(page.locator('.ledger')).toContainText('¥50,000');
  });

  await test.step('language', async () => {
    await page.goto('/settings');
    await field('Language').selectOption('日本語');
    await button('Save').first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(ja.settings.title);
    await page.getByRole('main').getByRole('combobox').first().selectOption('English');
    await button(ja.desk.save).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  await test.step('sign out', async () => {
    await button('Sign out').click();
    await expect(page).toHaveURL('/');
    await page.goto('/milestones');
    await expect(page).toHaveURL('/signin?next=%2Fmilestones');
  });
});

test('two edits at once: the second sees both texts and chooses', async ({ page, desk }) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  const save = desk.getByRole('button', { name: 'Save', exact: true });
  await desk.goto('/milestones/new?kind=skill');
  await field('Title').fill('First text');
  await save.click();
  await desk.getByRole('link', { name: 'First text' }).click();
  await expect(field('Title')).toHaveValue('First text');
  await page.goto(desk.url());
  await page.getByLabel('Title', { exact: true }).fill('Text of the other tab');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').first()).toContainText(savedNotice(en));

  await field('Title').fill('Text of this tab');
  await save.click();
  await expect(desk.getByRole('alert')).toContainText(saying('stale'));
  await expect(field('Title')).toHaveValue('Text of this tab');
  await expect(desk.getByRole('definition')).toContainText(['Text of the other tab']);
  await save.click();
  await expect(desk.getByRole('link', { name: 'Text of this tab' })).toBeVisible();
});

for (const path of ['/nowhere', '/milestones/018f0000-0000-7000-8000-000000000000']) {
  test(`what is missing says so, and leads on: ${path}`, async ({ desk }) => {
    await desk.goto(path);
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(en.problems.notFoundTitle);
    await expect(desk.getByRole('link', { name: en.problems.home })).toBeVisible();
  });
}
