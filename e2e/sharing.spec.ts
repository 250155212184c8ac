import { shareOf } from './access-public';
import { income, log, press, skill } from './logging';
import { expect, test, untilTakenOver } from './people';

test('a milestone is shared, edited, counted, sent and followed', async ({ desk, person }) => {
  const story = 'I listed the work in two-hour pieces. Estimates got better.';
  const id = await log(person, skill('Quotes by the hour', { visibility: 'public', story }));
  await press(person, '/record', 'Publish');
  await desk.goto(`/milestones/${id}`);
  await desk.getByRole('link', { name: 'Share', exact: true }).click();
  await desk.getByLabel('Network', { exact: true }).selectOption({ label: 'Bluesky' });
  await desk.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(desk).toHaveURL(/\/shares\/[0-9a-f-]{36}$/);

  const text = desk.getByLabel('Text', { exact: true });
  await expect(text).toHaveValue(/Quotes by the hour[\s\S]*two-hour pieces[\s\S]*\/s\/\w{10}/);
  const open = desk.getByRole('link', { name: 'Open Bluesky' });
  await expect(open).toHaveAttribute('href', /^https:\/\/bsky\.app\/intent\/compose\?text=/);
  await expect(open).toHaveAttribute('rel', /noopener/);
  const short = desk.getByLabel('Short address', { exact: true });
  const address = await short.inputValue();
  expect(address).toContain(`${process.env.BASE_URL}/s/`);
  await untilTakenOver(text);
  await text.fill(`長い${'あ'.repeat(400)}`);
  await expect(desk.locator('.share-over')).toContainText('of 300');
  await desk.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(desk.locator('.field-error')).toContainText('too long');
  await expect(text).toHaveValue(/^長い/);
  await text.fill('My own words');
  const [answer] = await Promise.all([
    desk.waitForResponse((response) => response.request().method() === 'POST'),
    desk.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  expect(Object.keys(await answer.allHeaders()).join()).not.toContain('jisseki');
  await expect(desk.getByRole('status').first()).toContainText('Text saved');
  await expect(text).toHaveValue('My own words');
  // Where a press leads to a page the server asks itself for it: that page is at home in the same place.
  await expect(short).toHaveValue(address);

  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(() => desk.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await desk.getByRole('button', { name: 'I have sent it' }).click();
  await expect(desk.getByRole('main')).toContainText('Sent on');
  await desk.goto('/publicise');
  await expect(desk.locator('.share-lines')).toContainText('Quotes by the hour');
  await expect(desk.locator('.queue')).toHaveCount(0);

  await desk.goto(address);
  // The code goes along, so that what is read counts for the share.
  const code = address.slice(-10);
  await expect(desk).toHaveURL(new RegExp(`/u/.+/m/.+\\?lang=en&s=${code}$`));
  await expect(desk.getByRole('heading', { level: 1 })).toContainText('Quotes by the hour');
});

test('a short address leads where it is to be seen, and nowhere else', async ({
  person,
  request,
}) => {
  const id = await log(person, skill('Shared', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  const { code } = await shareOf(person, id);
  const follow = () => request.get(`/s/${code}`, { maxRedirects: 0 });
  const found = await follow();
  expect(found.status()).toBe(302);
  expect(found.headers()['cache-control']).toBe('no-store');
  await press(person, '/record', 'Retract');
  expect((await follow()).status()).toBe(404);
  await press(person, '/record', 'Publish');
  expect((await follow()).status()).toBe(302);
  await press(person, `/milestones/${id}`, 'Delete');
  expect((await follow()).status()).toBe(404);
});

test('what deserves to be told waits in a queue and can be left out', async ({ desk, person }) => {
  for (const ago of [1, 0]) await log(person, income(ago, '120000', { visibility: 'public' }));
  await press(person, '/record', 'Publish');
  await desk.goto('/publicise');
  const lines = desk.locator('.queue > li');
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toContainText('¥100K a month');
  await lines.first().getByRole('button').click();
  await expect(lines).toHaveCount(2);
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect(lines).toHaveCount(3);
  await lines.first().getByRole('link').click();
  await desk.getByLabel('Network', { exact: true }).selectOption({ label: 'Mastodon' });
  await desk.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(desk.getByLabel('Mastodon server', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await desk.getByLabel('Mastodon server', { exact: true }).fill('https://mstdn.jp/');
  await desk.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(desk.getByRole('link', { name: 'Open Mastodon' })).toHaveAttribute(
    'href',
    /^https:\/\/mstdn\.jp\/share\?text=/,
  );
  await expect(desk.getByLabel('Text', { exact: true })).toHaveValue(/¥100K a month/);
});
