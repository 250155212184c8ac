'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { addressOf } from '@/app/_server/sign-in';
import { signUp } from '@/lib/account/mutations';
import { signUpForm } from '@/lib/account/schema';
import { Overloaded } from '@/lib/auth/password';
import { paths } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { rememberEmail } from '../_remembered';

const submit = publicAction({
  schema: signUpForm,
  secrets: ['password'],
  async run({ locale }, form): Promise<Ending> {
    const subject = addressOf(await headers());
    const allowed = await countTry([{ limit: throttles.signUpAddress, subject }], new Date());
    if (!allowed) return { refused: {}, form: 'too-many-tries' };
    try {
      const made = await signUp(form, locale);
      if (!made.ok) return { refused: { handle: made.reason } };
    } catch (error) {
      if (error instanceof Overloaded) return { refused: {}, form: 'try-again' };
      throw error;
    }
    // The same for an e-mail that has an account already: docs/decisions/0002.
    await rememberEmail(form.email);
    return { redirectTo: `${paths.signIn}?welcome` };
  },
});

/** Signs up, and tells nobody whether the e-mail had an account before. */
export async function submitSignUp(state: FormState, form: FormData): Promise<FormState> {
  return submit(state, form);
}
