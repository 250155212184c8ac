import { type APIRequestContext, request as playwright } from '@playwright/test';
import { accountRows, ownerIdOf, verifyEmailOf } from '../lib/testing/account-rows';
import { renewProofs } from '../lib/testing/proofs';
import { type Attack, ledToSignIn } from './access-attacks';
import type { Cast } from './access-cast';
import { setUpTwoFactor } from './factors';
import { type Form, formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, makePerson, type Person } from './people';
import {
  firstSecret,
  personAt,
  requestTo,
  type SecondServer,
  startSecondServer,
} from './second-server';

/** Whoever runs a second server, signed in there with a second factor. */
export type Operated = {
  readonly server: SecondServer;
  readonly person: Person;
  readonly request: APIRequestContext;
};

const database = () => process.env.DATABASE_URL ?? '';

/**
 * Starts a server that somebody new runs, with whoever else is named. To `request` it goes by the name of
 * the first, as requestTo says.
 */
export async function startOperated(
  settings: Record<string, string> = {},
  ...others: readonly Person[]
): Promise<Operated> {
  const person = await makePerson({ request: playwright });
  const { app } = await setUpTwoFactor(person.request);
  await verifyEmailOf(database(), person.email);
  const server = await startSecondServer({
    OPERATORS: [person, ...others].map(({ email }) => email).join(','),
    APP_SECRET: firstSecret(),
    TRUSTED_PROXIES: '127.0.0.1',
    ...settings,
  });
  const request = await requestTo(server, person.address);
  const { email, password } = person;
  await postForm(request, await formWith(request, '/signin', 'password'), { email, password });
  const second = await formWith(request, '/signin/second', 'code');
  const answer = await postForm(request, second, { code: app.next() });
  expect(answer.headers().location, errorsIn(await answer.text())).toBe('/dashboard');
  return { server, person, request };
}

let started: Promise<Operated> | undefined;

/** Attacks with a form that is drawn for operators alone: to everyone else nothing of it is there. */
export function onOperatorPages(
  draw: (operated: Operated, cast: Cast) => Promise<Form>,
  values: Readonly<Record<string, string>> = {},
): Attack {
  return async (cast) => {
    // One for all of a worker's tests: each start takes longer than what is tried there.
    started ??= startOperated();
    const operated = await started;
    await renewProofs(database(), [operated.person.email]);
    const form = await draw(operated, cast);
    const [other, stranger] = [
      await personAt(operated.server, cast.people.other),
      await requestTo(operated.server),
    ];
    const ownerId = await ownerIdOf(database(), operated.person.email);
    const before = await accountRows(database(), ownerId);
    await ledToSignIn({ ...cast, stranger }, form, values);
    const answer = await postForm(other, form, values);
    expect(answer.status()).toBe(404);
    expect(await accountRows(database(), ownerId)).toEqual(before);
  };
}

/** Ends what {@link onOperatorPages} started in this worker. */
export async function endOperated(): Promise<void> {
  await (await started)?.server.stop();
  started = undefined;
}
