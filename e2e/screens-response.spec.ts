import type { Page } from '@playwright/test';
import { en } from '../app/_text/en';
import { ja } from '../app/_text/ja';
import { shareOf } from './access-public';
import { endingOf } from './access-response';
import { drawContact, newestOf, openContact, ordinary, sendContact } from './contacting';
import { formWith, postForm } from './forms';
import { log, press, skill, type Typed } from './logging';
import { expect, newRequest, type Person, untilTakenOver, visit } from './people';
import { test as base, expectAccessible, expectNoSideways } from './screens';

/*
 * The screens of who came, and the forms that strangers fill in, in both languages, at the width of the
 * project; with light and dark.
 */

type Came = {
  readonly person: Person;
  /** Addresses of inquiries: nothing said yet; answered and closed; work agreed and logged; by hand. */
  readonly inquiry: Readonly<Record<'fresh' | 'answered' | 'agreed' | 'hand', string>>;
  /** How a stranger came: by a share, through a milestone. */
  readonly way: string;
  readonly milestone: string;
  readonly ending: string;
};

/** Somebody with a full record to whom people came, with every outcome, a blocked sender and letters. */
const test = base.extend<{ came: Came }, { allCame: Map<string, Promise<Came>> }>({
  allCame: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  came: async ({ allCame, furnished, locale, playwright }, use) => {
    const name = locale ?? '';
    const make = async () => {
      const stranger = await newRequest(playwright, locale);
      const came = await furnish(furnished.person, stranger);
      await stranger.dispose();
      return came;
    };
    if (!allCame.has(name)) allCame.set(name, make());
    await use((await allCame.get(name)) as Came);
  },
});

async function furnish(person: Person, stranger: Person['request']): Promise<Came> {
  const { request, handle } = person;
  const words = { en, ja }[person.language];
  const save = async (page: string, mark: string, values: Typed) => {
    const answer = await postForm(request, await formWith(request, page, mark), values);
    expect(answer.status(), `${page} ${mark}`).toBe(303);
    return answer.headers().location ?? '';
  };
  await openContact(person, { showsResponse: 'yes', inquiryDays: '30' });
  const id = await log(person, skill('予約システム for a clinic', { visibility: 'public' }));
  const own = await (await request.get(`/milestones/${id}`)).text();
  const milestone = /\/m\/([0-9a-f-]{36})"/.exec(own)?.[1] ?? '';
  const share = await shareOf(person, id);
  await save(`/shares/${share.id}`, 'sent', { sent: 'yes' });
  const way = `?m=${milestone}&s=${share.code}`;
  const reader = { 'User-Agent': ordinary, Referer: 'https://a-rather-long-name.example.org/x' };
  await stranger.get(`/u/${handle}/m/${milestone}${way}`, { headers: reader });
  await stranger.get(`/u/${handle}`, { headers: { 'User-Agent': 'Twitterbot/1.0' } });

  const write = async (query: string, more: Typed) => {
    await sendContact(stranger, await drawContact(stranger, handle, query), more);
    return newestOf(person);
  };
  const agreed = await write(way, {
    name: '佐藤 健',
    message: '一つ作ってもらえますか。\n\n急ぎません。',
  });
  const work = { outcome: 'work_agreed', amount: '300000', currency: 'JPY', stream: 'Clinics' };
  await save(agreed, 'outcome', work);
  await press(person, agreed, words.inbox.income.log);
  await save(agreed, 'nextStep', { nextStep: 'Send the offer', nextStepOn: '2026-01-15' });
  const answered = await write('', { subject: 'question', email: 'rin@example.com' });
  await press(person, answered, words.inbox.answer.mark);
  await press(person, answered, words.inbox.close);
  await save(answered, words.inbox.block.press, {});
  const long = 'averylongwordthatnothingbreaks'.repeat(8);
  const fresh = await write(way, { name: 'W'.repeat(60), message: `${long}\n${long}` });
  const met = { name: 'Abe Rin', origin: 'networking', outcome: 'conversation', note: long };
  const [hand = ''] = (await save('/inbox/new', 'origin', met)).split('?');
  await save('/settings', 'letter', { letter: 'weekly', remindsIncome: 'yes' });
  const ending = await endingOf(person);
  await expect(async () => {
    expect(await (await request.get('/response')).text()).toContain('a-rather-long-name');
  }).toPass();
  return { person, inquiry: { fresh, answered, agreed, hand }, way, milestone, ending };
}

type Open<Subject> = (page: Page, subject: Subject) => Promise<unknown>;

const at =
  (path: string): Open<unknown> =>
  (page) =>
    page.goto(path);

const empty: Record<string, Open<unknown>> = {
  'nobody came': at('/inbox'),
  'someone by hand': at('/inbox/new'),
  'someone by hand, with errors': async (page) => {
    await page.goto('/inbox/new');
    await page.locator('[name="day"]').fill('2099-01-01');
    await page.locator('main form [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(2);
  },
  'a closed contact form': at('/inbox/settings'),
  'days that are none': async (page) => {
    await page.goto('/inbox/settings');
    await page.locator('[name="inquiryDays"]').fill('soon');
    await page.locator('main form [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
  },
  'no mail': at('/inbox/outbox'),
  'no response': at('/response'),
};

const own =
  (path: (came: Came) => string): Open<Came> =>
  (page, came) =>
    page.goto(path(came));

const full: Record<string, Open<Came>> = {
  'everyone who came': own(() => '/inbox'),
  'nobody like that': own(() => '/inbox?q=nothing&state=due'),
  'a message': own(({ inquiry }) => inquiry.fresh),
  'a message, answered and closed': own(({ inquiry }) => inquiry.answered),
  'work agreed': own(({ inquiry }) => `${inquiry.agreed}?now=logged`),
  'who came another way': own(({ inquiry }) => inquiry.hand),
  'an outcome with errors': async (page, { inquiry }) => {
    await page.goto(inquiry.fresh);
    const form = page.locator('.outcome-form');
    await untilTakenOver(form.locator('[name="outcome"]'));
    await form.locator('[name="outcome"]').selectOption('work_agreed');
    await form.locator('[name="amount"]').fill('?');
    await form.locator('[type="submit"]').click();
    await expect(form.locator('[aria-invalid]')).toHaveCount(2);
  },
  'an open contact form, and who is blocked': own(() => '/inbox/settings?saved=yes'),
  'mail that is kept': own(() => '/inbox/outbox'),
  'the chain': own(() => '/response'),
  'the chain of all time': own(() => '/response?months=all'),
  'letters chosen': own(() => '/settings?letters=saved'),
  'the dashboard, with who came': own(() => '/dashboard'),
  'the budgets, with who came': own(() => '/effort'),
};

const documents: Record<string, Open<Came>> = {
  'a record to write to': own(({ person }) => `/u/${person.handle}`),
  'a milestone to write about': own(
    ({ person, milestone, way }) => `/u/${person.handle}/m/${milestone}${way}`,
  ),
  'the contact form': own(({ person }) => `/u/${person.handle}/contact`),
  'the contact form, by way of a share': own(
    ({ person, way }) => `/u/${person.handle}/contact${way}`,
  ),
  'the contact form, with errors': async (page, { person }) => {
    await page.goto(`/u/${person.handle}/contact`);
    await page.locator('[name="email"]').fill('nobody');
    await page.locator('main form [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(3);
  },
  'a message sent': own(({ person }) => `/u/${person.handle}/contact?sent=copy`),
  'the report form': own(({ person }) => `/u/${person.handle}/report`),
  'a report sent': own(({ person }) => `/u/${person.handle}/report?sent=1`),
  'the end of letters': own(({ ending }) => `/l/${ending}`),
};

// A trace of every look costs more than the look.
test.use({ trace: 'off' });

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale.slice(0, 2), () => {
    test.use({ locale });

    const look = async (page: Page, isMobile: boolean) => {
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      await expectAccessible(page);
      await expectNoSideways(page, isMobile);
    };

    for (const [name, open] of Object.entries(empty)) {
      test(`response: ${name}`, { tag: '@mobile' }, async ({ page, newcomer, isMobile }) => {
        await visit(page, newcomer);
        await open(page, undefined);
        await look(page, isMobile);
      });
    }

    for (const [name, open] of Object.entries(full)) {
      test(`response: ${name}`, { tag: '@mobile' }, async ({ page, came, isMobile }) => {
        await visit(page, came.person);
        await open(page, came);
        await look(page, isMobile);
      });
    }

    for (const [name, open] of Object.entries(documents)) {
      test(`to strangers: ${name}`, { tag: '@mobile' }, async ({ page, came, isMobile }) => {
        await open(page, came);
        await look(page, isMobile);
      });
    }
  });
}
