import { monthsAgo } from './calendar';
import { income, log, logAll, skill } from './logging';
import { expect, type Person, test } from './people';
import { en } from './words';

/** Titles the list shows for a search. */
async function found(person: Person, query: string): Promise<string[]> {
  const answer = await person.request.get(`/milestones?${new URLSearchParams({ q: query })}`);
  const html = await answer.text();
  return [...html.matchAll(/href="\/milestones\/[0-9a-f-]{36}"[^>]*>([^<]+)</g)].map(
    ([, title = '']) => title,
  );
}

test('search finds Japanese by any substring, width and kana', async ({ person }) => {
  await logAll(person, [
    skill('予約アプリを公開'),
    skill('Typescript の本', { story: '東京都の図書館で読んだ。100%おすすめ' }),
    skill('Credential', { kind: 'credential', issuer: '情報処理推進機構' }),
    income(0, '1000', { stream: '技術ブログ' }),
    skill('Tagged', { tags: '夜間開発' }),
  ]);
  for (const [query, title] of [
    ['あぷり', '予約アプリを公開'],
    ['ｱﾌﾟﾘ', '予約アプリを公開'],
    ['プリを公', '予約アプリを公開'],
    ['TYPEscript', 'Typescript の本'],
    ['ＴｙｐｅＳ', 'Typescript の本'],
    ['図書', 'Typescript の本'],
    ['100%お', 'Typescript の本'],
    ['処理推', 'Credential'],
    ['術ぶろ', '技術ブログ'],
    ['間開', 'Tagged'],
  ] as const) {
    expect(await found(person, query), query).toEqual([title]);
  }
  // Signs that mean something to LIKE mean only themselves here.
  for (const query of ['%', '_', '\\', "'", '予%公']) {
    expect(await found(person, query), query).toEqual(query === '%' ? ['Typescript の本'] : []);
  }
});

test('what is searched for stays in its field, and nothing found says so', async ({
  desk,
  person,
}) => {
  await log(person, skill('Something'));
  await desk.goto('/milestones');
  await desk.getByLabel(en.milestones.search, { exact: true }).fill('そんなものはない');
  await desk.getByLabel(en.milestones.search, { exact: true }).press('Enter');
  await expect(desk.getByText(en.milestones.nothingTitle)).toBeVisible();
  await expect(desk.getByLabel(en.milestones.search, { exact: true })).toHaveValue(
    'そんなものはない',
  );
  await desk.getByRole('link', { name: en.milestones.clear }).click();
  await expect(desk).toHaveURL('/milestones');
  await expect(desk.getByRole('link', { name: 'Something' })).toBeVisible();
});

test('filters narrow alone and together', async ({ desk, person }) => {
  await logAll(person, [
    income(0, '1000', { stream: 'Blog', visibility: 'public' }),
    income(1, '2000', { stream: 'Shop', tags: 'night' }),
    skill('Old skill', { date: '2019', tags: 'night' }),
    skill('Quiet skill', { visibility: 'unlisted' }),
  ]);
  const lines = desk.locator('.ledger').getByRole('listitem');
  const choose = (filter: string, option: string) =>
    desk.getByLabel(filter, { exact: true }).selectOption(option);
  for (const [filter, option, count] of [
    ['Kind', 'Income', 2],
    ['Kind', 'Skill', 2],
    ['Stream', 'Shop', 1],
    ['Tag', 'night', 2],
    ['Year', '2019', 1],
    ['Visibility', 'Unlisted', 1],
    ['Visibility', 'Private', 2],
  ] as const) {
    await desk.goto('/milestones');
    await choose(filter, option);
    await desk.getByRole('button', { name: en.milestones.filter, exact: true }).click();
    await expect(lines, `${filter}: ${option}`).toHaveCount(count);
  }
  await choose('Tag', 'night');
  await choose('Kind', 'Income');
  await desk.getByRole('button', { name: en.milestones.filter, exact: true }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('Shop');
});

test('pages by key, with nothing lost or doubled', async ({ desk, person }) => {
  const titles = Array.from({ length: 103 }, (_, i) => `Number ${String(i).padStart(3, '0')}`);
  // Many on one day, so that the day alone cannot order them.
  await logAll(
    person,
    titles.map((title, i) => skill(title, { date: i % 3 === 0 ? '2024-01-01' : '2024-01' })),
  );
  await desk.goto('/milestones?kind=skill');
  const lines = desk.locator('.ledger').getByRole('listitem');
  const links = lines.getByRole('link', { name: /^Number/ });
  const seen: string[] = [];
  for (const count of [50, 50, 3]) {
    await expect(links).toHaveCount(count);
    await expect(desk.getByText('103 milestones')).toBeVisible();
    seen.push(...(await links.allTextContents()));
    if (count === 50)
      await desk.getByRole('link', { name: en.milestones.older, exact: true }).click();
    if (count === 50) await expect(links.first()).not.toHaveText(seen.at(-50) ?? '');
  }
  expect(seen.toSorted()).toEqual(titles);
  await expect(desk.getByRole('link', { name: en.milestones.older, exact: true })).toHaveCount(0);
  await desk.getByRole('link', { name: en.milestones.newest, exact: true }).click();
  await expect(desk).toHaveURL('/milestones?kind=skill');
});

test('an address that makes no sense narrows nothing', async ({ person }) => {
  await log(person, skill('Still here'));
  for (const query of [
    'kind=nonsense&year=12&visibility=all',
    'after=2026-13-45_x',
    'after=9999-12-31_018f0000-0000-7000-8000-000000000000',
    'month=2026-99',
    'stream=1%27%20OR%201=1',
    'kind=skill&kind=income',
    'q=%00',
    `q=${'a'.repeat(3000)}`.slice(0, 20),
    'year=-1',
    'tag=%E2%80%AE',
  ]) {
    const answer = await person.request.get(`/milestones?${query}`);
    expect(answer.status(), query).toBe(200);
  }
  const answer = await person.request.get('/milestones?kind=nonsense&year=12');
  expect(await answer.text()).toContain('Still here');
});

test('figures of the dashboard lead to exactly what they count', async ({ desk, person }) => {
  await logAll(person, [
    income(0, '10000'),
    income(0, '5000', { stream: 'Blog' }),
    income(2, '700'),
    income(1, '12.50', { currency: 'USD' }),
    skill('One'),
    skill('Two'),
  ]);
  await desk.goto('/dashboard');
  await desk.getByRole('link', { name: '¥15,000' }).first().click();
  await expect(desk).toHaveURL(`/milestones?kind=income&currency=JPY&month=${monthsAgo(0)}`);
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(2);
  await desk.goto('/dashboard');
  await desk.getByRole('link', { name: '¥15,700' }).first().click();
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(3);
  await desk.goto('/dashboard');
  await desk.getByRole('link', { name: '$12.50' }).click();
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(1);
  await desk.goto('/dashboard?months=24');
  await desk.locator('summary').click();
  // Months, kinds and streams.
  await expect(desk.getByRole('rowheader')).toHaveCount(24 + 6 + 2);
  await desk
    .getByRole('row', { name: /^Skill/ })
    .getByRole('link')
    .last()
    .click();
  await expect(desk.locator('.ledger').getByRole('listitem')).toHaveCount(2);
});
