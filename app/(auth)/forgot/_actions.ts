'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { askResetFor } from '@/app/_server/recovery';
import { forgotForm } from '@/lib/account/recovery/schema';
import { paths } from '@/lib/paths';

const ask = publicAction({
  schema: forgotForm,
  async run({ locale }, { email }): Promise<Ending> {
    const asked = await askResetFor(email, locale, await headers(), new Date());
    return asked.ok ? { redirectTo: `${paths.forgot}?sent` } : { refused: {}, form: asked.reason };
  },
});

/** Writes to whoever forgot the password, and tells nobody whether the e-mail has an account. */
export async function submitForgot(state: FormState, form: FormData): Promise<FormState> {
  return ask(state, form);
}
