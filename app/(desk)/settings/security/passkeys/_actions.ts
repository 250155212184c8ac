'use server';

import { headers } from 'next/headers';
import { type Ending, freshAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { addMadePasskey } from '@/app/_server/passkey-adding';
import { tellFactor } from '@/app/_server/second-factor';
import { dropStep, stepSecret } from '@/app/_server/step';
import { whenceOf } from '@/app/_server/whence';
import { removePasskey, renamePasskey } from '@/lib/account/passkey/mutations';
import { attestationForm, removeForm, renameForm } from '@/lib/account/passkey/schema';
import { paths, withQuery } from '@/lib/paths';

const add = freshAction({
  schema: attestationForm,
  secrets: ['response'],
  async run(viewer, made): Promise<Ending> {
    const step = await stepSecret('passkey-step');
    const added = await addMadePasskey(viewer, step, made, await headers(), new Date());
    if (!added.ok) return { refused: {}, form: added.reason };
    await dropStep('passkey-step');
    return { redirectTo: withQuery(paths.passkeys, { done: 'added' }) };
  },
});

/** Keeps the passkey that a browser made. */
export async function keepPasskey(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

const rename = freshAction({
  schema: renameForm,
  async run(viewer, { id, name }): Promise<Ending> {
    const renamed = await renamePasskey(viewer, id, name);
    if (!renamed) return { refused: {}, form: 'missing' };
    return { redirectTo: withQuery(paths.passkeys, { done: 'renamed' }) };
  },
});

/** Changes what a passkey is called. */
export async function nameOnePasskey(state: FormState, form: FormData): Promise<FormState> {
  return rename(state, form);
}

const remove = freshAction({
  schema: removeForm,
  async run(viewer, { id }): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const removed = await removePasskey(viewer, id, whenceOf(asked), now);
    if (!removed.ok) return { refused: {}, form: removed.reason };
    await tellFactor(viewer.userId, { what: 'passkeyRemoved', name: removed.value }, asked, now);
    return { redirectTo: withQuery(paths.passkeys, { done: 'removed' }) };
  },
});

/** Removes a passkey, unless it is the only way in. */
export async function removeOnePasskey(state: FormState, form: FormData): Promise<FormState> {
  return remove(state, form);
}
