import type { Page } from '@playwright/test';
import { furnishPublic, type PublicIds } from './access-public';
import { formWith, postForm } from './forms';
import { income, log, skill } from './logging';
import { expect, type Person, visit } from './people';
import { test as base, expectAccessible, expectNoSideways } from './screens';

/*
 * The screens a record is published from, and what strangers get of it, in both languages, at the width
 * of the project; with light and dark.
 */

type Shown = { readonly person: Person; readonly ids: PublicIds };

/** Somebody with a full record, shares, a client asked, names that stand in public, and the safe mode's pieces. */
const test = base.extend<{ shown: Shown }, { allShown: Map<string, Promise<Shown>> }>({
  allShown: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],
  shown: async ({ allShown, furnished, locale }, use) => {
    const make = async () => {
      const { person } = furnished;
      const { request } = person;
      const amount = income(1, '87654', { visibility: 'public', disclosure: 'range' });
      const linked = { visibility: 'public', evidence: 'https://example.org/own' };
      // Logged before its name is kept out.
      const pinned = await log(person, skill('By Own employer', linked));
      const ids = await furnishPublic(person, 'Own', { public: await log(person, amount) });
      await log(
        person,
        skill('Not before its day', { visibility: 'public', visibleFrom: '2099-01-01' }),
      );
      const pin = await formWith(request, `/milestones/${pinned}`, 'pinned');
      await postForm(request, pin, { pinned: 'yes' });
      const profile = await formWith(request, '/record', 'headlineEn');
      const contact = 'https://example.org/contact';
      await postForm(request, profile, { contactLinks: contact });
      const settings = await formWith(request, '/record/disclosure', 'disclosure');
      await postForm(request, settings, { checksLinks: 'yes', linksChecked: contact });
      return { person, ids };
    };
    if (!allShown.has(locale ?? '')) allShown.set(locale ?? '', make());
    await use((await allShown.get(locale ?? '')) as Shown);
  },
});

const empty: Record<string, string> = {
  'what nobody sees yet': '/record/seen',
  'how it is shown': '/record/disclosure',
  'no names to keep out': '/record/names',
  'badges before there is a record': '/record/badges',
  'nothing to publicise': '/publicise',
  'no shares': '/shares',
  'a share of the record': '/shares/new',
};

const full: Record<string, (shown: Shown) => string> = {
  'what others see': () => '/record/seen',
  'names that stand in public': () => '/record/names',
  'badges, cards and codes': () => '/record/badges',
  'what to publicise': () => '/publicise',
  'every share': () => '/shares',
  'a share': ({ ids }) => `/shares/${ids.share}`,
  'a client who was asked': ({ ids }) => `/milestones/${ids.asked}`,
};

const documents: Record<string, (shown: Shown) => string> = {
  'a record with all its parts': ({ person }) => `/u/${person.handle}`,
  'the card for other sites': ({ person }) => `/u/${person.handle}/embed`,
  'what a client is asked': ({ ids }) => `/p/${ids.question}`,
};

test.use({ trace: 'off' });

async function look(page: Page, path: string, locale: string, isMobile: boolean) {
  await page.goto(path);
  await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
  await expectAccessible(page);
  await expectNoSideways(page, isMobile);
}

for (const locale of ['en-US', 'ja-JP']) {
  test.describe(locale.slice(0, 2), () => {
    test.use({ locale });

    for (const [name, path] of Object.entries(empty)) {
      test(`publishing: ${name}`, { tag: '@mobile' }, async ({ page, newcomer, isMobile }) => {
        await visit(page, newcomer);
        await look(page, path, locale, isMobile);
      });
    }

    for (const [name, path] of Object.entries(full)) {
      test(`publishing: ${name}`, { tag: '@mobile' }, async ({ page, shown, isMobile }) => {
        await visit(page, shown.person);
        await look(page, path(shown), locale, isMobile);
      });
    }

    for (const [name, path] of Object.entries(documents)) {
      test(`published: ${name}`, { tag: '@mobile' }, async ({ page, shown, isMobile }) => {
        await look(page, path(shown), locale, isMobile);
      });
    }
  });
}
