import type { Browser } from '@playwright/test';
import { startSmtp, type TestSmtp } from '../lib/testing/smtp';
import { endingOf } from './access-response';
import { message, openContact, pressUntilSent, strangerIn, writeTo } from './contacting';
import { formsOf, postForm } from './forms';
import { log, press, skill } from './logging';
import { expect, newRequest, type Person, signIn, test } from './people';
import { requestTo, type SecondServer, startSecondServer } from './second-server';
import { en } from './words';

// One after the other: a server that sends mail takes whatever letter is due, these too.
test.describe.configure({ mode: 'default' });

async function open(person: Person) {
  await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  await openContact(person);
}

test('without a mail server nothing vanishes: it is kept, and says so', async ({
  desk,
  person,
  playwright,
}) => {
  await open(person);
  await writeTo(await newRequest(playwright), person.handle);
  await endingOf(person);
  await desk.goto('/inbox/outbox');
  await expect(desk.getByText(en.letters.outbox.noServer)).toBeVisible();
  // Where there is no post, who wrote gets no copy.
  const line = desk.locator('.mail-line').filter({ hasText: message.name });
  await expect(line).toHaveCount(1);
  await expect(line.getByRole('heading')).toHaveText(`${message.name} wrote to you: Job`);
  await expect(line).toContainText(`To ${person.email}`);
  await expect(line).toContainText(en.letters.outbox.state.kept);
  await expect(line.locator('button')).toHaveCount(0);
  await desk.getByText(en.letters.outbox.read).click();
  await expect(desk.locator('.mail-text')).toContainText(message.message);
  // Nor can one answer from here, but by one's own mail program.
  await desk.goto('/inbox');
  await desk.getByRole('link', { name: message.name }).click();
  await expect(desk.getByText(en.inbox.answer.noServer)).toBeVisible();
  await expect(desk.getByLabel(en.inbox.answer.text, { exact: true })).toHaveCount(0);
  const byMail = desk.getByRole('link', { name: en.inbox.answer.byMail });
  const href = decodeURIComponent((await byMail.getAttribute('href')) ?? '');
  expect(href).toMatch(/^mailto:ken@example\.com\?/);
  expect(href).toContain(`> ${message.message}`);
});

test('letters are chosen, and each ends by one press', async ({
  desk,
  person,
  browser,
  playwright,
}) => {
  await open(person);
  const texts = en.letters.settings;
  const section = desk.getByRole('region', { name: texts.title });
  const letter = section.getByLabel(texts.letter, { exact: true });
  const reminder = section.getByLabel(texts.remindsIncome, { exact: true });
  const notices = section.getByLabel(texts.tellsInquiries, { exact: true });
  await desk.goto('/settings');
  await expect(letter).toHaveValue('off');
  await expect(notices).toBeChecked();
  await letter.selectOption(texts.weekly);
  await reminder.check();
  await section.getByRole('button', { name: 'Save' }).click();
  await expect(desk.getByRole('status').first()).toHaveText(texts.saved);
  await expect(letter).toHaveValue('weekly');
  await expect(reminder).toBeChecked();

  const stranger = await newRequest(playwright);
  await writeTo(stranger, person.handle);
  const code = await endingOf(person);
  const context = await strangerIn(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/l/${code}`);
  const stop = page.getByRole('button', { name: en.letters.ending.button });
  await expect(stop).toBeVisible();
  // Mail programs look at links by themselves: looking ends nothing.
  await desk.goto('/settings');
  await expect(letter).toHaveValue('weekly');
  await stop.click();
  await expect(page.getByRole('status')).toHaveText(en.letters.ending.done);
  await desk.goto('/settings');
  await expect(letter).toHaveValue('off');
  await expect(reminder).not.toBeChecked();
  await expect(notices).toBeChecked();

  const oneClick = await stranger.post(`/l/${code}?what=inquiries`, {
    form: { 'List-Unsubscribe': 'One-Click' },
  });
  expect(oneClick.status()).toBe(200);
  await page.goto(`/l/${code}?what=inquiries`);
  await expect(page.getByRole('status')).toHaveText(en.letters.ending.doneInquiries);
  await desk.goto('/settings');
  await expect(notices).not.toBeChecked();
  await writeTo(stranger, person.handle, { message: 'Once more' });
  await desk.goto('/inbox');
  await expect(desk.locator('.inbox-line')).toHaveCount(2);
  await desk.goto('/inbox/outbox');
  await expect(desk.locator('.mail-line').filter({ hasText: message.name })).toHaveCount(1);
  await context.close();
});

const settings = { APP_URL: 'http://jisseki.example', MAIL_FROM: 'Jisseki <post@jisseki.example>' };

test('with a mail server the owner is told, who wrote gets a copy, and the answer', async ({
  person,
  browser,
}) => {
  await open(person);
  const smtp = await startSmtp();
  const trusted = { SMTP_URL: smtp.url, TRUSTED_PROXIES: '127.0.0.1' };
  const server = await startSecondServer({ ...trusted, ...settings });
  try {
    await exchange(person, browser, smtp, server);
  } finally {
    await server.stop();
    await smtp.close();
  }
});

async function exchange(person: Person, browser: Browser, smtp: TestSmtp, server: SecondServer) {
  const baseURL = server.address;
  const owner = await requestTo(server, person.address);
  await signIn(owner, person);
  const sender = `jun-${person.handle}@example.com`;
  const lettersTo = async (address: string, count: number) => {
    const found = () => smtp.received.filter(({ to }) => to.includes(address));
    await expect(async () => {
      // The first server has no post: what it took before this one did, it kept.
      for (const form of await formsOf(owner, '/inbox/outbox')) {
        if (form.html.includes('>Send now</button>')) await postForm(owner, form);
      }
      expect(found()).toHaveLength(count);
    }).toPass();
    return found();
  };

  const outside = await strangerIn(browser, { baseURL });
  const page = await outside.newPage();
  await page.goto(`/u/${person.handle}/contact`);
  await page.getByLabel('Your name', { exact: true }).fill('Kimura Jun');
  await page.getByLabel('Your email', { exact: true }).fill(sender);
  await page.getByLabel('Message', { exact: true }).fill('Could you build one for us?');
  await pressUntilSent(page, 'Send');
  await expect(page.getByRole('status')).toContainText(en.contact.sent.copy);

  const [notice] = await lettersTo(person.email, 1);
  expect(notice?.mail.subject).toBe('Kimura Jun wrote to you: Job');
  expect(notice?.mail.replyTo?.value[0]?.address).toBe(sender);
  expect(notice?.mail.text).toContain('> Could you build one for us?');
  expect(notice?.mail.text).toMatch(/^http:\/\/jisseki\.example\/inbox\/[0-9a-f-]{36}$/m);
  expect(notice?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  const [copy] = await lettersTo(sender, 1);
  expect(copy?.mail.subject).toBe(`A copy of your message to ${person.displayName}`);
  expect(copy?.mail.text).toContain('> Could you build one for us?');

  const inside = await browser.newContext({
    baseURL,
    storageState: await owner.storageState(),
    extraHTTPHeaders: { 'X-Forwarded-For': person.address },
  });
  const desk = await inside.newPage();
  await desk.goto('/inbox');
  await desk.getByRole('link', { name: 'Kimura Jun' }).click();
  await desk.getByLabel('Your reply', { exact: true }).fill('Gladly. When shall we talk?');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.inbox.now.sent);
  await expect(desk.locator('.page-header')).toContainText('Answered');
  const [, reply] = await lettersTo(sender, 2);
  expect(reply?.mail.subject).toBe(`${person.displayName} replied to you`);
  expect(reply?.mail.text).toContain('Gladly. When shall we talk?');
  expect(reply?.mail.text).toContain('> Could you build one for us?');
  await expect(async () => {
    await desk.reload();
    const states = desk.locator('.inbox-replies .pill');
    await expect(states).toHaveText([en.inbox.mail.sent], { timeout: 500 });
  }).toPass();

  // The owner's address is in no part of what others get.
  for (const letter of [copy, reply]) {
    expect(letter?.from).toBe('post@jisseki.example');
    for (const part of [letter?.raw, letter?.mail.text, letter?.mail.html]) {
      expect(part).toBeTruthy();
      expect(part).not.toContain(person.email);
    }
  }
  await outside.close();
  await inside.close();
}
