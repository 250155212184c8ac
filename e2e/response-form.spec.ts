import { drawContact, message, openContact, pressUntilSent, sendContact } from './contacting';
import { postForm } from './forms';
import { log, press, skill } from './logging';
import { expect, makePerson, newRequest, type Person, test } from './people';
import { en, saying } from './words';

async function publish(person: Person) {
  await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the contact form says what is wrong beside its fields, and keeps the text', async ({
    page,
    person,
  }) => {
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await publish(person);
    // Nobody opened it yet.
    expect((await page.goto(`/u/${person.handle}/contact`))?.status()).toBe(404);
    await page.goto(`/u/${person.handle}`);
    const write = page.getByRole('link', { name: `Write to ${person.displayName}` });
    await expect(write).toHaveCount(0);
    await openContact(person);
    await page.reload();
    await write.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Write to ${person.displayName}`,
    );

    await field('Your name').fill('Kimura Jun');
    await field('Your email').fill('kimura');
    await field('Subject').selectOption('Question');
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Send', exact: true }).click(),
    ]);
    expect(answer.status()).toBe(422);
    await expect(page.getByRole('alert')).toContainText(en.contact.told.check);
    for (const [name, value, reason] of [
      ['Your email', 'kimura', 'email-unclear'],
      ['Message', '', 'required'],
    ] as const) {
      await expect(field(name)).toHaveAttribute('aria-invalid', 'true');
      await expect(field(name)).toHaveAccessibleDescription(saying(reason));
      await expect(field(name)).toHaveValue(value);
    }
    await expect(field('Your name')).toHaveValue('Kimura Jun');
    await expect(field('Your name')).not.toHaveAttribute('aria-invalid');
    await expect(field('Subject')).toHaveValue('question');

    await field('Your email').fill('kimura@example.com');
    await field('Message').fill('How long did it take?');
    await pressUntilSent(page, 'Send');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Your message to ${person.displayName} was sent`,
    );
    await expect(page.getByRole('status')).toContainText(en.contact.sent.answer);
    const inbox = await (await person.request.get('/inbox')).text();
    expect(inbox).toContain('Kimura Jun');
    expect(inbox).toContain('How long did it take?');
  });
});

test('a form that is not its own brings nothing, and keeps the text', async ({
  person,
  playwright,
}) => {
  const other = await makePerson(playwright);
  for (const one of [person, other]) {
    await publish(one);
    await openContact(one);
  }
  const stranger = await newRequest(playwright);
  const form = await drawContact(stranger, person.handle);
  const noteOf = (fields: typeof form.fields) =>
    fields.find(([name]) => name === 'form')?.[1] ?? '';
  const foreign = noteOf((await drawContact(stranger, other.handle)).fields);
  const own = noteOf(form.fields);
  const forged = own.replace(/^(.*)\.(\d+)\./, (_, id, at) => `${id}.${Number(at) - 60_000}.`);
  expect(forged).not.toBe(own);
  for (const note of [foreign, forged, 'no note', '']) {
    const answer = await postForm(stranger, form, { ...message, form: note });
    const html = await answer.text();
    expect(answer.status(), note).toBe(422);
    expect(html).toContain(en.contact.told.stale);
    expect(html).toContain(`${message.message}</textarea>`);
  }
  // Nor does one with a field that nobody sees, or one from another site.
  const trapped = await postForm(stranger, form, {
    ...message,
    leaveEmpty: 'https://spam.example',
  });
  expect(trapped.headers().location).toBe(`/u/${person.handle}/contact?sent=1`);
  const elsewhere = { Origin: 'https://evil.example' };
  expect((await postForm(stranger, form, message, elsewhere)).status()).toBe(403);
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    expect((await stranger.fetch(form.page, { method })).status(), method).toBe(405);
  }
  const inbox = await (await person.request.get('/inbox')).text();
  expect(inbox).toContain(en.inbox.emptyTitle);
});

test('a form sent at once is shown once more, and sent twice arrives once', async ({
  person,
  playwright,
}) => {
  await publish(person);
  await openContact(person);
  const stranger = await newRequest(playwright);
  const path = `/u/${person.handle}/contact`;
  await expect
    .poll(async () => {
      const form = await drawContact(stranger, person.handle);
      const answer = await postForm(stranger, form, { ...message, message: 'Too soon' });
      const html = await answer.text();
      return [answer.status(), html.includes(en.contact.told.young), html.includes('>Too soon<')];
    })
    .toEqual([422, true, true]);
  const form = await drawContact(stranger, person.handle);
  for (const _ of ['sent', 'sent again']) {
    expect(await sendContact(stranger, form, { message: 'In time' })).toBe(`${path}?sent=1`);
  }
  await sendContact(stranger, form, { message: 'In time, and changed' });
  const inbox = await (await person.request.get('/inbox')).text();
  expect(inbox.match(/class="inbox-glimpse">In time</g)).toHaveLength(1);
  expect(inbox.match(/class="inbox-glimpse">In time, and changed</g)).toHaveLength(1);
});
