import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  devices,
  type Page,
} from '@playwright/test';
import { type Form, formWith, postForm } from './forms';
import { errorsIn, type Typed } from './logging';
import { expect, freshAddress, type Person } from './people';

/** What people browse with. Who says anything else, or nothing, is not counted as a reader. */
export const ordinary = devices['Desktop Chrome'].userAgent;

/** The browser of someone nobody knows. */
export function strangerIn(
  browser: Browser,
  options: NonNullable<Parameters<Browser['newContext']>[0]> = {},
): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: ordinary,
    locale: 'en-US',
    extraHTTPHeaders: { 'X-Forwarded-For': freshAddress() },
    ...options,
  });
}

/** Opens the contact form of a person's record, without a browser. */
export async function openContact(person: Person, more: Typed = {}): Promise<void> {
  const form = await formWith(person.request, '/inbox/settings', 'inquiryDays');
  const answer = await postForm(person.request, form, { takesInquiries: 'yes', ...more });
  expect(answer.headers().location).toBe('/inbox/settings?saved=yes');
}

/** The contact form of `handle`; `query` says how the stranger came. */
export function drawContact(request: APIRequestContext, handle: string, query = ''): Promise<Form> {
  return formWith(request, `/u/${handle}/contact${query}`, 'message');
}

export const message = {
  name: 'Sato Ken',
  email: 'ken@example.com',
  subject: 'job',
  message: 'Could you build one for us?',
};

/** Sends it as soon as it is taken for a person's: sooner, it is shown once more. Answers where it leads. */
export async function sendContact(
  request: APIRequestContext,
  form: Form,
  more: Typed = {},
): Promise<string> {
  let led = '';
  await expect(async () => {
    const answer = await postForm(request, form, { ...message, ...more });
    expect(answer.status(), errorsIn(await answer.text())).toBe(303);
    led = answer.headers().location ?? '';
  }).toPass();
  return led;
}

/** Writes to `handle`, without a browser. */
export async function writeTo(
  request: APIRequestContext,
  handle: string,
  more: Typed = {},
): Promise<string> {
  return sendContact(request, await drawContact(request, handle), more);
}

/** Presses the button until it is sent: a form that was filled in within three seconds is shown once more. */
export async function pressUntilSent(page: Page, button: string): Promise<void> {
  await expect(async () => {
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    expect(answer.status()).toBe(303);
  }).toPass({ intervals: [1_000] });
  await expect(page).toHaveURL(/[?&]sent=/);
}

/** The address of the newest inquiry in a person's inbox. */
export async function newestOf({ request }: Person): Promise<string> {
  const html = await (await request.get('/inbox')).text();
  const found = /href="(\/inbox\/[0-9a-f]{8}-[0-9a-f-]{27})"/.exec(html)?.[1];
  if (!found) throw new Error('Nobody is in the inbox.');
  return found;
}
