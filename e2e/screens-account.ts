import { type APIRequestContext, request as playwright } from '@playwright/test';
import { type AccountIds, firstOf, furnishAccount, sendReport } from './access-account';
import { formWith, postForm } from './forms';
import { log, skill } from './logging';
import { type Operated, startOperated } from './operating';
import { makePerson, newRequest, type Person } from './people';
import { test as base } from './screens';

/** Somebody whose account has all that one can have. */
export type Kept = { readonly person: Person; readonly account: AccountIds };

/** A server with a report that waits and one that is dealt with, and the owner of a record it closed. */
export type Run = Operated & {
  readonly suspended: Person;
  readonly suspendedId: string;
  /** Named as an operator, and not fit for it. */
  readonly named: Person;
};

/** Changes the language of an account: forms are found by their English names before. */
export async function speak(request: APIRequestContext, locale: 'en' | 'ja'): Promise<void> {
  await postForm(request, await formWith(request, '/settings', 'zone'), { locale });
}

async function keep(locale: 'en' | 'ja'): Promise<Kept> {
  const person = await makePerson({ request: playwright });
  const stranger = await newRequest({ request: playwright });
  const report = await publishOne(person, stranger);
  const account = await furnishAccount(person, stranger, report, 'Own');
  await speak(person.request, locale);
  await stranger.dispose();
  return { person, account };
}

/** Publishes a record with one milestone, and draws the form that reports it. */
async function publishOne(person: Person, stranger: APIRequestContext) {
  const { request, handle } = person;
  await log(person, skill('Shown', { visibility: 'public' }));
  await postForm(request, await formWith(request, '/record', 'Publish'));
  return formWith(stranger, `/u/${handle}/report`, 'reason');
}

async function run(): Promise<Run> {
  const [suspended, named] = [
    await makePerson({ request: playwright }),
    await makePerson({ request: playwright }),
  ];
  const stranger = await newRequest({ request: playwright });
  const reports = [await publishOne(suspended, stranger), await publishOne(named, stranger)];
  for (const report of reports) await sendReport(stranger, report);
  await stranger.dispose();
  const operated = await startOperated({ SIGNUP: 'invite' }, named);
  const find = await formWith(operated.request, '/operator', 'named');
  const found = await postForm(operated.request, find, { named: suspended.handle });
  const page = found.headers().location ?? '';
  const suspend = await formWith(operated.request, page, 'words');
  const words = 'It names a client.\n\nTake the name out, and write to us.';
  await postForm(operated.request, suspend, { words });
  return { ...operated, suspended, suspendedId: firstOf(suspend, 'ownerId'), named };
}

/** Somebody whose account is to go, and who is setting two-factor up. */
async function leave(locale: 'en' | 'ja'): Promise<Person> {
  const person = await makePerson({ request: playwright });
  const { request, handle } = person;
  await postForm(request, await formWith(request, '/settings/security', 'Set up two-factor'));
  const close = await formWith(request, '/settings/data/delete', 'handle');
  await postForm(request, close, { when: 'later', handle });
  await speak(request, locale);
  return person;
}

type Made = { guarded: Map<string, Promise<Kept>>; leaving: Map<string, Promise<Person>> };

/** People that screens of accounts are only read as: one of each language for a worker. */
export const test = base.extend<{ guarded: Kept; leaving: Person }, { made: Made; operated: Run }>({
  made: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => use({ guarded: new Map(), leaving: new Map() }),
    { scope: 'worker' },
  ],
  guarded: async ({ made: { guarded }, locale }, use) => {
    const of = locale?.startsWith('ja') ? 'ja' : 'en';
    if (!guarded.has(of)) guarded.set(of, keep(of));
    await use((await guarded.get(of)) as Kept);
  },
  leaving: async ({ made: { leaving }, locale }, use) => {
    const of = locale?.startsWith('ja') ? 'ja' : 'en';
    if (!leaving.has(of)) leaving.set(of, leave(of));
    await use((await leaving.get(of)) as Person);
  },
  operated: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const operated = await run();
      await use(operated);
      await operated.server.stop();
    },
    { scope: 'worker' },
  ],
});
