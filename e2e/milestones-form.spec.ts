import { expect as expectNow } from '@playwright/test';
import { monthsAgo, today } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn, income, log, savedNotice, skill } from './logging';
import { expect, test } from './people';
import { en, type Reason, saying } from './words';

test('typed text survives errors, and each error stands beside its field', async ({ desk }) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  const typed = {
    Month: '2999-01',
    Amount: '三十万',
    Stream: '',
    Title: 'あ'.repeat(121),
    Hours: 'ages',
    Fees: '-3',
    'Evidence link': 'javascript:alert(1)',
    Story: '  一行目\n\n二行目 <b>太字</b>',
    Tags: Array.from({ length: 21 }, (_, i) => `tag${i}`).join(', '),
  };
  const errors: Record<string, Reason> = {
    Month: 'date-in-future',
    Amount: 'amount-unclear',
    Stream: 'required',
    Title: 'too-long',
    Hours: 'hours-unclear',
    Fees: 'amount-negative',
    'Evidence link': 'not-a-link',
    Tags: 'too-many-tags',
  };
  await desk.goto('/milestones/new');
  for (const [name, text] of Object.entries(typed)) await field(name).fill(text);
  await field('Currency').selectOption('USD');
  await field('Visibility').selectOption('Unlisted');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();

  const summary = desk.getByRole('alert').filter({ hasText: en.errors.summary });
  await expect(summary.getByRole('link')).toHaveCount(Object.keys(errors).length);
  for (const [name, text] of Object.entries(typed)) await expect(field(name)).toHaveValue(text);
  await expect(field('Currency')).toHaveValue('USD');
  await expect(field('Visibility')).toHaveValue('unlisted');
  for (const [name, error] of Object.entries(errors)) {
    await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(name)).toHaveAccessibleDescription(saying(error));
  }
  await expect(field('Story')).not.toHaveAttribute('aria-invalid');
  await summary.getByRole('link', { name: /^Amount\b/ }).click();
  await expect(field('Amount')).toBeFocused();

  await field('Month').fill(monthsAgo(0));
  await field('Amount').fill('1,234.50');
  await field('Stream').fill('Translation');
  await field('Title').fill('あ'.repeat(120));
  await field('Hours').fill('90m');
  await field('Fees').fill('');
  await field('Evidence link').fill('https://example.org/a\nhttp://example.org/b');
  await field('Tags').fill('one');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.locator('.ledger')).toContainText('$1,234.50');
  await expect(desk.locator('.ledger')).toContainText('Unlisted');
});

const accepted = [
  ['300000', '300000'],
  ['300,000', '300000'],
  ['30万', '300000'],
  ['¥300,000', '300000'],
  ['￥３００，０００', '300000'],
  ['３０万円', '300000'],
  ['300K', '300000'],
  [' 1億2,000万円 ', '120000000'],
  ['1.5万', '15000'],
  ['999,999,999,999', '999999999999'],
  ['1', '1'],
] as const;

test('amounts as people type them', async ({ person }) => {
  for (const [typed, minor] of accepted) {
    const id = await log(person, income(0, typed));
    const form = await formWith(person.request, `/milestones/${id}`, 'kind');
    expectNow(Object.fromEntries(form.fields).amount, typed).toBe(minor);
  }
});

const refused = [
  ['', 'required'],
  ['0', 'amount-zero'],
  ['-5', 'amount-negative'],
  ['−５', 'amount-negative'],
  ['1.5', 'amount-too-fine'],
  ['$5', 'amount-other-currency'],
  ['1000000000000', 'amount-too-large'],
  ['9007199254740993', 'amount-too-large'],
  ['9'.repeat(400), 'amount-too-large'],
  ['30,00', 'amount-unclear'],
  ['1e9', 'amount-unclear'],
  ['NaN', 'amount-unclear'],
  ['0x10', 'amount-unclear'],
  ['3万2億', 'amount-unclear'],
  ['300000; DROP TABLE milestone', 'amount-unclear'],
] as const;

test('amounts that mean nothing are refused, and kept as typed', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  for (const [typed, error] of refused) {
    const answer = await postForm(person.request, form, income(0, typed));
    const html = await answer.text();
    expectNow(answer.status(), typed).toBe(200);
    expectNow(errorsIn(html), typed).toContain(error);
    expectNow(html.split('id="f-amount"')[1]?.slice(0, 600), typed).toContain(typed);
  }
});

test('days that cannot be are refused', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  for (const [date, error] of [
    ['0000-01-01', 'date-too-early'],
    ['0', 'not-a-date'],
    ['1899', 'date-too-early'],
    ['9999-12-31', 'date-in-future'],
    ['99999-01-01', 'not-a-date'],
    ['2026-02-30', 'not-a-date'],
    ['2026-13', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    ['', 'required'],
  ] as const) {
    const answer = await postForm(person.request, form, skill('A day', { date }));
    expectNow(errorsIn(await answer.text()), date).toContain(error);
  }
  await log(person, skill('Today is no future', { date: today() }));
});

test('Save pressed twice makes one', async ({ desk, person }) => {
  await desk.goto('/milestones/new?kind=skill');
  await desk.getByLabel('Title', { exact: true }).fill('Once');
  await desk.getByRole('button', { name: 'Save', exact: true }).dblclick();
  await expect(desk.getByRole('status').first()).toContainText(savedNotice(en));
  const list = await person.request.get('/milestones');
  expect((await list.text()).match(/>Once</g)).toHaveLength(1);
});

test('a form sent many times at once makes one', async ({ desk, person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  const values = { ...skill('Sent eight times'), tags: 'x', evidence: 'https://example.org' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => postForm(person.request, form, values)),
  );
  for (const answer of answers) expect(answer.status()).toBe(303);
  await desk.goto('/milestones');
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(1);

  // The same form with another text: neither text may vanish.
  const other = await postForm(person.request, form, { ...values, title: 'Another text' });
  expect(errorsIn(await other.text())).toContain('already-saved');
  await desk.reload();
  await expect(desk.getByRole('link', { name: 'Sent eight times' })).toBeVisible();
});

test('two tabs: the second sees both texts and chooses', async ({ desk, person, context }) => {
  const id = await log(person, skill('At first'));
  const other = await context.newPage();
  await other.goto(`/milestones/${id}`);
  await desk.goto(`/milestones/${id}`);
  const title = (page: typeof desk) => page.getByLabel('Title', { exact: true });
  const save = (page: typeof desk) => page.getByRole('button', { name: 'Save', exact: true });

  await title(desk).fill('Said first');
  await desk.getByLabel('Tags', { exact: true }).fill('first');
  await save(desk).click();
  await expect(desk.getByRole('link', { name: 'Said first' })).toBeVisible();

  await title(other).fill('Said second');
  await save(other).click();
  await expect(other.getByRole('alert').first()).toContainText(saying('stale'));
  await expect(title(other)).toHaveValue('Said second');
  const theirs = other.locator('section').filter({ hasText: en.milestones.theirs });
  await expect(theirs).toContainText('Said first');
  await expect(theirs).toContainText('first');

  // Nothing was overwritten by seeing it; choosing one's own replaces it.
  await desk.reload();
  await expect(desk.getByRole('link', { name: 'Said first' })).toBeVisible();
  await save(other).click();
  await expect(other.getByRole('link', { name: 'Said second' })).toBeVisible();
  await expect(other.locator('.ledger').getByRole('listitem')).toHaveCount(1);
});

test('two tabs: the second keeps the first', async ({ desk, person, context }) => {
  const id = await log(person, skill('At first'));
  const other = await context.newPage();
  await other.goto(`/milestones/${id}`);
  await desk.goto(`/milestones/${id}`);
  await desk.getByLabel('Title', { exact: true }).fill('Said first');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('link', { name: 'Said first' })).toBeVisible();
  await other.getByLabel('Title', { exact: true }).fill('Said second');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByRole('link', { name: en.milestones.useTheirs }).click();
  await expect(other.getByRole('link', { name: 'Said first' })).toBeVisible();
  await expect(other.getByText('Said second')).toHaveCount(0);
});

test('back to the form after saving, and another one is saved', async ({ desk }) => {
  const title = desk.getByLabel('Title', { exact: true });
  const save = desk.getByRole('button', { name: 'Save', exact: true });
  await desk.goto('/milestones/new?kind=skill');
  await title.fill('The first');
  await save.click();
  await expect(desk.getByRole('link', { name: 'The first' })).toBeVisible();
  await desk.goBack();
  await title.fill('The second');
  await save.click();
  await expect(desk.getByRole('link', { name: 'The second' })).toBeVisible();
  await expect(desk.getByRole('link', { name: 'The first' })).toBeVisible();
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`Save is within reach, and a refusal in sight, at ${width}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height });
    await desk.goto('/milestones/new');
    await expect(desk.getByRole('button', { name: 'Save' })).toBeInViewport();
    await desk.getByRole('button', { name: 'Save' }).click();
    const message = desk.locator('.form-message');
    await expect(message).toBeFocused();
    await expect(message).toBeInViewport();
  });

  test(`the bar with Save covers no field that is focused, at ${width}`, async ({ desk }) => {
    await desk.setViewportSize({ width, height });
    await desk.goto('/milestones/new');
    const bar = desk.locator('.form-sheet > .actions');
    await desk.getByLabel('Kind').focus();
    for (const label of ['Month', 'Amount', 'Currency', 'Stream', 'Title', 'Visibility', 'Hours']) {
      const field = desk.getByLabel(label, { exact: true });
      await field.focus();
      const [top, fieldBox] = [(await bar.boundingBox())?.y, await field.boundingBox()];
      expect((fieldBox?.y ?? 0) + (fieldBox?.height ?? 0), label).toBeLessThanOrEqual(top ?? 0);
    }
  });
}
