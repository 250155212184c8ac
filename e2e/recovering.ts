import type { APIRequestContext, BrowserContext, Page } from '@playwright/test';
import { strangerIn } from './contacting';
import { formWith, postForm } from './forms';
import { linkIn, type MailingServer, startMailingServer } from './mailing';
import { test as base, complaintsOf, expect, newAccount, signIn, signUp } from './people';
import { requestTo } from './second-server';
import { en } from './words';

/** Somebody with an account at a server that sends mail, signed in. */
type Owner = ReturnType<typeof newAccount> & { readonly request: APIRequestContext };

type Recovering = {
  readonly makeOwner: () => Promise<Owner>;
  /** A page of a browser of its own, in which nobody is signed in, or whoever is named. */
  readonly newPage: (as?: Owner) => Promise<Page>;
  /** Looks at a link as mail programs and their scanners do, time and again. */
  readonly scan: (link: string, status?: number) => Promise<void>;
};

/** Shows that an owner's mailbox is theirs, by the letter that signing up brought. */
export async function verifyEmailOf(
  { email, request }: Owner,
  server: MailingServer,
): Promise<void> {
  const letter = await server.letterTo(email, en.accountLetters.verify.subject);
  const link = linkIn(letter, '/verify/');
  const done = await postForm(request, await formWith(request, link, 'token'));
  expect(done.headers().location).toBe(`${link}?done`);
}

/** Tests at a server of their own, which sends mail: one for all that a worker has of them. */
export const test = base.extend<Recovering, { server: MailingServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startMailingServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  makeOwner: async ({ server }, use) => {
    await use(async () => {
      const [account, request] = [newAccount(), await requestTo(server)];
      await signUp(request, account);
      await signIn(request, account);
      return { ...account, request };
    });
  },
  newPage: async ({ server, browser }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = [];
    await use(async (as) => {
      const storageState = await as?.request.storageState();
      const context = await strangerIn(browser, { baseURL: server.address, storageState });
      opened.push({ context, complaints: complaintsOf(context) });
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  },
  scan: async ({ server }, use) => {
    await use(async (link, status = 200) => {
      const scanner = await requestTo(server);
      for (const method of ['HEAD', 'GET', 'GET']) {
        const looked = await scanner.fetch(link, { method });
        expect(looked.status()).toBe(status);
        // Its address is a secret.
        expect(looked.headers()).toMatchObject({
          'cache-control': 'private, no-store',
          'referrer-policy': 'same-origin',
        });
      }
    });
  },
});
