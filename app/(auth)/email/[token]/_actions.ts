'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import { answerChangeWith } from '@/app/_server/email';
import type { FormState } from '@/app/_server/form-state';
import { answerForm } from '@/lib/account/email/schema';
import { paths, withQuery } from '@/lib/paths';

const answer = publicAction({
  schema: answerForm,
  async run(_, form): Promise<Ending> {
    const done = await answerChangeWith(form, await headers(), new Date());
    return done.ok
      ? { redirectTo: withQuery(paths.confirmEmail(form.token), { now: done.value }) }
      : { refused: {}, form: done.reason };
  },
});

/** One of the two addresses agrees to a change of e-mail, or objects. */
export async function submitAnswer(state: FormState, form: FormData): Promise<FormState> {
  return answer(state, form);
}
