'use server';

import { headers } from 'next/headers';
import { action, type Ending, freshAction } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { tellFactor } from '@/app/_server/second-factor';
import { beginTwoFactorOf, turnTwoFactorOnOf } from '@/app/_server/two-factor';
import { whenceOf } from '@/app/_server/whence';
import { dropTotp, remakeCodes } from '@/lib/account/factor/mutations';
import { confirmTotpForm, pressForm } from '@/lib/account/factor/schema';
import { paths, withQuery } from '@/lib/paths';
import { forgetCodes, keepCodes } from './_shown-codes';

// The page that shows the secret asks for a fresh proof; a secret that nobody sees needs none.
const begin = action({
  schema: pressForm,
  async run(viewer): Promise<Ending> {
    const begun = await beginTwoFactorOf(viewer, new Date());
    // Where it is on already, its page says so.
    return begun.ok || begun.reason === 'two-factor-on'
      ? { redirectTo: paths.twoFactor }
      : { refused: {}, form: begun.reason };
  },
});

/** Begins to set two-factor up, and shows what the app has to read. */
export async function beginTwoFactor(state: FormState, form: FormData): Promise<FormState> {
  return begin(state, form);
}

const turnOn = freshAction({
  schema: confirmTotpForm,
  secrets: ['code'],
  async run(viewer, { code }): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const on = await turnTwoFactorOnOf(viewer, code, whenceOf(asked), now);
    if (!on.ok && on.reason === 'code-wrong') return { refused: { code: on.reason } };
    if (!on.ok) return { refused: {}, form: on.reason };
    await keepCodes(viewer, on.value, now);
    await tellFactor(viewer.userId, { what: 'twoFactorOn' }, asked, now);
    return { redirectTo: withQuery(paths.recoveryCodes, { on: 'yes' }) };
  },
});

/** Turns two-factor on by a code of the app, and shows the recovery codes. */
export async function turnTwoFactorOn(state: FormState, form: FormData): Promise<FormState> {
  return turnOn(state, form);
}

const remake = freshAction({
  schema: pressForm,
  async run(viewer): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const made = await remakeCodes(viewer, whenceOf(asked), now);
    if (!made.ok) return { refused: {}, form: made.reason };
    await keepCodes(viewer, made.value, now);
    await tellFactor(viewer.userId, { what: 'codesMade' }, asked, now);
    return { redirectTo: paths.recoveryCodes };
  },
});

/** Makes new recovery codes, and shows them. */
export async function remakeRecoveryCodes(state: FormState, form: FormData): Promise<FormState> {
  return remake(state, form);
}

const turnOff = freshAction({
  schema: pressForm,
  async run(viewer): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const wasOn = await dropTotp(viewer, whenceOf(asked), now);
    if (wasOn) await tellFactor(viewer.userId, { what: 'twoFactorOff' }, asked, now);
    await forgetCodes();
    return { redirectTo: withQuery(paths.twoFactor, { off: wasOn ? 'yes' : undefined }) };
  },
});

/** Turns two-factor off. */
export async function turnTwoFactorOff(state: FormState, form: FormData): Promise<FormState> {
  return turnOff(state, form);
}

const keep = action({
  schema: pressForm,
  async run(): Promise<Ending> {
    await forgetCodes();
    return { redirectTo: `${paths.security}#two-factor` };
  },
});

/** The recovery codes are kept elsewhere: they are shown no more. */
export async function haveKeptCodes(form: FormData): Promise<void> {
  await keep(emptyForm, form);
}
