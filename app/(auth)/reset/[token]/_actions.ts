'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { resetWith } from '@/app/_server/recovery';
import { resetForm } from '@/lib/account/recovery/schema';
import { paths } from '@/lib/paths';
import { rememberEmail } from '../../_remembered';

const set = publicAction({
  schema: resetForm,
  secrets: ['password'],
  async run(_, form): Promise<Ending> {
    const done = await resetWith(form, await headers(), new Date());
    if (!done.ok && done.reason === 'password-personal') {
      return { refused: { password: done.reason } };
    }
    if (!done.ok) return { refused: {}, form: done.reason };
    await rememberEmail(done.value);
    return { redirectTo: `${paths.signIn}?reset` };
  },
});

/** Sets another password by the link of a letter, and leads to sign in with it. */
export async function submitReset(state: FormState, form: FormData): Promise<FormState> {
  return set(state, form);
}
