import { request as playwright } from '@playwright/test';
import { keepToken, ownerIdOf } from '../lib/testing/account-rows';
import { ageProofs } from '../lib/testing/proofs';
import { addPasskey, askReset, fromHere, madeBy, store, tableOf } from './access-account';
import { type Attack, at, foreign, inTurn, ledToSignIn, own } from './access-attacks';
import type { Cast } from './access-cast';
import { setUpTwoFactor } from './factors';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect, makePerson, newAccount, newRequest } from './people';
import { en } from './words';

const security = at('/settings/security');
const twoFactor = '/settings/security/two-factor';
const passkeys = at('/settings/security/passkeys');

/** No link of a letter; the page of one draws its form for whatever the address says. */
const noToken = 'A'.repeat(43);

/** An answer that refuses for that reason, and signs nobody in. */
async function isRefused(answer: Awaited<ReturnType<typeof postForm>>, reason: string) {
  expect(errorsIn(await answer.text())).toContain(reason);
  expect(answer.headers()['set-cookie'] ?? '').not.toContain('session-token');
}

/** Every server action of who may sign in, but those that end what the other account has. */
export const accountActionTable: Record<string, Attack> = {
  endOneSession: foreign(security, 'End session', ({ kept }) => kept.session),
  endEveryOther: own(security(), en.sessions.list.endOthers),
  stopChange: own(security(), en.recovery.email.withdraw),
  sendVerification: own(security(), en.recovery.email.send),
  unlinkProvider: own(security(), en.providers.list.unlinkOne.replace('{name}', 'github')),
  turnTwoFactorOff: own(twoFactor, en.security.twoFactor.turnOff),
  remakeRecoveryCodes: own(twoFactor, en.security.twoFactor.remake),
  nameOnePasskey: foreign(passkeys, 'name', ({ kept }) => kept.passkey, { name: 'Taken over' }),
  removeOnePasskey: (cast) => {
    const name = `${cast.secrets[0]} key`;
    const button = en.security.passkeys.removeOne.replace('{name}', name);
    return foreign(passkeys, button, ({ kept }) => kept.passkey)(cast);
  },
  applyCsv: foreign(
    ({ kept }) => tableOf(kept.upload),
    'upload',
    ({ kept }) => kept.upload,
    {},
    'upload',
  ),
  restoreExport: foreign(
    ({ kept }) => `/settings/data/restore/${kept.exported}`,
    'upload',
    ({ kept }) => kept.exported,
    {},
    'upload',
  ),
  undoCsv: foreign(at('/settings/data'), en.dataImport.undoPress, ({ kept }) => kept.imported),
  async beginTwoFactor(cast) {
    const form = await formWith(cast.other, security(), 'Set up two-factor');
    await ledToSignIn(cast, form);
    expect((await postForm(cast.other, form)).headers().location).toBe(twoFactor);
  },
  async turnTwoFactorOn(cast) {
    await accountActionTable.beginTwoFactor?.(cast);
    const form = await formWith(cast.other, twoFactor, 'code');
    const values = { code: cast.kept.app.next() };
    await ledToSignIn(cast, form, values);
    await isRefused(await postForm(cast.other, form, values), 'code-wrong');
  },
  async haveKeptCodes(cast) {
    const third = await makePerson({ request: playwright });
    await setUpTwoFactor(third.request);
    const form = await formWith(third.request, `${twoFactor}/codes`, en.security.twoFactor.done);
    await ledToSignIn(cast, form);
    expect((await postForm(cast.other, form)).status()).toBe(303);
  },
  async keepPasskey(cast) {
    const form = await formWith(cast.owner, passkeys(), 'response');
    const response = await madeBy(cast.other, cast.kept.device.copy());
    await ledToSignIn(cast, form, { name: 'Taken over', response });
    await isRefused(await postForm(cast.other, form, { response }), 'passkey-known');
  },
  async confirmByPassword(cast) {
    const form = await staleForm(cast, 'password');
    const { password } = cast.people.owner;
    await ledToSignIn(cast, form, { password });
    await isRefused(await postForm(cast.other, form, { password }), 'password-wrong');
    await isStillAsked(cast);
  },
  async confirmWithPasskey(cast) {
    await addPasskey(cast.other, 'Theirs');
    const form = await staleForm(cast, 'response');
    const asked = await cast.other.post('/confirm/passkey', fromHere());
    const response = JSON.stringify(cast.kept.device.get(await asked.json()));
    await ledToSignIn(cast, form, { response });
    await isRefused(await postForm(cast.other, form, { response }), 'passkey-refused');
    await isStillAsked(cast);
  },
  async submitPasskey({ stranger, kept }) {
    expect((await stranger.post('/confirm/passkey', fromHere())).status()).toBe(404);
    const form = await formWith(stranger, '/signin', 'response');
    const asked = await stranger.post('/signin/passkey', fromHere());
    const thief = kept.device.copy();
    thief.loseKey();
    const response = JSON.stringify(thief.get(await asked.json()));
    await isRefused(await postForm(stranger, form, { response }), 'passkey-refused');
  },
  async submitSecond({ stranger, kept }) {
    const third = await makePerson({ request: playwright });
    await setUpTwoFactor(third.request);
    const { email, password } = third;
    const waiting = await newRequest({ request: playwright });
    await postForm(waiting, await formWith(waiting, '/signin', 'password'), { email, password });
    const form = await formWith(waiting, '/signin/second', 'code');
    await isRefused(await postForm(waiting, form, { code: kept.app.next() }), 'code-wrong');
    const without = await postForm(stranger, form, { code: kept.app.next() });
    expect(without.headers().location).toBe('/signin?expired=yes');
  },
  async submitForgot({ stranger, other, people }) {
    for (const who of [stranger, other]) {
      const told = await askReset(who, newAccount().email);
      expect(await askReset(who, people.owner.email)).toBe(told);
    }
  },
  async submitVerify(cast) {
    const form = await formWith(cast.owner, `/verify/${noToken}`, 'token');
    await ledToSignIn(cast, form);
    await isRefused(await postForm(cast.other, form), 'link-dead');
    // A letter verifies nobody but who it went to.
    const token = await linkOf(cast, 'verify');
    await isRefused(await postForm(cast.owner, form, { token }), 'link-dead');
  },
  async submitAnswer(cast) {
    for (const answer of ['agree', 'object']) {
      const page = `/email/${noToken}`;
      await onNoLink(cast, page, 'answer', { answer });
      // A link is good for what it was sent for.
      const form = await formWith(cast.other, page, 'answer');
      const token = await linkOf(cast, 'reset');
      await isRefused(await postForm(cast.other, form, { answer, token }), 'link-dead');
    }
  },
};

/** One that leaves the other account changed, or gone. */
export const accountEndingTable: Record<string, Attack> = {
  // Letters about it go to the owner's address, too; they are the other's.
  submitEmail: (cast) =>
    own('/settings/security/email', 'email', { email: cast.people.owner.email })(cast),
  submitPassword: (cast) =>
    own('/settings/security/password', 'password', {
      current: cast.people.other.password,
      password: 'quite another one here',
    })(cast),
  submitReset: inTurn(
    (cast) => onNoLink(cast, `/reset/${noToken}`, 'password', { password: 'quite another one' }),
    async (cast) => {
      const token = await linkOf(cast, 'reset');
      const form = await formWith(cast.owner, `/reset/${token}`, 'password');
      const answer = await postForm(cast.owner, form, { password: 'quite another one here' });
      expect(answer.headers().location).toBe('/signin?reset');
      expect((await cast.other.get('/dashboard')).status()).toBe(307);
      expect((await cast.owner.get('/dashboard')).status()).toBe(200);
    },
  ),
  async closeAccount(cast) {
    const form = await formWith(cast.owner, '/settings/data/delete', 'handle');
    const { open, closed } = cast.handles;
    await ledToSignIn(cast, form, { when: 'now', handle: open });
    const theirs = await postForm(cast.other, form, { when: 'now', handle: open });
    await isRefused(theirs, 'handle-differs');
    const gone = await postForm(cast.other, form, { when: 'now', handle: closed });
    expect(gone.headers().location).toBe('/?deleted=yes');
    expect((await cast.other.get('/dashboard')).status()).toBe(307);
  },
  async keepAccount(cast) {
    const closing = await formWith(cast.owner, '/settings/data/delete', 'handle');
    const planned = { when: 'later', handle: cast.handles.closed };
    await postForm(cast.other, closing, planned);
    const form = await formWith(cast.other, '/dashboard', en.closing.notice.keep);
    await ledToSignIn(cast, form);
    const kept = await postForm(cast.other, form);
    expect(kept.headers().location).toBe('/settings/data?deletion=cancelled#delete');
  },
};

/** A link of a letter that went to the other account. */
async function linkOf({ people }: Cast, purpose: 'verify' | 'reset'): Promise<string> {
  return keepToken(store(), await ownerIdOf(store(), people.other.email), purpose);
}

/** What a link that nobody was sent opens, whoever tries it: nothing. */
async function onNoLink(
  { stranger, other }: Cast,
  page: string,
  mark: string,
  values: Record<string, string> = {},
): Promise<void> {
  for (const who of [stranger, other]) {
    for (const token of [noToken, '']) {
      const form = await formWith(who, page, mark);
      await isRefused(await postForm(who, form, { ...values, token }), 'link-dead');
    }
  }
}

/** The form that asks the other account who they are, for they did not prove it lately. */
async function staleForm({ other, people }: Cast, mark: string) {
  await ageProofs(store(), people.other.email);
  return formWith(other, '/confirm', mark);
}

async function isStillAsked({ other }: Cast): Promise<void> {
  const answer = await other.get('/settings/security/password');
  expect(answer.headers().location).toMatch(/^\/confirm\?next=/);
}
