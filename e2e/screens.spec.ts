import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { formWith, postForm } from './forms';
import { log, press, savedNotice, skill } from './logging';
import { expect, type Person, visit } from './people';
import { expectAccessible, expectNoSideways, test } from './screens';
import { en } from './words';

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
    await page.locator('.ledger-title a').first().click();
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

/** The desk of someone with fourteen months. */
const full: Record<string, Open> = {
  'the full dashboard': at('/dashboard?months=24'),
  'all milestones': at('/milestones'),
  'nothing matches': at('/milestones?q=nothing&kind=skill'),
  'the published record': at('/record'),
  'the record as strangers see it': (page, { handle }) => page.goto(`/u/${handle}`),
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
        await visit(page, furnished);
        await open(page, furnished);
        await expectAccessible(page);
        await expectNoSideways(page, isMobile);
      });
    }
  });
}

test('the main form by keyboard alone', async ({ desk }) => {
  await desk.goto('/milestones/new');
  const focused = desk.locator(':focus');
  await desk.keyboard.press('Tab');
  await expect(focused).toHaveText(en.desk.skip);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('main')).toBeFocused();
  const walk = ['Kind', 'Month', 'Amount', 'Currency', 'Stream', 'Title', 'Visibility', 'Hours'];
  const typed: Record<string, string> = { Amount: '30万', Stream: 'Writing', Hours: '6' };
  for (const name of walk) {
    await desk.keyboard.press('Tab');
    const field = desk.getByLabel(name, { exact: true });
    // A month has two parts to stop at.
    for (let part = 0; part < 3 && name === 'Amount'; part += 1) {
      if (await field.evaluate((element) => element === document.activeElement)) break;
      await desk.keyboard.press('Tab');
    }
    await expect(field).toBeFocused();
    // One sees where one is.
    const outline = await field.evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline, name).not.toBe('none');
    await desk.keyboard.type(typed[name] ?? '');
    if (name === 'Visibility') await desk.keyboard.type('Pub');
  }
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('status').first()).toContainText(savedNotice(en));
  await expect(desk.locator('.ledger')).toContainText('¥300,000');
  await expect(desk.locator('.ledger')).toContainText('Public');
});

test('publish and retract by keyboard alone', async ({ desk, person }) => {
  await log(person, skill('Shown', { visibility: 'public' }));
  await desk.goto('/record');
  await desk.getByRole('button', { name: 'Publish', exact: true }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: 'Retract', exact: true })).toBeVisible();
  await desk.getByRole('button', { name: 'Retract', exact: true }).focus();
  await desk.keyboard.press('Space');
  await expect(desk.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  await press(person, '/record', 'Publish');
});
