'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { usable } from '@/app/_server/known-step';
import { keepSession } from '@/app/_server/session';
import { beginSession } from '@/app/_server/sign-in';
import { invitationFor } from '@/app/_server/sign-up';
import { dropStep, stepSecret } from '@/app/_server/step';
import { findChallenge, takeChallenge } from '@/lib/account/challenge/mutations';
import { signUpByIdentity } from '@/lib/account/identity/mutations';
import { providerSignUpForm } from '@/lib/account/identity/schema';
import { safeNext } from '@/lib/auth/rules';
import { paths, withQuery } from '@/lib/paths';

const submit = publicAction({
  schema: providerSignUpForm,
  async run({ locale }, form): Promise<Ending> {
    const [now, asked, secret] = [new Date(), await headers(), await stepSecret()];
    const challenge = await findChallenge(secret, 'provider', now);
    const known = challenge && usable(challenge, 'sign-in', null);
    if (!known) return { redirectTo: withQuery(paths.signIn, { provider: 'stale' }) };
    const { claims, invite, next } = known;
    const { email } = claims;
    // The page says so, and has no form then.
    if (email === null) return { redirectTo: paths.providerSignUp };
    const may = await invitationFor(invite, asked, now);
    if (!may.ok) return { refused: {}, form: may.reason };
    const made = await signUpByIdentity(form, { ...claims, email }, locale, may.value, now);
    if (!made.ok) {
      const isOfHandle = made.reason === 'handle-taken';
      return isOfHandle ? { refused: { handle: made.reason } } : { refused: {}, form: made.reason };
    }
    await takeChallenge(secret, 'provider', now);
    await dropStep();
    await keepSession(await beginSession(made.value.userId, 'provider', asked, now));
    return { redirectTo: safeNext(next, paths.dashboard) };
  },
});

/** Makes an account for whom a provider vouches, and signs them in to it. */
export async function submitProviderSignUp(state: FormState, form: FormData): Promise<FormState> {
  return submit(state, form);
}
