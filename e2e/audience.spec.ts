import { monthsAgo, today } from './calendar';
import { formWith, postForm } from './forms';
import { errorsIn, log } from './logging';
import { expect, type Person, test } from './people';
import { en } from './words';

/** Adds an account through the real form, without a browser. Answers its page. */
async function addAccount(person: Person, name: string): Promise<string> {
  const form = await formWith(person.request, '/audience', 'Add account');
  const answer = await postForm(person.request, form, { name });
  const opened = new URL(answer.headers().location ?? '', 'http://x').searchParams.get('opened');
  return `/audience/${opened}`;
}

test('today’s count in one line, and a second in its place', async ({ desk }) => {
  await desk.goto('/audience');
  await desk.getByLabel('Account', { exact: true }).fill('X @mori');
  await desk.getByRole('button', { name: 'Add account' }).click();
  await expect(desk.getByRole('status')).toContainText('X @mori');
  const count = async (typed: string) => {
    await desk.getByLabel('Followers today').fill(typed);
    await desk.getByRole('button', { name: 'Record', exact: true }).click();
  };
  await count('1,200');
  await expect(desk.getByRole('status')).toContainText('1,200 followers');
  await count('1.3K');
  await expect(desk.getByRole('status')).toContainText('It takes the place of 1,200 followers');
  await expect(desk.getByRole('listitem').filter({ hasText: 'X @mori' })).toContainText(
    '1,300 followers',
  );
});

test('counts make a line with its table; a range stands in the address', async ({
  desk,
  person,
}) => {
  const page = await addAccount(person, 'Newsletter');
  const form = await formWith(person.request, page, 'day');
  for (const [day, followers] of [
    [`${monthsAgo(30)}-05`, '80'],
    [`${monthsAgo(3)}-05`, '1,000'],
    [`${monthsAgo(1)}-05`, '1,100'],
  ] as const) {
    expect((await postForm(person.request, form, { day, followers })).status()).toBe(303);
  }
  await desk.goto(page);
  await expect(desk.getByRole('img', { name: /^Followers of Newsletter/ })).toBeVisible();
  await expect(desk.getByText(en.audience.cut)).toBeVisible();
  const rows = desk.getByRole('table').getByRole('row');
  await desk.getByText(en.desk.table).click();
  await expect(rows).toHaveCount(3);
  await desk.getByRole('link', { name: 'All', exact: true }).click();
  await expect(desk).toHaveURL(/range=all/);
  await desk.getByText(en.desk.table).click();
  await expect(rows).toHaveCount(4);
  await expect(desk.getByText(en.audience.cut)).toHaveCount(0);

  await desk
    .getByRole('button', { name: /^Remove the count/ })
    .first()
    .click();
  await expect(desk.getByRole('status')).toContainText(en.audience.uncounted);
  await expect(desk.getByText('2 counts', { exact: true })).toBeVisible();
});

test('milestones of that name belong to the line, and others are offered', async ({
  desk,
  person,
}) => {
  const told = { kind: 'audience', title: 'A thousand', measureName: 'X @mori' };
  await log(person, { ...told, date: `${monthsAgo(1)}-10`, measureValue: '1000' });
  await desk.goto('/audience');
  await desk.getByRole('button', { name: 'Follow X @mori' }).click();
  await desk.getByRole('link', { name: 'X @mori' }).click();
  await expect(desk.locator('.counts').getByRole('listitem')).toContainText(['1,000 followers']);
  await expect(desk.getByText('Rests on one count.')).toBeVisible();
});

test('bad counts are refused, and kept as typed', async ({ desk, person }) => {
  const page = await addAccount(person, 'X');
  const form = await formWith(person.request, page, 'day');
  for (const [day, followers, reason] of [
    [today(), '', 'required'],
    [today(), 'many', 'count-unclear'],
    [today(), '-5', 'count-unclear'],
    [today(), '1.5', 'count-unclear'],
    [today(), '1000000000000', 'count-unclear'],
    ['', '5', 'required'],
    ['2026-02-30', '5', 'not-a-day'],
    ['2026-08', '5', 'not-a-day'],
    ['1899-12-31', '5', 'date-too-early'],
    ['2999-01-01', '5', 'date-in-future'],
  ] as const) {
    const answer = await postForm(person.request, form, { day, followers });
    expect(errorsIn(await answer.text()), `${day} ${followers}`).toContain(reason);
  }
  await desk.goto(page);
  const typed = desk.getByLabel('Followers', { exact: true });
  await typed.fill('a crowd');
  await desk.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  await expect(typed).toHaveValue('a crowd');
  await expect(typed).toBeFocused();
});

test('an account is renamed, and removed after being asked', async ({ desk, person }) => {
  await addAccount(person, 'Taken');
  await desk.goto(await addAccount(person, 'X'));
  const name = desk.getByLabel('Account', { exact: true });
  await name.fill('ＴＡＫＥＮ');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('X @mori');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('X @mori');
  await expect(desk.getByRole('button', { name: 'Remove account' })).toBeHidden();
  await desk.getByText(en.audience.removeAsk).click();
  await desk.getByRole('button', { name: 'Remove account' }).click();
  await expect(desk.getByRole('status')).toContainText(en.audience.removed);
});
