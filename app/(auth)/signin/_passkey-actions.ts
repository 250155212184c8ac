'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { signInByPasskey } from '@/app/_server/passkey';
import { keepSession } from '@/app/_server/session';
import { dropStep, stepSecret } from '@/app/_server/step';
import { assertionForm } from '@/lib/account/passkey/schema';
import { safeNext } from '@/lib/auth/rules';
import { paths } from '@/lib/paths';
import { forgetEmail } from '../_remembered';

const prove = publicAction({
  schema: assertionForm,
  secrets: ['response'],
  async run(_, { response, next }): Promise<Ending> {
    const step = await stepSecret('passkey-step');
    const signedIn = await signInByPasskey(step, response, await headers(), new Date());
    if (!signedIn.ok) return { refused: {}, form: signedIn.reason };
    await dropStep('passkey-step');
    await keepSession(signedIn.value);
    await forgetEmail();
    return { redirectTo: safeNext(next, paths.dashboard) };
  },
});

/** Signs in by the passkey that a browser answered with. */
export async function submitPasskey(state: FormState, form: FormData): Promise<FormState> {
  return prove(state, form);
}
