import { formWith, postForm } from './forms';
import { income, log, press, skill } from './logging';
import { expect, test } from './people';

test('disclosure: one choice, the same in every document', async ({ desk, person }) => {
  await log(person, income(2, '123456', { visibility: 'public' }));
  await log(person, income(1, '234567', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const documents = ['', '/record.json', '/resume.json', '/feed.xml', '/feed.json', '/badge.svg'];
  const texts = async () =>
    Promise.all(
      documents.map(async (suffix) => {
        const answer = await person.request.get(`/u/${person.handle}${suffix}`);
        expect(answer.status(), suffix).toBe(200);
        return answer.text();
      }),
    );
  expect((await texts())[0]).toContain('¥123,456');
  for (const [choice, shown, never] of [
    ['A range', '¥100K–¥200K', /123[,.]?456|234[,.]?567|123K/],
    ['The rung reached', '¥100K or more', /123[,.]?456|234[,.]?567|200K/],
    ['Index (first month = 100)', '190', /123[,.]?456|234[,.]?567|[¥円]/],
    ['Hidden', 'Writing', /123[,.]?456|234[,.]?567|[¥円]/],
  ] as const) {
    await desk.goto('/record/disclosure');
    await desk.getByLabel('Disclosure', { exact: true }).selectOption({ label: choice });
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(desk.getByRole('status').first()).toContainText('Saved');
    const [page = '', ...rest] = await texts();
    expect(page, choice).toContain(shown);
    // Words of the interface may have the sign of money; what is said of this person may not.
    const told = [page.replace(/<style>[\s\S]*?<\/style>/, ''), ...rest];
    for (const text of told) expect(text, choice).not.toMatch(never);
  }
});

test('employer-safe mode: one switch, a pen name, and what it promises', async ({
  desk,
  person,
}) => {
  await log(person, income(1, '300000', { visibility: 'public', disclosure: 'exact' }));
  await log(person, skill('Dated', { visibility: 'public', date: '2026-03-17' }));
  await press(person, '/record', 'Publish');
  await desk.goto('/record/disclosure');
  const mode = desk.getByLabel('Employer-safe mode', { exact: true });
  const save = desk.getByRole('button', { name: 'Save', exact: true });
  await mode.check();
  await save.click();
  await expect(desk.getByLabel('Pen name', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await expect(mode).toBeChecked();
  await desk.getByLabel('Pen name', { exact: true }).fill('Nightjar');
  await save.click();
  await expect(desk.getByRole('status').first()).toContainText('Saved');
  await expect(mode).toBeChecked();
  await expect(desk.getByLabel('Disclosure', { exact: true })).toHaveValue('range');
  await expect(desk.getByLabel('Delay in days', { exact: true })).toHaveValue('14');
  await expect(desk.getByLabel('Months only', { exact: true })).toBeChecked();
  await expect(desk.getByLabel('Search engines may list it', { exact: true })).not.toBeChecked();

  const record = await person.request.get(`/u/${person.handle}`);
  const page = await record.text();
  expect(record.headers()['x-robots-tag']).toBe('noindex');
  expect(page).toContain('Nightjar');
  expect(page).not.toContain(person.displayName);
  // Made public less than 14 days ago: nobody sees any of it yet.
  expect(page).not.toContain('Dated');
  expect((await person.request.get(`/u/${person.handle}/feed.xml`)).status()).toBe(404);
  expect(await (await person.request.get('/sitemap.xml')).text()).not.toContain(person.handle);
  await desk.goto('/record/seen');
  await expect(desk.getByRole('main')).toContainText('Waiting');
  await expect(desk.getByRole('main')).toContainText(/From .*20\d\d/);
});

test('names to keep out: found in place, published only with a yes', async ({ desk, person }) => {
  await desk.goto('/record/names');
  const names = desk.getByLabel('Names to keep out', { exact: true });
  await names.fill('さとう はな\n佐藤 花');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.getByRole('status').first()).toContainText('2 names are kept out');
  await expect(names).toHaveValue('さとう はな\n佐藤 花');

  await desk.goto('/milestones/new?kind=work');
  await desk.getByLabel('Title', { exact: true }).fill('A booking system by HANA-SATO');
  await desk.getByLabel('Visibility', { exact: true }).selectOption('public');
  const save = desk.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expect(desk.locator('.field-error')).toContainText('【HANA-SATO】');
  await expect(desk.getByLabel('Title', { exact: true })).toHaveValue(
    'A booking system by HANA-SATO',
  );
  // Private, it may say what it likes.
  await desk.getByLabel('Visibility', { exact: true }).selectOption('private');
  await save.click();
  await expect(desk).toHaveURL(/\/milestones\?saved=/);

  await desk.getByRole('link', { name: 'A booking system by HANA-SATO' }).click();
  await expect(desk.getByLabel('Title', { exact: true })).toBeVisible();
  await desk.getByLabel('Visibility', { exact: true }).selectOption('public');
  await save.click();
  const seen = desk.getByLabel(/I have seen the marked names/);
  await seen.check();
  await desk.getByLabel('Story', { exact: true }).fill('Thanks to 佐藤花');
  await save.click();
  // A yes is to what was shown: one more name asks for another.
  await expect(desk.locator('.field-error')).toHaveCount(2);
  await expect(seen).not.toBeChecked();
  await seen.check();
  await save.click();
  await expect(desk).toHaveURL(/\/milestones\?saved=/);

  // Publishing the record asks again, with each of them shown.
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(desk).toHaveURL(/\/record\/seen\?publish=leaks/);
  await expect(desk.locator('mark')).toHaveText(['HANA-SATO', '佐藤花']);
  expect((await person.request.get(`/u/${person.handle}`)).status()).toBe(404);
  await desk.getByRole('button', { name: 'Publish all the same' }).click();
  await expect(desk).toHaveURL(/now=published/);
  expect((await person.request.get(`/u/${person.handle}`)).status()).toBe(200);
});

test('client permission: asked by a link, answered without an account', async ({
  desk,
  person,
  browser,
}) => {
  const id = await log(
    person,
    skill('Booking for Salon Mio', { kind: 'work', visibility: 'public', tags: 'mio' }),
  );
  await press(person, '/record', 'Publish');
  await desk.goto(`/milestones/${id}`);
  await desk.getByText('What others read if they want no name').click();
  await desk.getByRole('button', { name: 'Ask for permission' }).click();
  await expect(desk.locator('.field-error')).toBeVisible();
  const nameless = desk.getByLabel('Title without a name, in English', { exact: true });
  await nameless.fill('Booking for a hair salon');
  await desk.getByRole('button', { name: 'Ask for permission' }).click();
  const link = await desk.getByLabel('Send your client this link').inputValue();
  const record = async () => (await person.request.get(`/u/${person.handle}`)).text();
  expect(await record()).not.toContain('Booking for');

  const client = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await client.goto(link);
  await expect(client.getByRole('main')).toContainText('Booking for Salon Mio');
  await expect(client.getByRole('main')).toContainText('Booking for a hair salon');
  await client.getByRole('button', { name: 'Yes, but without my name' }).click();
  await expect(client.getByRole('status')).toContainText('without your name');
  expect(await record()).toContain('Booking for a hair salon');
  expect(await record()).not.toMatch(/Mio|mio/);
  await client.getByRole('button', { name: 'Yes, show it like this' }).click();
  await expect(client.getByRole('status')).toContainText('You agreed to this on');
  expect(await record()).toContain('Booking for Salon Mio');

  // Another text is another question.
  const edit = await formWith(person.request, `/milestones/${id}`, 'kind');
  await postForm(person.request, edit, { title: 'Booking and more for Salon Mio' });
  expect(await record()).not.toContain('Salon Mio');
  await desk.goto(`/milestones/${id}`);
  await expect(desk.getByRole('main')).toContainText('What others would read has changed since');
  await desk.getByText('Answers so far').click();
  await expect(desk.getByText(/^Granted on .* · for an earlier version$/)).toHaveCount(2);
  await client.context().close();
});

test('a changed handle leads on to the new one', async ({ person, request }) => {
  await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const profile = await formWith(person.request, '/record', 'headlineEn');
  const handle = `${person.handle.slice(0, 20)}-2`;
  await postForm(person.request, profile, { handle });
  for (const suffix of ['', '/record.json', '/card.png', '/feed.xml?lang=ja']) {
    const answer = await request.get(`/u/${person.handle}${suffix}`, { maxRedirects: 0 });
    expect(answer.status(), suffix).toBe(301);
    expect(answer.headers().location).toBe(`/u/${handle}${suffix}`);
  }
});

test('a document is read: no other method does anything', async ({ request }) => {
  const documents = ['', '/record.json', '/resume.json', '/feed.xml', '/feed.json', '/badge.svg'];
  const pictures = ['/card.png', '/qr.svg', '/qr.png', '/embed'];
  const addresses = [...documents, ...pictures].map((suffix) => `/u/hana${suffix}`);
  for (const address of [...addresses, '/sitemap.xml', '/robots.txt', '/schema/record.json']) {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const answer = await request.fetch(address, { method });
      expect(answer.status(), `${method} ${address}`).toBe(405);
    }
  }
});
