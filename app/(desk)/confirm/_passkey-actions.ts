'use server';

import { headers } from 'next/headers';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { confirmByPasskey } from '@/app/_server/passkey';
import { keepSession } from '@/app/_server/session';
import { dropStep, stepSecret } from '@/app/_server/step';
import { assertionForm } from '@/lib/account/passkey/schema';
import { confirmSession } from '@/lib/account/session/mutations';
import { safeNext } from '@/lib/auth/rules';
import { paths } from '@/lib/paths';

const prove = action({
  schema: assertionForm,
  secrets: ['response'],
  async run(viewer, { response, next }): Promise<Ending> {
    const [step, now] = [await stepSecret('passkey-step'), new Date()];
    const confirmed = await confirmByPasskey(viewer, step, response, await headers(), now);
    if (!confirmed.ok) return { refused: {}, form: confirmed.reason };
    await dropStep('passkey-step');
    const secret = await confirmSession(viewer, now);
    if (secret) await keepSession(secret);
    return { redirectTo: safeNext(next, paths.security) };
  },
});

/** Proves by a passkey that the person is still there. */
export async function confirmWithPasskey(state: FormState, form: FormData): Promise<FormState> {
  return prove(state, form);
}
