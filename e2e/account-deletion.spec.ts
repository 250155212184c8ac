import { ageProofs } from '../lib/testing/proofs';
import { shareOf } from './access-public';
import { formWith, postForm } from './forms';
import { errorsIn, log, press, skill } from './logging';
import { browserOf, expect, newAccount, newRequest, type Person, test } from './people';
import { en, saying } from './words';

const { section, notice, form } = en.closing;

/** Publishes a record with one shared milestone. Answers the addresses by which others come to it. */
async function publish(person: Person): Promise<string[]> {
  const id = await log(person, skill('Shown', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const { code } = await shareOf(person, id);
  const { handle } = person;
  return [`/u/${handle}`, `/u/${handle}/card.png`, `/u/${handle}/feed.xml`, `/s/${code}`];
}

async function statuses(request: Person['request'], paths: readonly string[]): Promise<number[]> {
  return Promise.all(paths.map(async (path) => (await request.get(path)).status()));
}

test('a deletion is planned, closes the record at once, and is called off', async ({
  desk,
  person,
  playwright,
}) => {
  const stranger = await newRequest(playwright);
  const shown = await publish(person);
  expect(await statuses(stranger, shown)).toEqual([200, 200, 200, 302]);
  await ageProofs(process.env.DATABASE_URL ?? '', person.email);
  await desk.goto('/settings/data');
  await desk.getByRole('link', { name: 'Delete account' }).click();
  await expect(desk).toHaveURL(/\/confirm\?next=/);
  await desk.getByLabel('Password', { exact: true }).fill(person.password);
  await desk.getByRole('button', { name: en.sessions.confirm.submit }).click();
  await expect(desk).toHaveURL('/settings/data/delete');
  const lines = desk.locator('.account-lines li');
  for (const line of ['1 milestone', '1 share', `/u/${person.handle}`]) {
    await expect(lines.filter({ hasText: line }).first()).toBeVisible();
  }

  const told = desk.getByRole('region', { name: section.title }).getByRole('status');
  const handle = desk.getByLabel(form.handle, { exact: true });
  const press = desk.getByRole('button', { name: 'Delete account' });
  await handle.fill('somebody-else');
  await press.click();
  await expect(handle).toHaveAccessibleDescription(saying('handle-differs'));
  expect((await stranger.get(`/u/${person.handle}`)).status()).toBe(200);
  await handle.fill(person.handle);
  await press.click();
  await expect(desk).toHaveURL(/\/settings\/data\?deletion=planned/);
  await expect(told).toHaveText(section.nowPlanned);
  expect(await statuses(stranger, shown)).toEqual([404, 404, 404, 404]);
  // Nor is it opened meanwhile.
  await desk.goto('/record');
  await expect(desk.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);

  await desk.goto('/goals');
  const planned = desk.getByRole('region', { name: notice.label });
  await planned.getByRole('button', { name: notice.keep }).click();
  await expect(desk).toHaveURL(/\/settings\/data\?deletion=cancelled/);
  await expect(told).toContainText(section.nowKept);
  await expect(planned).toHaveCount(0);
  expect(await statuses(stranger, shown)).toEqual([404, 404, 404, 404]);
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(desk.getByRole('status').first()).toHaveText(en.record.published);
  expect(await statuses(stranger, shown)).toEqual([200, 200, 200, 302]);
  await desk.goto('/settings/security');
  const happened = desk.getByRole('region', { name: en.sessions.events.title });
  await expect(happened).toContainText(en.sessions.events.kinds.deletion_planned);
  await expect(happened).toContainText(en.sessions.events.kinds.deletion_cancelled);
});

test('an account is deleted now: nobody signs in to it, and its handle is nobody’s', async ({
  browser,
  person,
  playwright,
}) => {
  const shown = await publish(person);
  // Without JavaScript, too.
  const context = await browserOf(browser, person, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/settings/data/delete');
  await page.getByLabel(form.now, { exact: true }).check();
  await page.getByLabel(form.handle, { exact: true }).fill(person.handle);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(page).toHaveURL('/?deleted=yes');
  await expect(page.getByRole('status')).toHaveText(en.closing.done);
  await page.goto('/dashboard');
  await expect(page).toHaveURL(/\/signin/);
  await context.close();

  // The cookie that signed in before opens nothing, from wherever it is sent.
  expect((await person.request.get('/dashboard')).status()).toBe(307);
  const stranger = await newRequest(playwright);
  expect(await statuses(stranger, shown)).toEqual([404, 404, 404, 404]);
  const { email, password, handle } = person;
  const signIn = await formWith(stranger, '/signin', 'password');
  const again = await postForm(stranger, signIn, { email, password });
  expect(errorsIn(await again.text())).toContain('wrong-credentials');
  const signUp = await formWith(stranger, '/signup', 'handle');
  const taken = await postForm(stranger, signUp, { ...newAccount(), handle });
  expect(errorsIn(await taken.text())).toContain('handle-taken');
  // The address is free: only the handle is kept from others for a while.
  const made = await postForm(stranger, signUp, { ...newAccount(), email });
  expect(made.headers().location).toBe('/signin?welcome');
});
