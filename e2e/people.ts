import { randomBytes, randomInt } from 'node:crypto';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { awayFromMidnight } from './calendar';
import { formWith, postForm } from './forms';

/** Someone with an account, signed in. */
export type Person = {
  readonly displayName: string;
  readonly handle: string;
  readonly email: string;
  readonly password: string;
  readonly language: 'en' | 'ja';
  /** Where they come from, as a trusted proxy tells it; limits are counted by it. */
  readonly address: string;
  /** Sends what a browser of theirs would, with their session cookie. */
  readonly request: APIRequestContext;
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>;
};

/** What signs up: nobody has it yet. */
export function newAccount(displayName = 'Mori Aoi') {
  const name = `t-${randomBytes(7).toString('hex')}`;
  return {
    displayName,
    handle: name,
    email: `${name}@example.org`,
    password: `${randomBytes(9).toString('base64url')} kettle moss`,
  };
}

/** An address that no other test counts in. */
export function freshAddress(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

/** What asks without a browser says so, and nobody takes it for a reader: visits count none of it. */
const program = 'jisseki-e2e (bot)';

type Elsewhere = { baseURL?: string; headers?: Record<string, string> };

/**
 * Whoever asks from `address` in a language; no cookies. Each request has a connection of its own: one that
 * is kept, and a test may wait for seconds between two, is closed by the server just as it is used again.
 */
export async function newRequest(
  playwright: { request: { newContext: typeof import('@playwright/test').request.newContext } },
  language = 'en',
  address = freshAddress(),
  { baseURL = process.env.BASE_URL, headers = {} }: Elsewhere = {},
): Promise<APIRequestContext> {
  return playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: {
      'X-Forwarded-For': address,
      'Accept-Language': language,
      Connection: 'close',
      ...headers,
    },
    userAgent: program,
    maxRedirects: 0,
  });
}

/** Signs a new person up and in through the real forms, without a browser. */
export async function makePerson(
  playwright: Parameters<typeof newRequest>[0],
  language = 'en',
): Promise<Person> {
  const account = newAccount();
  const address = freshAddress();
  const request = await newRequest(playwright, language, address);
  await signUp(request, account);
  await signIn(request, account);
  return {
    ...account,
    language: language.startsWith('ja') ? 'ja' : 'en',
    address,
    request,
    state: await request.storageState(),
  };
}

/** Makes an account through the real form. */
export async function signUp(
  request: APIRequestContext,
  account: ReturnType<typeof newAccount>,
): Promise<void> {
  const form = await formWith(request, '/signup', 'handle');
  const made = await postForm(request, form, { ...account, zone: 'Asia/Tokyo' });
  expect(made.status(), await made.text()).toBe(303);
}

/** Signs `request` in through the real form. */
export async function signIn(
  request: APIRequestContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const form = await formWith(request, '/signin', 'password');
  const answer = await postForm(request, form, { email, password });
  expect(answer.headers().location).toMatch(/\/dashboard$/);
}

/** The head of a request of theirs, for whom its cookies are not kept. */
export function cookieOf({ state }: Person): string {
  return state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** Signs in through the page at `path`, and leaves where that leads to be expected. */
export async function signInOn(
  page: Page,
  { email, password }: { email: string; password: string },
  path = '/signin',
): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/**
 * Waits until React has taken over what a page was drawn with. Sooner, nobody hears a press that only a
 * script answers; and taking over, it puts back into some fields what was stored.
 */
export async function untilTakenOver(drawn: Locator): Promise<void> {
  await expect
    .poll(() =>
      drawn.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__react'))),
    )
    .toBe(true);
}

/** A browser of that person's. */
export async function browserOf(
  browser: Browser,
  person: Person,
  options: NonNullable<Parameters<Browser['newContext']>[0]> = {},
): Promise<BrowserContext> {
  return browser.newContext({
    ...options,
    storageState: person.state,
    extraHTTPHeaders: { 'X-Forwarded-For': person.address },
  });
}

/** Makes a page's browser that person's. */
export async function visit(page: Page, person: Person): Promise<void> {
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': person.address });
  await page.context().addCookies(person.state.cookies);
}

/**
 * What browsers complain of in the console, and errors nobody caught. That a page itself answers
 * 404 or 403 is no complaint.
 */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('weberror', ({ error }) => complaints.push(error().message));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && !/Content.Security.Policy/i.test(message.text())) return;
    if (
      message.text().startsWith('Failed to load') &&
      isPage(message.location().url, message.page())
    )
      return;
    // Asked for by the browser itself, where it leaves a page before having read its head.
    if (message.location().url.endsWith('/favicon.ico')) return;
    complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

/** Whichever part of it the address leads to. */
function isPage(url: string, page: Page | null): boolean {
  return page?.url().split('#')[0] === url.split('#')[0];
}

type People = {
  /** Fresh, with an account in the language of the test. */
  person: Person;
  /** A page of theirs, signed in. */
  desk: Page;
  awayFromMidnight: undefined;
};

/**
 * Every test is somebody else: an address of its own, and where it asks for them an account of its
 * own. None may leave a complaint in the console, and none is under way while a day turns into the next.
 */
export const test = base.extend<People>({
  awayFromMidnight: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await awayFromMidnight();
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': freshAddress() }),
  request: async ({ playwright }, use) => {
    const request = await newRequest(playwright);
    await use(request);
    await request.dispose();
  },
  context: async ({ context }, use) => {
    const complaints = complaintsOf(context);
    await use(context);
    expect(complaints).toEqual([]);
  },
  person: async ({ playwright, locale }, use) => {
    const person = await makePerson(playwright, locale);
    await use(person);
    await person.request.dispose();
  },
  desk: async ({ context, person }, use) => {
    const page = await context.newPage();
    await visit(page, person);
    await use(page);
  },
});

export { expect };
