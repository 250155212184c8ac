'use server';

import { action, type Ending } from '@/app/_server/action';
import { askVerificationOf } from '@/app/_server/email';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { withdrawChange } from '@/lib/account/email/change/mutations';
import { pressedForm } from '@/lib/account/email/schema';
import { paths, withQuery } from '@/lib/paths';

const ask = action({
  schema: pressedForm,
  async run(viewer): Promise<Ending> {
    await askVerificationOf(viewer, new Date());
    return { redirectTo: `${withQuery(paths.security, { email: 'sent' })}#email` };
  },
});

/** Sends another letter that verifies the e-mail. */
export async function sendVerification(state: FormState, form: FormData): Promise<FormState> {
  return ask(state, form);
}

const withdraw = action({
  schema: pressedForm,
  async run(viewer): Promise<Ending> {
    await withdrawChange(viewer);
    return { redirectTo: `${withQuery(paths.security, { email: 'withdrawn' })}#email` };
  },
});

/** Leaves the e-mail as it is. */
export async function stopChange(form: FormData): Promise<void> {
  await withdraw(emptyForm, form);
}
