import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { formWith, postForm } from './forms';
import { log, skill } from './logging';
import { expect, type Person, untilTakenOver, visit } from './people';
import { expectAccessible, expectNoSideways, type Furnished, test } from './screens';

/*
 * Every screen in both languages, at the width of the project; with light and dark, and from 320 to
 * 1440 pixels on the desktop.
 */

type Open = (page: Page, person: Person) => Promise<unknown>;

const at =
  (path: string): Open =>
  (page) =>
    page.goto(path);

/** What anyone can open. */
const outside: Record<string, Open> = {
  landing: at('/'),
  'sign up': at('/signup'),
  'sign up, with errors': async (page) => {
    await page.goto('/signup');
    await page.locator('.form [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(4);
  },
  'sign in': at('/signin?welcome'),
  'sign in, with an error': async (page) => {
    await page.goto('/signin');
    await page.locator('[name="email"]').fill('nobody@example.org');
    await page.locator('[name="password"]').fill('not this one at all');
    await page.locator('.form [type="submit"]').click();
    await expect(page.locator('.form-message')).toBeVisible();
  },
  'no such page': at('/no/such/page'),
  'no such record': at('/u/no-such-handle'),
  'the example record': at('/u/hana'),
  'a milestone of the example': async (page) => {
    await page.goto('/u/hana');
    await page.locator('.lines a').first().click();
    await expect(page).toHaveURL(/\/u\/hana\/m\//);
    await expect(page.locator('h1')).toBeVisible();
  },
  'a refused request': async (page) => {
    await page.goto('about:blank');
    const action = `${process.env.BASE_URL}/signin`;
    await page.setContent(`<form method="post" action="${action}"><button>Go</button></form>`);
    await page.getByRole('button').click();
    await expect(page.locator('h1').first()).toBeVisible();
  },
};

/** The desk of someone new, only looked at. */
const empty: Record<string, Open> = {
  'the empty dashboard': at('/dashboard'),
  'no milestones': at('/milestones'),
  'the unpublished record': at('/record'),
  settings: at('/settings'),
  'a new income': at('/milestones/new'),
  'a new audience': at('/milestones/new?kind=audience'),
  'a form with errors': async (page) => {
    await page.goto('/milestones/new');
    await page.locator('[name="amount"]').fill('?');
    await page.locator('[name="evidence"]').fill('javascript:alert(1)');
    await page.locator('.form-sheet [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(3);
  },
  'no goals': at('/goals'),
  'a new goal': at('/goals/new'),
  'a goal with errors': async (page) => {
    await page.goto('/goals/new');
    await page.locator('[name="target"]').fill('0');
    await page.locator('[name="by"]').fill('2001');
    await page.locator('main form [type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toHaveCount(2);
  },
  'no streams': at('/streams'),
  'no rates': at('/currencies'),
  'no hours': at('/effort'),
  'a sum with errors': at('/effort?people=many&messages=10&minutes=1'),
  'no skills': at('/skills'),
  'no audience': at('/audience'),
  'the ladder to climb': at('/ladder'),
  'a line to capture': at('/capture'),
  'a captured line': at(`/capture?line=${encodeURIComponent('収入 3万 ブログ 6時間 昨日')}`),
  'a line that is unclear': at('/capture?line=income+1+2+3'),
  'the command menu': async (page) => {
    await page.goto('/settings');
    await untilTakenOver(page.locator('.quick'));
    await page.locator('.quick').click();
    await page.locator('dialog input[name="line"]').fill('income 30000 blog 6h');
    await expect(page.locator('dialog [name="amount"]')).toHaveValue('30000');
  },
  'a milestone that is not there': at(`/milestones/${uuidv7()}`),
};

/** The desk of someone who changes something. */
const changing: Record<string, Open> = {
  'an edit that lost': async (page, person) => {
    const id = await log(person, skill('At first'));
    await page.goto(`/milestones/${id}`);
    const form = await formWith(person.request, `/milestones/${id}`, 'kind');
    await postForm(person.request, form, { title: 'Saved first' });
    await page.locator('[name="title"]').fill('Saved second');
    await page.locator('.form-sheet [type="submit"]').click();
    await expect(page.locator('.stored-version')).toBeVisible();
  },
  'one milestone, just saved': async (page, person) => {
    const id = await log(person, skill('The first'));
    await page.goto(`/milestones?saved=${id}`);
    await expect(page.locator('.notice')).toBeVisible();
  },
  'one milestone, just deleted': async (page, person) => {
    const id = await log(person, skill('The first'));
    await log(person, skill('Another'));
    await page.goto(`/milestones/${id}`);
    await page.locator('.page-header [type="submit"]').click();
    await expect(page.locator('.notice')).toBeVisible();
  },
  'the dashboard with one milestone': async (page, person) => {
    await log(person, skill('The first'));
    await page.goto('/dashboard');
  },
};

type OpenFull = (page: Page, furnished: Furnished) => Promise<unknown>;

const own =
  (path: (climb: Furnished['climb']) => string): OpenFull =>
  (page, { climb }) =>
    page.goto(path(climb));

/** The desk of someone with fourteen months, goals, hours and readers. */
const full: Record<string, OpenFull> = {
  'the full dashboard': own(() => '/dashboard?months=24'),
  'the dashboard of all time': own(() => '/dashboard?months=all'),
  'all milestones': own(() => '/milestones'),
  'nothing matches': own(() => '/milestones?q=nothing&kind=skill'),
  'all goals': own(() => '/goals'),
  'a goal': own(({ datedGoal }) => `/goals/${datedGoal}`),
  'a closed goal': own(({ closedGoal }) => `/goals/${closedGoal}`),
  'all streams': own(() => '/streams'),
  'a stream': own(({ stream }) => `/streams/${stream}?months=all`),
  'currencies and rates': own(() => '/currencies'),
  'the two budgets': own(() => '/effort?months=24'),
  'one effort': own(({ effort }) => `/effort/${effort}`),
  'all skills': own(() => '/skills'),
  'a skill': own(({ skill }) => `/skills/${skill}`),
  'all accounts': own(() => '/audience'),
  'an account': own(({ audience }) => `/audience/${audience}?range=all`),
  'the ladder climbed': own(() => '/ladder'),
  'the published record': own(() => '/record'),
  'the settings with a pause': own(() => '/settings'),
  'the record as strangers see it': (page, { person }) => page.goto(`/u/${person.handle}`),
};

// A trace of every look costs more than the look.
test.use({ trace: 'off' });

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale.slice(0, 2), () => {
    test.use({ locale });

    for (const [name, open] of Object.entries(outside)) {
      test(`outside: ${name}`, { tag: '@mobile' }, async ({ page, isMobile }) => {
        await open(page, undefined as never);
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
        await expectAccessible(page);
        await expectNoSideways(page, isMobile);
      });
    }

    for (const [name, open] of Object.entries(empty)) {
      test(`the desk: ${name}`, { tag: '@mobile' }, async ({ page, newcomer, isMobile }) => {
        await visit(page, newcomer);
        await open(page, newcomer);
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
        await expectAccessible(page);
        await expectNoSideways(page, isMobile);
      });
    }

    for (const [name, open] of Object.entries(changing)) {
      test(`the desk: ${name}`, { tag: '@mobile' }, async ({ desk, person, isMobile }) => {
        await open(desk, person);
        await expectAccessible(desk);
        await expectNoSideways(desk, isMobile);
      });
    }

    for (const [name, open] of Object.entries(full)) {
      test(`a full desk: ${name}`, { tag: '@mobile' }, async ({ page, furnished, isMobile }) => {
        await visit(page, furnished.person);
        await open(page, furnished);
        await expectAccessible(page);
        await expectNoSideways(page, isMobile);
      });
    }
  });
}
