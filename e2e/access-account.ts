import { type APIRequestContext, request as playwright } from '@playwright/test';
import { accountRows, keepIdentity, ownerIdOf } from '../lib/testing/account-rows';
import { Authenticator } from '../lib/testing/authenticator';
import { idIn } from './access-climb';
import { type AuthenticatorApp, setUpTwoFactor } from './factors';
import { type Form, formWith, postData, postForm } from './forms';
import { errorsIn, log, press, skill } from './logging';
import { expect, newAccount, newRequest, type Person, signIn } from './people';
import { en } from './words';

/** How an owner's account is kept, by what its addresses and forms call it. */
export type AccountIds = {
  readonly ownerId: string;
  /** A session of theirs in another browser. */
  readonly session: string;
  readonly passkey: string;
  /** The device that the passkey is on, and the app that shows the codes. */
  readonly device: Authenticator;
  readonly app: AuthenticatorApp;
  /** A table that waits to be imported, and one that was. */
  readonly upload: string;
  readonly imported: string;
  /** An export that waits, of before one of the milestones was deleted. */
  readonly exported: string;
};

export const store = () => process.env.DATABASE_URL ?? '';

/**
 * Two sessions, a passkey, two-factor, a linked account elsewhere, an e-mail that is to change, letters for
 * a forgotten password, files that wait, and a report about the record; in English.
 */
export async function furnishAccount(
  person: Person,
  stranger: APIRequestContext,
  report: Form,
  secret: string,
): Promise<AccountIds> {
  const { request, email, language, address } = person;
  const elsewhere = await newRequest({ request: playwright }, language, address);
  await signIn(elsewhere, person);
  await elsewhere.dispose();
  const ended = await formWith(request, '/settings/security', 'End session');
  const ownerId = await ownerIdOf(store(), email);
  const label = `${secret} elsewhere`;
  await keepIdentity(store(), ownerId, { provider: 'github', subject: ownerId, label });
  const device = await addPasskey(request, `${secret} key`);
  const named = await formWith(request, '/settings/security/passkeys', 'id');
  const next = await formWith(request, '/settings/security/email', 'email');
  const asked = await postForm(request, next, { email: newAccount().email });
  expect(asked.headers().location).toBe('/settings/security?email=asked#email');
  // As often as one mailbox gets letters of either sort: whoever asks for more changes nothing.
  for (let times = 0; times < 3; times += 1) await askReset(stranger, email);
  for (let times = 0; times < 2; times += 1) {
    await press(person, '/settings/security', en.recovery.email.send);
  }
  await sendReport(stranger, report);
  const imported = await sendTable(request, `${secret}.csv`);
  const apply = await formWith(request, tableOf(imported), 'upload');
  expect((await postForm(request, apply)).headers().location).toContain(imported);
  const waiting = 'Date,Title\n2026-01-16,Waits in a table\n';
  const upload = await sendTable(request, `${secret} waiting.csv`, waiting);
  const milestone = await log(person, skill(`${secret} exported`));
  const exported = await sendExport(request);
  await press(person, `/milestones/${milestone}`, 'Delete');
  const { app } = await setUpTwoFactor(request);
  await press(person, '/settings/security/two-factor/codes', en.security.twoFactor.done);
  return {
    ownerId,
    session: firstOf(ended, 'id'),
    passkey: firstOf(named, 'id'),
    device,
    app,
    upload,
    imported,
    exported,
  };
}

/** The page that says what would become of a table, each line a skill. */
export function tableOf(upload: string): string {
  return `/settings/data/import/${upload}?heading=0&date=0&title=1&everyKind=skill`;
}

/** The first value of a form's field. */
export function firstOf(form: Form, field: string): string {
  return form.fields.find(([name]) => name === field)?.[1] ?? '';
}

/** What a browser there would be asked for, and the answer of `device` to it. */
export async function madeBy(request: APIRequestContext, device: Authenticator): Promise<string> {
  const asked = await request.post('/settings/security/passkeys/options', fromHere());
  return JSON.stringify(device.create(await asked.json()));
}

/** Adds a passkey on a device of its own, for whoever `request` is signed in as. */
export async function addPasskey(request: APIRequestContext, name: string): Promise<Authenticator> {
  const device = new Authenticator(new URL(process.env.BASE_URL ?? '').origin);
  const response = await madeBy(request, device);
  const form = await formWith(request, '/settings/security/passkeys', 'response');
  const answer = await postForm(request, form, { name, response });
  expect(answer.headers().location, errorsIn(await answer.text())).toContain('done=added');
  return device;
}

/** What a script of our own pages says of where it is from. */
export function fromHere() {
  return { headers: { Origin: new URL(process.env.BASE_URL ?? '').origin } };
}

/** Asks for a letter that sets another password. Answers where that leads. */
export async function askReset(request: APIRequestContext, email: string): Promise<string> {
  const answer = await postForm(request, await formWith(request, '/forgot', 'email'), { email });
  expect(answer.status()).toBe(303);
  return answer.headers().location ?? '';
}

/** Reports a record as soon as that is taken for a person's: sooner, the form is shown once more. */
export async function sendReport(request: APIRequestContext, form: Form): Promise<void> {
  await expect(async () => {
    const answer = await postForm(request, form, { reason: 'spam', text: 'It is none of theirs.' });
    expect(answer.status(), errorsIn(await answer.text())).toBe(303);
  }).toPass();
}

/** Brings in a table of milestones that waits. Answers its id. */
export function sendTable(
  request: APIRequestContext,
  name: string,
  table = 'Date,Title\n2026-01-15,Came from a table\n',
): Promise<string> {
  return sendFile(request, 'csv', new File([table], name));
}

/** Brings the account's own export back, which waits. Answers its id. */
export async function sendExport(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/settings/data/jisseki.zip');
  expect(answer.status(), answer.headers().location).toBe(200);
  return sendFile(
    request,
    'export',
    new File([new Uint8Array(await answer.body())], 'jisseki.zip'),
  );
}

/** Brings in a file that waits to become what `kind` says. Answers its id. */
export async function sendFile(
  request: APIRequestContext,
  kind: 'csv' | 'export',
  file: File,
): Promise<string> {
  const data = new FormData();
  data.append('kind', kind);
  data.append('file', file);
  const { location = '' } = (await postData(request, '/settings/data/upload', data)).headers();
  expect(idIn(location), location).not.toBe('');
  return idIn(location);
}

/** All that the store knows of it. */
export function accountSnapshot({ ownerId }: AccountIds): Promise<Record<string, string[]>> {
  return accountRows(store(), ownerId);
}
