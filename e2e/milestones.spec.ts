import { monthsAgo, shown, today } from './calendar';
import { log, savedNotice, skill } from './logging';
import { expect, test } from './people';
import { en } from './words';

/** Each kind with what it asks for, and what its line in the list then says. */
const kinds = [
  {
    kind: 'Income',
    typed: { Month: monthsAgo(0), Amount: '1,234.56', Stream: 'Consulting', Hours: '1:20' },
    chosen: { Currency: 'USD' },
    shows: ['Consulting', '$1,234.56', '1.3 hours', shown(monthsAgo(0), 'en')],
  },
  {
    kind: 'Skill',
    typed: { Title: 'Learned Rust', Date: '2024-05', Tags: 'rust、 #systems, rust' },
    shows: ['Learned Rust', 'May 2024', 'rust', 'systems'],
  },
  {
    kind: 'Work',
    typed: { Title: 'A booking system', Date: '2023/2/3', 'Evidence link': 'https://example.org' },
    shows: ['A booking system', 'Feb 3, 2023'],
  },
  {
    kind: 'Audience',
    typed: { Title: 'Readers', Account: 'X @hana', Followers: '1.2万', Date: '2022' },
    shows: ['Readers', 'X @hana', '12,000', '2022'],
  },
  {
    kind: 'Credential',
    typed: { Title: '基本情報技術者', 'Issued by': 'IPA', Date: '２０２１年１２月' },
    shows: ['基本情報技術者', 'IPA', 'Dec 2021'],
  },
  {
    kind: 'Recognition',
    typed: { Title: 'Best talk', 'Issued by': 'PyCon', Story: 'Line one\n\nLine two' },
    shows: ['Best talk', 'PyCon'],
  },
];

for (const { kind, typed, chosen, shows } of kinds) {
  test(`${kind}: logged, listed, and found in its form again`, async ({ desk }) => {
    const field = (name: string) => desk.getByLabel(name, { exact: true });
    await desk.goto('/milestones/new');
    await field('Kind').selectOption(kind);
    for (const [name, text] of Object.entries(typed)) await field(name).fill(text);
    for (const [name, option] of Object.entries(chosen ?? {})) {
      await field(name).selectOption(option);
    }
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    const line = desk.locator('.ledger').getByRole('listitem');
    await expect(line).toHaveCount(1);
    for (const text of [kind, ...shows]) await expect(line).toContainText(text);

    await line.getByRole('link').first().click();
    await expect(field('Kind')).toHaveValue(kind.toLowerCase());
    for (const name of Object.keys(typed)) await expect(field(name)).not.toHaveValue('');
    // Saving what the form shows changes nothing of what the list shows.
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk.getByRole('status').first()).toContainText(savedNotice(en));
    for (const text of [kind, ...shows]) await expect(line).toContainText(text);
  });
}

test('a change of kind in an edit drops what belonged to the other', async ({ desk }) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  await desk.goto('/milestones/new');
  await field('Amount').fill('4000');
  await field('Stream').fill('Writing');
  await field('Title').fill('An essay');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.getByRole('link', { name: 'An essay' }).click();
  await expect(field('Title')).toHaveValue('An essay');
  await field('Kind').selectOption('Work');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  const line = desk.locator('.ledger').getByRole('listitem');
  await expect(line).toContainText('Work');
  await expect(line).not.toContainText('4,000');
  await desk.goto('/dashboard');
  await expect(desk.getByRole('link', { name: '¥4,000' })).toHaveCount(0);
});

test('both languages of a text, each where it is read', async ({ desk, person }) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  await log(person, skill('Learned SQL', { titleTranslated: 'SQLを学んだ', visibility: 'public' }));
  await desk.goto('/milestones');
  await desk.getByRole('link', { name: 'Learned SQL' }).click();
  await expect(field(en.milestones.nameIn.ja)).toHaveValue('SQLを学んだ');
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish' }).click();
  await expect(desk.getByRole('button', { name: 'Retract' })).toBeVisible();
  await desk.goto(`/u/${person.handle}?lang=ja`);
  await expect(desk.getByRole('link', { name: 'SQLを学んだ' })).toBeVisible();
  await desk.goto(`/u/${person.handle}?lang=en`);
  await expect(desk.getByRole('link', { name: 'Learned SQL' })).toBeVisible();
});

test('edit, delete and undo', async ({ desk, person }) => {
  await log(person, skill('Kept'));
  const id = await log(person, skill('Deleted by mistake', { tags: 'a, b', hours: '3' }));
  await desk.goto('/milestones');
  await desk.getByRole('link', { name: 'Deleted by mistake' }).click();
  await desk.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(desk.getByRole('status').first()).toContainText(
    en.milestones.deleted.replace('{title}', 'Deleted by mistake'),
  );
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(1);
  expect((await person.request.get(`/milestones/${id}`)).status()).toBe(404);

  await desk.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(desk.getByRole('status').first()).toContainText(
    en.milestones.restored.replace('{title}', 'Deleted by mistake'),
  );
  await desk.getByRole('link', { name: 'Deleted by mistake' }).click();
  await expect(desk.getByLabel('Tags', { exact: true })).toHaveValue('a, b');
  await expect(desk.getByLabel('Hours', { exact: true })).toHaveValue('3');
  await expect(desk.getByLabel('Date', { exact: true })).toHaveValue(today());
});

test('deleting the last one leaves an undo on the empty list', async ({ desk, person }) => {
  const id = await log(person, skill('The only one'));
  await desk.goto(`/milestones/${id}`);
  await desk.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(desk.getByText(en.milestones.emptyTitle)).toBeVisible();
  await desk.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(desk.getByRole('link', { name: 'The only one' })).toBeVisible();
});

test('a deleted one leaves the record at once, and its edit says it is gone', async ({
  desk,
  person,
  context,
}) => {
  const id = await log(person, skill('Shown', { visibility: 'public' }));
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish' }).click();
  await expect(desk.getByRole('button', { name: 'Retract' })).toBeVisible();
  const document = `/u/${person.handle}/m/${id}`;
  expect((await person.request.get(document)).status()).toBe(200);

  await desk.goto(`/milestones/${id}`);
  const otherTab = await context.newPage();
  await otherTab.goto(`/milestones/${id}`);
  await desk.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(desk.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect((await person.request.get(document)).status()).toBe(404);

  await otherTab.getByLabel('Title', { exact: true }).fill('Written for nothing?');
  await otherTab.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(otherTab.getByText(en.errors.missing)).toBeVisible();
  await expect(otherTab.getByLabel('Title', { exact: true })).toHaveValue('Written for nothing?');
});
