'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { keepSession } from '@/app/_server/session';
import { signInWith } from '@/app/_server/sign-in';
import { keepStep } from '@/app/_server/step';
import { signInForm } from '@/lib/account/schema';
import { safeNext } from '@/lib/auth/rules';
import { paths, withQuery } from '@/lib/paths';
import { forgetEmail } from '../_remembered';

const submit = publicAction({
  schema: signInForm,
  secrets: ['password'],
  async run(_, form): Promise<Ending> {
    const signedIn = await signInWith(form, await headers(), new Date());
    if (!signedIn.ok) return { refused: {}, form: signedIn.reason };
    if ('step' in signedIn.value) {
      await keepStep(signedIn.value.step);
      return { redirectTo: withQuery(paths.secondFactor, { next: safeNext(form.next, '') }) };
    }
    await keepSession(signedIn.value.session);
    await forgetEmail();
    return { redirectTo: safeNext(form.next, paths.dashboard) };
  },
});

/** Signs in and leads to where the person was going. */
export async function submitSignIn(state: FormState, form: FormData): Promise<FormState> {
  return submit(state, form);
}
