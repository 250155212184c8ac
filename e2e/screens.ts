import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '../app/_text/en';
import { ja } from '../app/_text/ja';
import { type ClimbIds, furnishClimb } from './access-climb';
import { formWith, postForm } from './forms';
import { income, logAll, press, skill } from './logging';
import { test as base, expect, makePerson, type Person } from './people';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Violations as lines one can read. What stands in a frame is a document, and checked as one. The
 * legacy mode differs for frames alone, and saves a page for every look.
 */
async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe');
  const { violations } = await (rules
    ? builder.withRules(rules)
    : builder.withTags(tags)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

const byColour = ['color-contrast', 'link-in-text-block'];
const byWidth = ['target-size', 'scrollable-region-focusable'];

/**
 * All rules in the light, and in the dark those that colours can break; where the window is `other`
 * pixels wide by then, those that a width can break as well.
 */
export async function expectAccessible(page: Page, other?: number): Promise<void> {
  await openTables(page);
  await drawIn(page, 'light');
  expect.soft(await violationsOn(page), `${page.url()} in the light`).toEqual([]);
  if (other) await page.setViewportSize({ width: other, height: 844 });
  await drawIn(page, 'dark');
  const rules = other ? [...byColour, ...byWidth] : byColour;
  expect.soft(await violationsOn(page, rules), `${page.url()} in the dark`).toEqual([]);
}

/** Changes the scheme and waits until the page is drawn in it: on the way, colours of both are mixed. */
async function drawIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Every width at which something may break, from the narrowest that is promised to the widest. */
export const allWidths = [320, 390, 600, 768, 1024, 1440];

/** Nothing is wider than the window, on a phone at its width, and else at all that are promised. */
export async function expectNoSideways(
  page: Page,
  isMobile: boolean,
  widths = isMobile ? [390] : allWidths,
): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect.soft(content, `${page.url()} at ${width}`).toBe(window);
  }
}

/** The tables behind charts, and whatever else is folded away. */
async function openTables(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Fourteen months from two streams, every kind, every visibility, all fields; published. */
export async function furnish(person: Person): Promise<string[]> {
  const months = Array.from({ length: 14 }, (_, ago) =>
    income(ago, String(340_000 - ago * 25_000 + (ago % 3) * 9_000), {
      stream: ago % 2 === 0 ? 'Contract programming' : '技術ブログ',
      visibility: ago % 5 === 0 ? 'unlisted' : 'public',
      hours: '12:30',
    }),
  );
  const more = { visibility: 'public', tags: 'typescript, 夜', story: 'How it was.\n\nAnd then.' };
  const evidence = 'https://example.org/a/rather/long/address/that/has/to/be/cut/somewhere\n';
  const ids = await logAll(person, [
    skill('Learned TypeScript', { ...more, evidence, titleTranslated: 'TypeScriptを学んだ' }),
    ...months,
    income(3, '120.50', { currency: 'USD', visibility: 'public' }),
    skill('A booking system', { ...more, kind: 'work', date: '2025-11' }),
    skill('Readers', { kind: 'audience', measureName: 'X @mori', measureValue: '1200' }),
    skill('基本情報技術者', { kind: 'credential', issuer: 'IPA', ...more }),
    skill('Best talk', { kind: 'recognition', issuer: 'PyCon', date: '2024' }),
  ]);
  const profile = await formWith(person.request, '/record', 'headlineEn');
  await postForm(person.request, profile, {
    headlineEn: 'Office job by day, programming on the side.',
    aboutEn: 'I take on small jobs.\n\nWorking by text alone is fine.',
  });
  await press(person, '/record', { en, ja }[person.language].record.publish);
  return ids;
}

/** Somebody whose desk is full, and the addresses of what is on it. */
export type Furnished = { readonly person: Person; readonly climb: ClimbIds };

/** People that screens are only read as: one of each language for a worker. */
export const test = base.extend<
  { newcomer: Person; furnished: Furnished },
  { kept: Map<string, Promise<Person>>; full: Map<string, Promise<Furnished>> }
>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const kept = new Map<string, Promise<Person>>();
      await use(kept);
      for (const person of kept.values()) await (await person).request.dispose();
    },
    { scope: 'worker' },
  ],
  full: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const full = new Map<string, Promise<Furnished>>();
      await use(full);
      for (const furnished of full.values()) await (await furnished).person.request.dispose();
    },
    { scope: 'worker' },
  ],
  newcomer: async ({ kept, playwright, locale }, use) => {
    const name = `newcomer ${locale}`;
    if (!kept.has(name)) kept.set(name, makePerson(playwright, locale));
    await use((await kept.get(name)) as Person);
  },
  furnished: async ({ full, playwright, locale }, use) => {
    const name = `furnished ${locale}`;
    const make = async () => {
      const person = await makePerson(playwright, locale);
      await furnish(person);
      return { person, climb: await furnishClimb(person, 'Own') };
    };
    if (!full.has(name)) full.set(name, make());
    await use((await full.get(name)) as Furnished);
  },
});
