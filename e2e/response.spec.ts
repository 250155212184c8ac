import { shareOf } from './access-public';
import { today } from './calendar';
import {
  drawContact,
  message,
  openContact,
  ordinary,
  pressUntilSent,
  sendContact,
  strangerIn,
} from './contacting';
import { formWith, postForm } from './forms';
import { log, press, skill } from './logging';
import { complaintsOf, expect, newRequest, test, untilTakenOver } from './people';
import { en, saying } from './words';

const title = 'A booking system for a small clinic';

/** The English names are those that the issue promises to outside checks, written out on purpose. */
test('the whole chain: log, publish, share, a stranger writes, work is agreed, income', async ({
  desk,
  person,
  browser,
}) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  const button = (name: string) => desk.getByRole('button', { name, exact: true });
  const notice = desk.getByRole('status').first();
  const id = await log(person, skill(title, { kind: 'work', visibility: 'public' }));
  await press(person, '/record', 'Publish');

  await test.step('the contact form is opened', async () => {
    await desk.goto('/inbox/settings');
    await field(en.contact.desk.takesInquiries).check();
    await button('Save').click();
    await expect(notice).toHaveText(en.contact.desk.saved);
    await expect(field(en.contact.desk.takesInquiries)).toBeChecked();
    await expect(desk.getByRole('link', { name: en.contact.desk.open })).toBeVisible();
  });

  const address = await test.step('the milestone is shared on X', async () => {
    await desk.goto(`/milestones/${id}`);
    await desk.getByRole('link', { name: 'Share', exact: true }).click();
    await field('Network').selectOption({ label: 'X' });
    await button('Share').click();
    const short = await field('Short address').inputValue();
    await button('I have sent it').click();
    await expect(desk.getByRole('main')).toContainText('Sent on');
    return short;
  });

  await test.step('a stranger follows the short link and writes', async () => {
    const context = await strangerIn(browser);
    const complaints = complaintsOf(context);
    const page = await context.newPage();
    const main = page.getByRole('main');
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
    await page.getByRole('link', { name: `Write to ${person.displayName}` }).click();
    await expect(main).toContainText('You came by way of a post on X.');
    await expect(main).toContainText(title);
    await page.getByLabel('Your name', { exact: true }).fill(message.name);
    await page.getByLabel('Your email', { exact: true }).fill(message.email);
    await page.getByLabel('Subject', { exact: true }).selectOption('Job');
    await page.getByLabel('Message', { exact: true }).fill(message.message);
    await pressUntilSent(page, 'Send');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Your message to ${person.displayName} was sent`,
    );
    await expect(page.getByRole('status')).toContainText(en.contact.sent.answer);
    expect(await page.content()).not.toContain(person.email);
    expect(complaints).toEqual([]);
    await context.close();
  });

  await test.step('the owner finds it, and how they came', async () => {
    await desk.goto('/inbox');
    const line = desk.locator('.inbox-line');
    await expect(line).toHaveCount(1);
    await expect(line).toHaveAttribute('data-state', 'new');
    await expect(line).toContainText(title);
    await expect(line).toContainText('By a share: X');
    await line.getByRole('link', { name: message.name }).click();
    await expect(desk.locator('.inbox-message')).toHaveText(message.message);
    const facts = desk.locator('.inbox-facts');
    await expect(facts).toContainText(message.email);
    await expect(facts.getByRole('link', { name: title })).toHaveAttribute(
      'href',
      `/milestones/${id}`,
    );
    await expect(facts.getByRole('link', { name: 'X', exact: true })).toBeVisible();
    await expect(desk.locator('.page-header')).toContainText('Open');
  });

  await test.step('it is answered, and work is agreed', async () => {
    await button('Mark as answered').click();
    await expect(notice).toHaveText(en.inbox.now.answered);
    await expect(desk.locator('.page-header')).toContainText('Answered');
    await untilTakenOver(field('Outcome'));
    await field('Outcome').selectOption('Work agreed');
    await field('Amount').fill('300,000');
    await field('Currency').selectOption('JPY');
    await field('Stream').fill('Client work');
    await desk.locator('.outcome-form').getByRole('button', { name: 'Save' }).click();
    await expect(notice).toHaveText(en.inbox.now.outcome);
    await expect(field('Amount')).toHaveValue('300000');
    await expect(field('Outcome')).toHaveValue('work_agreed');
  });

  await test.step('one press makes it income', async () => {
    await button('Log as income').click();
    await expect(notice).toContainText(en.inbox.now.logged);
    await expect(button('Log as income')).toHaveCount(0);
    await desk.getByRole('link', { name: en.inbox.income.see }).click();
    await expect(desk).toHaveURL(/\/milestones\/[0-9a-f-]{36}$/);
    await expect(field('Amount')).toHaveValue('300000');
    await expect(field('Stream')).toHaveValue('Client work');
    // Whose money it is stays between the two.
    await expect(field('Visibility')).toHaveValue('private');
    expect(await desk.getByRole('main').textContent()).not.toContain(message.name);
  });

  await test.step('the thesis is measured', async () => {
    const row = (name: string) =>
      desk.getByRole('row').filter({ has: desk.getByRole('rowheader', { name, exact: true }) });
    // A visit is written about two seconds after it was made.
    await expect(async () => {
      await desk.goto('/response');
      const counts = desk.locator('.chain-count');
      await expect(counts).toHaveText(['1', '1', '1', '1', '¥300,000'], { timeout: 500 });
    }).toPass();
    await expect(desk.locator('.came-count')).toHaveText('1');
    for (const name of ['X', title]) {
      await expect(row(name).getByRole('cell')).toHaveText(['1', '1', '—', '1', '1', '¥300,000']);
    }
  });
});

test('who reads is counted once, and nobody else is', async ({ desk, person, playwright }) => {
  await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const path = `/u/${person.handle}`;
  // Its owner, in two ways; programs; who asks not to be; what nobody reads.
  expect((await desk.goto(path))?.status()).toBe(200);
  const reads = async (request: typeof person.request, headers: Record<string, string>) =>
    expect((await request.get(path, { headers })).status()).toBe(200);
  const browser = { 'User-Agent': ordinary };
  await reads(person.request, browser);
  const stranger = await newRequest(playwright);
  await reads(stranger, {});
  await reads(stranger, { 'User-Agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' });
  await reads(stranger, { ...browser, DNT: '1' });
  await reads(stranger, { ...browser, 'Sec-GPC': '1' });
  await reads(stranger, { ...browser, 'Sec-Purpose': 'prefetch' });
  await reads(stranger, { ...browser, 'Sec-Fetch-Dest': 'iframe' });
  await stranger.head(path, { headers: browser });
  await reads(stranger, { 'User-Agent': 'Twitterbot/1.0' });
  // One person who reads twice, after all of them: once they are there, all were looked at.
  const reader = { ...browser, Referer: 'https://www.last.example/a/page?of=theirs' };
  for (const _ of [1, 2]) await reads(stranger, reader);

  const sites = desk.getByRole('table', { name: en.response.by.site });
  await expect(async () => {
    await desk.goto('/response');
    await expect(sites.getByRole('rowheader', { name: 'last.example' })).toBeVisible({
      timeout: 500,
    });
  }).toPass();
  await expect(sites.getByRole('rowheader')).toHaveText(['last.example', 'x.com', en.desk.total]);
  await expect(desk.locator('.chain-count')).toHaveText(['0', '1', '0', '0', '—']);
  await expect(desk.locator('.chain')).toContainText('1 link preview');
});

test('what is retracted takes its short address and its form with it', async ({
  desk,
  person,
  playwright,
}) => {
  const id = await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  await openContact(person);
  const { code } = await shareOf(person, id);
  const stranger = await newRequest(playwright);
  const form = await drawContact(stranger, person.handle, `?s=${code}`);
  await press(person, '/record', 'Retract');
  for (const path of [`/s/${code}`, form.page, `/u/${person.handle}/report`]) {
    expect((await stranger.get(path)).status(), path).toBe(404);
  }
  expect((await postForm(stranger, form, message)).status()).toBe(404);
  await desk.goto('/inbox');
  await expect(desk.getByRole('heading', { name: en.inbox.emptyTitle })).toBeVisible();

  // Published again, both lead on, and the text that waited arrives.
  await press(person, '/record', 'Publish');
  expect((await stranger.get(`/s/${code}`)).status()).toBe(302);
  await sendContact(stranger, form);
  await desk.goto('/inbox');
  await expect(desk.locator('.inbox-line')).toContainText('By a share: X');
  // With the form closed it takes nothing more.
  const settings = await formWith(person.request, '/inbox/settings', 'inquiryDays');
  await postForm(person.request, { ...settings, fields: unticked(settings.fields) });
  expect((await postForm(stranger, form, message)).status()).toBe(404);
});

function unticked(fields: Awaited<ReturnType<typeof formWith>>['fields']) {
  return fields.filter(([name]) => name !== 'takesInquiries');
}

test('who came another way is entered by hand, and counts for networking', async ({ desk }) => {
  const field = (name: string) => desk.getByLabel(name, { exact: true });
  await desk.goto('/inbox');
  await desk.getByRole('link', { name: en.inbox.add, exact: true }).first().click();
  await field('Name').fill('Abe Rin');
  await field(en.inbox.hand.day).fill('2099-01-01');
  await field(en.inbox.hand.origin).selectOption(en.inbox.hand.origins.networking);
  await field('Note').fill('Told me at a meetup.');
  await field('Outcome').selectOption('Conversation');
  const add = desk.getByRole('button', { name: en.inbox.hand.add, exact: true });
  await add.click();
  await expect(field(en.inbox.hand.day)).toHaveAccessibleDescription(saying('date-in-future'));
  await expect(field('Name')).toHaveValue('Abe Rin');
  await expect(field(en.inbox.hand.origin)).toHaveValue('networking');
  await field(en.inbox.hand.day).fill(today());
  await add.click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.added);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Abe Rin');
  await expect(field('Note')).toHaveValue('Told me at a meetup.');
  await expect(field('Outcome')).toHaveValue('conversation');
  await desk.goto('/response');
  await expect(desk.locator('.came-count')).toHaveText('0');
  const sides = desk.getByRole('table', { name: en.response.sides.title });
  const people = sides.getByRole('row').filter({ hasText: en.response.sides.people });
  await expect(people.getByRole('cell')).toHaveText(['0', '1']);
  // Told to have seen the record, they count for it.
  await desk.goto('/inbox');
  await desk.locator('.inbox-line').getByRole('link', { name: 'Abe Rin' }).click();
  await untilTakenOver(field(en.inbox.follow.origin));
  await field(en.inbox.follow.origin).selectOption(en.streams.origins.record);
  await desk
    .locator('form', { has: field('Note') })
    .getByRole('button', { name: 'Save' })
    .click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.noted);
  await desk.goto('/response');
  await expect(people.getByRole('cell')).toHaveText(['1', '0']);
});
