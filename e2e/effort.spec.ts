import type { Page } from '@playwright/test';
import { today } from './calendar';
import { decoded, formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, test } from './people';
import { en, saying } from './words';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const entries = (page: Page) => page.locator('#recent .ledger-row');
const notice = (page: Page) => page.getByRole('status').first();
/** What a timer says that ran as long as one of these tests may take. */
const briefly = /\b[12] min\b/;

/** Opens the form that has a field for everything. */
async function openFull(page: Page) {
  await page.getByText(en.effort.more, { exact: true }).click();
  return page.locator('.fold form');
}

test('one tap records thirty minutes, and is chosen again', async ({ desk }) => {
  await desk.goto('/effort');
  const tap = desk.locator('form').filter({ has: button(desk, 'Start timer') });
  await tap.getByLabel('Purpose').selectOption('Networking');
  await button(desk, '30 minutes').click();
  await expect(notice(desk)).toContainText('30 min · Networking');
  await expect(entries(desk)).toHaveCount(1);
  await expect(tap.getByLabel('Purpose')).toHaveValue('networking');
  await button(desk, '15 minutes').dblclick();
  await expect(entries(desk)).toHaveCount(2);
});

test('a new skill is named while logging, and offered from then on', async ({ desk }) => {
  await desk.goto('/effort');
  const form = await openFull(desk);
  await form.getByLabel('New skill').fill('TypeScript');
  await form.getByLabel('Hours').fill('1:35');
  await form.getByLabel('Note').fill('Generics');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(notice(desk)).toContainText('1 h 35 min · TypeScript');
  await expect(entries(desk)).toContainText('Generics');
  await expect(desk.locator('#tap-subject option:checked')).toHaveText('TypeScript');
});

test('a timer outlives the page it was started on', async ({ desk, context }) => {
  await desk.goto('/effort');
  await button(desk, 'Start timer').click();
  await expect(button(desk, 'Stop timer')).toBeVisible();
  await expect(button(desk, 'Start timer')).toHaveCount(0);
  await desk.close();
  const again = await context.newPage();
  await again.goto('/effort');
  await expect(again.getByRole('timer')).toHaveText(/^0:0\d:\d\d$/);
  await button(again, 'Stop timer').click();
  await expect(notice(again)).toContainText(/\b[12] min · Building/);
  await expect(button(again, 'Start timer')).toBeVisible();
});

test('two tabs: one timer is started once and stopped once', async ({ desk, context }) => {
  await desk.goto('/effort');
  const other = await context.newPage();
  await other.goto('/effort');
  await button(desk, 'Start timer').click();
  await expect(button(desk, 'Stop timer')).toBeVisible();
  await button(other, 'Start timer').click();
  await expect(notice(other)).toContainText(en.errors['timer-runs']);
  await button(desk, 'Stop timer').click();
  await expect(notice(desk)).toContainText(briefly);
  await button(other, 'Stop timer').click();
  await expect(notice(other)).toContainText(briefly);
  await expect(entries(other)).toHaveCount(1);
});

test('a timer that its day has no room for asks how long it was', async ({ desk }) => {
  await desk.goto('/effort');
  const form = await openFull(desk);
  await form.getByLabel('Hours').fill('24');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(notice(desk)).toContainText('24 h');
  await button(desk, 'Start timer').click();
  await expect(button(desk, 'Stop timer')).toBeVisible();
  await expect(field(desk, en.effort.reallyHours)).toHaveCount(0);
  await button(desk, 'Stop timer').click();
  await expect(desk.locator('.form-message')).toContainText(saying('day-full'));
  const hours = field(desk, en.effort.reallyHours);
  await hours.fill('0');
  await button(desk, 'Stop timer').click();
  await expect(hours).toHaveAccessibleDescription(saying('effort-zero'));
  await entries(desk).getByRole('link').click();
  await button(desk, 'Delete').click();
  await expect(notice(desk)).toContainText('24 h');
  await expect(entries(desk)).toHaveCount(0);
  await button(desk, 'Stop timer').click();
  await expect(notice(desk)).toContainText(briefly);
});

test('discarding records nothing', async ({ desk }) => {
  await desk.goto('/effort');
  await button(desk, 'Start timer').click();
  await desk.getByText(en.effort.discardHead, { exact: true }).click();
  await button(desk, en.effort.discard).click();
  await expect(button(desk, 'Start timer')).toBeVisible();
  await expect(entries(desk)).toHaveCount(0);
});

test('edit, delete, and take it back', async ({ desk }) => {
  await desk.goto('/effort');
  await button(desk, '60 minutes').click();
  await entries(desk).getByRole('link').click();
  await expect(field(desk, 'Hours')).toHaveValue('1');
  await field(desk, 'Hours').fill('45m');
  await field(desk, 'Date').fill('2026-01-31');
  await button(desk, 'Save').click();
  await expect(notice(desk)).toContainText('45 min · Building · Jan 31, 2026');

  await entries(desk).getByRole('link').click();
  await button(desk, 'Delete').click();
  await expect(notice(desk)).toContainText('45 min');
  await expect(entries(desk)).toHaveCount(0);
  await button(desk, 'Undo').first().click();
  await expect(entries(desk)).toHaveCount(1);
});

test('two edits at once: the second sees both', async ({ desk, context }) => {
  await desk.goto('/effort');
  await button(desk, '30 minutes').click();
  await entries(desk).getByRole('link').click();
  await expect(field(desk, 'Hours')).toHaveValue('0.5');
  const other = await context.newPage();
  await other.goto(desk.url());
  await field(desk, 'Note').fill('First');
  await button(desk, 'Save').click();
  await expect(entries(desk)).toContainText('First');
  await field(other, 'Note').fill('Second');
  await button(other, 'Save').click();
  await expect(other.getByRole('alert').first()).toContainText(saying('stale'));
  await expect(other.getByRole('definition')).toHaveText('First');
  await button(other, 'Save').click();
  await expect(entries(other)).toContainText('Second');
});

test('the article’s sum, and one’s own', async ({ desk }) => {
  await desk.goto('/effort');
  const answer = desk.locator('.sum-answer');
  await expect(answer).toContainText('5 h a day');
  await field(desk, en.effort.sum.people).fill('５');
  await field(desk, en.effort.sum.minutes).fill('1.5');
  await button(desk, en.effort.sum.count).click();
  await expect(desk).toHaveURL(/people=.*#sum$/);
  await expect(answer).toContainText('1 h 15 min a day');
  await field(desk, en.effort.sum.people).fill('0');
  await button(desk, en.effort.sum.count).click();
  await expect(field(desk, en.effort.sum.people)).toHaveAccessibleDescription(saying('sum-zero'));
  await expect(answer).toHaveCount(0);
  await expect(field(desk, en.effort.sum.people)).toHaveValue('0');
});

test('typed text survives errors beside their fields; a day has 24 hours', async ({ desk }) => {
  await desk.goto('/effort');
  const form = await openFull(desk);
  const hours = form.getByLabel('Hours');
  await form.getByLabel('Purpose').selectOption('Networking');
  await hours.fill('25');
  await form.getByLabel('Date').fill('2999-01-01');
  await form.getByLabel('Note').fill('Kept');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(hours).toHaveAccessibleDescription(saying('effort-over-day'));
  await expect(form.getByLabel('Date')).toHaveAccessibleDescription(saying('date-in-future'));
  await expect(form.getByLabel('Note')).toHaveValue('Kept');
  await expect(form.getByLabel('Purpose')).toHaveValue('networking');

  await hours.fill('23:50');
  await form.getByLabel('Date').fill(today());
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(notice(desk)).toContainText('23 h 50 min');
  await expect(desk.locator('.form-message')).toHaveCount(0);
  await button(desk, '15 minutes').click();
  await expect(desk.locator('.form-message')).toContainText(saying('day-full'));
  await expect(entries(desk)).toHaveCount(1);
});

test('what no button sends is refused, and foreign ids are missing', async ({ person, desk }) => {
  const tap = await formWith(person.request, '/effort', 'Start timer');
  const post = async (values: Record<string, string>) => {
    const answer = await postForm(person.request, tap, values);
    return decoded(await answer.text());
  };
  expect(await post({ minutes: '0' })).toContain(en.errors['effort-zero']);
  expect(await post({ minutes: '1441' })).toContain(en.errors['effort-over-day']);
  const wrongs: Record<string, string>[] = [
    { minutes: '-15' },
    {},
    { minutes: '15', start: 'timer' },
  ];
  for (const wrong of wrongs) {
    expect(errorsIn(await post(wrong))).toBe('form-malformed');
  }
  const foreign = '01990000-0000-7000-8000-000000000000';
  for (const subject of [`stream:${foreign}`, `skill:${foreign}`]) {
    expect(errorsIn(await post({ minutes: '15', subject }))).toBe('missing');
    expect(errorsIn(await post({ start: 'timer', subject }))).toBe('missing');
  }
  await desk.goto(`/effort/${foreign}`);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(en.problems.notFoundTitle);
  await desk.goto('/effort');
  await expect(entries(desk)).toHaveCount(0);
});
