import { expect as expectNow, type Page } from '@playwright/test';
import { monthsAgo, shown } from './calendar';
import { captureLine as line, openCapture as open } from './capturing';
import { formWith, postForm } from './forms';
import { errorsIn, savedNotice } from './logging';
import { expect, test } from './people';
import { en, saying } from './words';

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const notice = (page: Page) => page.getByRole('status').first();

test('by keyboard alone: from the dashboard to saved', async ({ desk }) => {
  await desk.goto('/dashboard');
  await open(desk);
  await desk.keyboard.type('収入 3万 ブログ 6時間');
  await expect(field(desk, 'Amount')).toHaveValue('30000');
  await expect(field(desk, 'Currency')).toHaveValue('JPY');
  await expect(field(desk, 'Month')).toHaveValue(monthsAgo(0));
  await expect(field(desk, 'Stream')).toHaveValue('ブログ');
  await expect(field(desk, 'Hours')).toHaveValue('6');
  await expect(field(desk, 'Visibility')).toHaveValue('private');
  await desk.keyboard.press('Enter');
  await expect(notice(desk)).toContainText(savedNotice(en));
  await expect(desk.locator('.ledger')).toContainText('¥30,000');
  await expect(desk.getByRole('dialog')).toHaveCount(0);

  // On the same page again: another one, which closes it too.
  await open(desk);
  await desk.keyboard.type('blog ¥12,300 last month fees 600');
  await expect(field(desk, 'Fees')).toHaveValue('600');
  await desk.keyboard.press('Enter');
  await expect(notice(desk)).toContainText(shown(monthsAgo(1), 'en'));
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(2);
});

test('hours on a skill land on the skill, and on a stream that is known', async ({ desk }) => {
  await desk.goto('/milestones');
  await open(desk);
  await desk.keyboard.type('skill TypeScript 2h');
  await expect(field(desk, en.capture.subject)).toHaveValue('TypeScript');
  await expect(field(desk, en.capture.subjectIs)).toHaveValue('skill');
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL(/\/effort\?saved=/);
  await expect(desk.getByRole('main')).toContainText('TypeScript');
  await desk.goto('/skills');
  await expect(desk.getByRole('link', { name: 'TypeScript' })).toBeVisible();

  await desk.goto('/capture');
  await line(desk).fill('income 500 newsletter');
  await expect(field(desk, 'Stream')).toHaveValue('newsletter');
  await line(desk).press('Enter');
  await expect(notice(desk)).toContainText(savedNotice(en));
  await desk.goto('/capture');
  await line(desk).fill('building Newsletter 45m');
  await expect(field(desk, en.capture.subjectIs)).toHaveValue('stream');
  await line(desk).fill('networking meetup 30m');
  await expect(field(desk, en.capture.subjectIs)).toHaveValue('note');
});

test('the preview can be corrected, and what is missing is led to', async ({ desk }) => {
  await desk.goto('/capture');
  await line(desk).fill('income 30000');
  await expect(notice(desk)).toContainText('Stream');
  await line(desk).press('Enter');
  await expect(field(desk, 'Stream')).toBeFocused();
  await desk.keyboard.type('Writing');
  await field(desk, 'Amount').fill('a lot');
  await field(desk, 'Hours').fill('2:30');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(field(desk, 'Amount')).toHaveAccessibleDescription(saying('amount-unclear'));
  await expect(field(desk, 'Amount')).toHaveValue('a lot');
  await expect(field(desk, 'Stream')).toHaveValue('Writing');
  await desk.getByRole('alert').getByRole('link').click();
  await expect(field(desk, 'Amount')).toBeFocused();
  await field(desk, 'Amount').fill('31,000');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(notice(desk)).toContainText(savedNotice(en));
  await expect(desk.locator('.ledger')).toContainText('¥31,000');
});

test('another kind keeps the name', async ({ desk }) => {
  await desk.goto('/capture?line=work+Booking+system+yesterday');
  await expect(field(desk, 'Amount')).toBeHidden();
  await field(desk, en.capture.what).selectOption('Skill');
  await expect(field(desk, 'Title')).toHaveValue('Booking system');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('link', { name: 'Booking system' })).toBeVisible();
});

test('a line that is not read says why, and which part', async ({ desk }) => {
  await desk.goto('/capture');
  for (const [typed, reason, part] of [
    ['income 30000 600 blog', 'capture-two-numbers', '600'],
    ['work X tomorrow', 'date-in-future', 'tomorrow'],
    ['blog 1.500 2h', 'amount-ambiguous', '1.500'],
    ['income 5元 blog', 'capture-currency', '5元'],
  ] as const) {
    await line(desk).fill(typed);
    await expect(notice(desk)).toHaveText(`${part} — ${en.errors[reason]}`);
    await expect(line(desk)).toHaveAttribute('aria-invalid', 'true');
    await line(desk).press('Enter');
    await expect(line(desk)).toHaveValue(typed);
  }
  await line(desk).fill('income 600 blog');
  await expect(line(desk)).not.toHaveAttribute('aria-invalid');
});

test('an example is taken over', async ({ desk }) => {
  await desk.goto('/capture');
  await desk.getByRole('link', { name: en.capture.example2 }).click();
  await expect(line(desk)).toHaveValue(en.capture.example2);
  await expect(field(desk, en.capture.subject)).toHaveValue('TypeScript');
});

test('one form sent many times saves one, and foreign fields are refused', async ({ person }) => {
  for (const typed of ['income 500 blog', 'skill TypeScript 20m']) {
    const path = `/capture?line=${encodeURIComponent(typed)}`;
    const form = await formWith(person.request, path, 'what');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => postForm(person.request, form)),
    );
    expectNow(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([303]));
    const other = await postForm(person.request, form, { hours: '3' });
    expectNow(errorsIn(await other.text())).toMatch(/already-saved/);
    const more = await postForm(person.request, form, { ownerId: person.handle });
    expectNow(errorsIn(await more.text())).toContain('form-malformed');
  }
  const list = await (await person.request.get('/milestones')).text();
  expectNow(list.match(/<li class="ledger-row"/g)).toHaveLength(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the line is previewed, refused beside it, corrected and saved', async ({ desk }) => {
    const preview = desk.getByRole('button', { name: en.capture.preview, exact: true });
    await desk.goto('/dashboard');
    await desk.getByRole('link', { name: 'Quick capture', exact: true }).click();
    await expect(desk).toHaveURL('/capture');
    await expect(desk.locator('.commands').getByRole('link', { name: 'Ladder' })).toBeVisible();
    await line(desk).fill('work X tomorrow');
    await preview.click();
    await expect(line(desk)).toHaveValue('work X tomorrow');
    await expect(notice(desk)).toContainText(en.errors['date-in-future']);

    await line(desk).fill('収入３万円　ブログ　６時間');
    await preview.click();
    await expect(field(desk, 'Amount')).toHaveValue('30000');
    await field(desk, 'Amount').fill('about fifty');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(field(desk, 'Amount')).toHaveValue('about fifty');
    await expect(field(desk, 'Amount')).toHaveAccessibleDescription(saying('amount-unclear'));
    await expect(line(desk)).toHaveValue('収入３万円　ブログ　６時間');
    await field(desk, 'Amount').fill('5万');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk.locator('.ledger')).toContainText('¥50,000');

    await desk.goto('/capture?line=networking+45m');
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk).toHaveURL(/\/effort\?saved=/);
  });
});
