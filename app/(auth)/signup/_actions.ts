'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { signUpWith } from '@/app/_server/sign-up';
import { signUpForm } from '@/lib/account/schema';
import { paths } from '@/lib/paths';
import { rememberEmail } from '../_remembered';

const submit = publicAction({
  schema: signUpForm,
  secrets: ['password'],
  async run({ locale }, { invite, ...form }): Promise<Ending> {
    const made = await signUpWith(form, invite, locale, await headers());
    if (!made.ok && made.reason === 'handle-taken') return { refused: { handle: made.reason } };
    if (!made.ok) return { refused: {}, form: made.reason };
    // The same for an e-mail that has an account already: docs/decisions/0002.
    await rememberEmail(form.email);
    return { redirectTo: `${paths.signIn}?welcome` };
  },
});

/** Signs up, and tells nobody whether the e-mail had an account before. */
export async function submitSignUp(state: FormState, form: FormData): Promise<FormState> {
  return submit(state, form);
}
