import { expect as expectNow, type Page } from '@playwright/test';
import { monthsAgo, shown } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn, income, log, logAll, skill } from './logging';
import { expect, test, untilTakenOver } from './people';
import { en, saying } from './words';

const rungs = (page: Page) => page.getByLabel(en.ladder.field, { exact: true });
async function typeRungs(page: Page, text: string) {
  await untilTakenOver(rungs(page));
  await rungs(page).fill(text);
}
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const labels = (page: Page) => page.locator('.rung-label');
const line = (page: Page, label: string) => page.locator('.rung').filter({ hasText: label });
const crossing = (page: Page) => page.locator('.crossing');

test('own rungs: typed in any order, refused with the text kept, and reset', async ({
  desk,
  person,
}) => {
  await log(person, income(0, '12000'));
  await desk.goto('/ladder');
  await expect(labels(desk)).toHaveCount(8);
  await expect(desk.getByRole('button', { name: en.ladder.reset })).toHaveCount(0);

  await typeRungs(desk, '100,300,500');
  await save(desk).click();
  await expect(rungs(desk)).toHaveAccessibleDescription(saying('rungs-ambiguous'));
  await expect(rungs(desk)).toHaveValue('100,300,500');
  await expect(labels(desk)).toHaveCount(8);

  await typeRungs(desk, '2万\n5,000\n20,000円\n￥１２，３４５');
  await save(desk).click();
  await expect(desk.getByRole('status')).toContainText(en.ladder.saved);
  await expect(desk.getByRole('alert').filter({ hasText: en.errors.summary })).toHaveCount(0);
  await expect(labels(desk)).toHaveText(['¥20K a month', '¥12,345 a month', '¥5K a month']);
  await expect(rungs(desk)).toHaveValue('5,000\n12,345\n20,000');
  await expect(line(desk, '¥12,345')).toContainText('¥345 more this month');
  await expect(line(desk, '¥5K')).toContainText(`Reached ${shown(monthsAgo(0), 'en')}`);

  await desk.getByRole('button', { name: en.ladder.reset }).click();
  await expect(desk.getByRole('status')).toContainText(en.ladder.wasReset);
  await expect(labels(desk)).toHaveCount(8);
  await expect(rungs(desk)).toHaveValue(/^1\n10,000\n/);
});

test('rungs that mean nothing, and forms that were tampered with', async ({ person }) => {
  const form = await formWith(person.request, '/ladder', 'rungs');
  for (const [typed, error] of [
    ['', 'required'],
    ['0', 'amount-zero'],
    ['-5\n10', 'amount-negative'],
    ['1.5', 'amount-too-fine'],
    ['$5', 'amount-other-currency'],
    ['many', 'amount-unclear'],
    ['1000000000000', 'amount-too-large'],
    [Array.from({ length: 21 }, (_, i) => i + 1).join('\n'), 'too-many-rungs'],
    ['1'.repeat(3_000), 'too-long'],
  ] as const) {
    const answer = await postForm(person.request, form, { rungs: typed });
    const html = await answer.text();
    expectNow(errorsIn(html), typed).toContain(error);
    expectNow(html, typed).toContain(`${typed.slice(0, 200)}`);
  }
  const tampered: Record<string, string>[] = [
    { currency: 'XXX' },
    { version: '0' },
    { owner: 'x' },
  ];
  for (const more of tampered) {
    const answer = await postForm(person.request, form, { rungs: '5', ...more });
    expectNow(errorsIn(await answer.text())).toContain('form-malformed');
  }
  const html = await (await person.request.get('/ladder')).text();
  expectNow(html).toContain(en.ladder.isUsual);
});

test('two tabs edit the rungs: the second sees both and chooses', async ({ desk, context }) => {
  await desk.goto('/ladder');
  const other = await context.newPage();
  await other.goto('/ladder');
  await typeRungs(desk, '5000\n20000');
  await save(desk).click();
  await expect(labels(desk)).toHaveCount(2);
  await typeRungs(other, '7000');
  await save(other).click();
  await expect(other.getByRole('alert').first()).toContainText(saying('stale'));
  await expect(rungs(other)).toHaveValue('7000');
  await expect(other.locator('.rungs-stored')).toHaveText(/5,000\s+20,000/);
  await save(other).click();
  await expect(labels(other)).toHaveText(['¥7K a month']);
});

test('a crossing is offered once, and the next one when it comes', async ({ desk, person }) => {
  await desk.goto('/ladder');
  await expect(crossing(desk)).toHaveCount(0);
  await log(person, income(1, '110000'));
  await desk.goto('/ladder');
  const said = `You reached ¥100K a month in ${shown(monthsAgo(1), 'en')}.`;
  await expect(desk.getByRole('heading', { name: said })).toBeVisible();
  await desk.getByRole('button', { name: en.ladder.thanks }).click();
  await expect(crossing(desk)).toHaveCount(0);
  await expect(desk).toHaveURL(/\/ladder\?currency=JPY$/);

  // Another good month of the same height is no crossing; a higher rung is.
  await log(person, income(0, '130000'));
  await desk.goto('/ladder');
  await expect(crossing(desk)).toHaveCount(0);
  await log(person, income(0, '200000'));
  await desk.goto('/ladder');
  await expect(crossing(desk)).toContainText('¥300K a month');

  // Of rungs one has passed long ago, nothing is made.
  await typeRungs(desk, '40000\n90000\n95000');
  await save(desk).click();
  await expect(labels(desk)).toHaveCount(3);
  await expect(crossing(desk)).toHaveCount(0);
});

test('a crossing becomes a milestone', async ({ desk, person }) => {
  await log(person, income(2, '110000'));
  await desk.goto('/ladder');
  await desk.getByRole('button', { name: en.ladder.makeMilestone }).click();
  await expect(desk).toHaveURL(/\/milestones\/new\?/);
  await expect(desk.getByLabel('Kind', { exact: true })).toHaveValue('recognition');
  await expect(desk.getByLabel('Title', { exact: true })).toHaveValue('Reached ¥100K a month');
  await expect(desk.getByLabel('Date', { exact: true })).toHaveValue(monthsAgo(2));
  await save(desk).click();
  await expect(desk.getByRole('link', { name: 'Reached ¥100K a month' })).toBeVisible();
  await desk.goto('/ladder');
  await expect(labels(desk)).toHaveCount(8);
  await expect(crossing(desk)).toHaveCount(0);
});

test('a rung that is not reached cannot be marked', async ({ person }) => {
  await log(person, income(0, '60000'));
  const form = await formWith(person.request, '/ladder', en.ladder.makeMilestone);
  const above = await postForm(person.request, form, { rung: '100000' });
  expectNow(above.headers().location).toMatch(/\/ladder\?currency=JPY$/);
  for (const rung of ['-1', '50000.5', '999999999999999']) {
    expectNow((await postForm(person.request, form, { rung })).status()).toBe(200);
  }
  // Reached in earnest, it is said.
  await log(person, income(0, '60000'));
  const html = await (await person.request.get('/ladder')).text();
  expectNow(html).toContain('¥100K a month in');
});

test('a rung lost keeps the month it was reached, and was held', async ({ desk, person }) => {
  await logAll(person, [
    income(8, '60000'),
    income(7, '55000'),
    income(6, '50000'),
    income(5, '12000', { hours: '6' }),
    income(1, '12000', { hours: '6' }),
  ]);
  await desk.goto('/ladder');
  const [first, last] = [shown(monthsAgo(8), 'en'), shown(monthsAgo(6), 'en')];
  const lost = line(desk, '¥50K');
  await expect(lost).toContainText(`Reached ${first}`);
  await expect(lost).toContainText(`Held ${first} to ${last}`);
  await expect(lost).toHaveClass(/rung-reached/);
  await expect(line(desk, '¥10K')).toContainText(`Held ${first} to ${shown(monthsAgo(5), 'en')}`);
  // ¥12,000 in six hours, twice: ¥100,000 take fifty.
  await expect(desk.locator('.figures')).toContainText('¥100,000');
  await expect(desk.locator('.figures')).toContainText('about 50 hours');
  await expect(desk.getByText('The rate rests on 2 months with hours.')).toBeVisible();
});

test('each currency has its ladder', async ({ desk, person }) => {
  await log(person, income(1, '12000'));
  await log(person, income(0, '350', { currency: 'USD' }));
  await desk.goto('/ladder');
  await expect(desk.getByRole('heading', { name: 'Rungs in USD' })).toBeVisible();
  await expect(line(desk, '$300')).toContainText('Reached');
  await desk.getByRole('link', { name: 'JPY', exact: true }).click();
  await expect(line(desk, '¥10K')).toContainText('Reached');
  await expect(line(desk, '¥30K')).toContainText('¥30,000 more this month');
});

test('own rungs show on the public record, and only while it is open', async ({
  desk,
  person,
  page,
}) => {
  await log(person, income(0, '60000', { visibility: 'public' }));
  await log(person, skill('Something else', { visibility: 'public' }));
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish' }).click();
  await expect(desk.getByRole('button', { name: 'Retract' })).toBeVisible();
  const address = `/u/${person.handle}?lang=en`;
  const ladder = page.locator('.record-ladder');
  await page.goto(address);
  await expect(ladder).toContainText('¥50K');
  const before = await (await person.request.get(address)).headers().etag;

  await desk.goto('/ladder');
  await typeRungs(desk, '20,000\n45,678\n77,000\n5,000,000');
  await save(desk).click();
  await expect(labels(desk)).toHaveCount(4);
  await page.goto(address);
  await expect(ladder).toContainText('¥45,678');
  await expect(ladder).toContainText('¥77K');
  await expect(ladder).not.toContainText('¥50K');
  await expect(ladder).not.toContainText('5M');
  expect((await person.request.get(address)).headers().etag).not.toBe(before);

  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Retract' }).click();
  await expect(desk.getByRole('button', { name: 'Publish' })).toBeVisible();
  expect((await person.request.get(address)).status()).toBe(404);
});
