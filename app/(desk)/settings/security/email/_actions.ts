'use server';

import { headers } from 'next/headers';
import { type Ending, freshAction } from '@/app/_server/action';
import { askEmailChangeOf } from '@/app/_server/email';
import type { FormState } from '@/app/_server/form-state';
import { emailChangeForm } from '@/lib/account/email/schema';
import { paths, withQuery } from '@/lib/paths';

const ask = freshAction({
  schema: emailChangeForm,
  async run(viewer, { email }): Promise<Ending> {
    const asked = await askEmailChangeOf(viewer, email, await headers(), new Date());
    if (asked.ok) return { redirectTo: `${withQuery(paths.security, { email: 'asked' })}#email` };
    return asked.reason === 'email-same'
      ? { refused: { email: asked.reason } }
      : { refused: {}, form: asked.reason };
  },
});

/** Asks both addresses whether the e-mail is to change, or the new one alone. */
export async function submitEmail(state: FormState, form: FormData): Promise<FormState> {
  return ask(state, form);
}
