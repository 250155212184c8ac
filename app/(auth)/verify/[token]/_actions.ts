'use server';

import { headers } from 'next/headers';
import { action, type Ending } from '@/app/_server/action';
import { verifyWith } from '@/app/_server/email';
import type { FormState } from '@/app/_server/form-state';
import { tokenForm } from '@/lib/account/token/schema';
import { paths } from '@/lib/paths';

const verify = action({
  schema: tokenForm,
  async run(viewer, { token }): Promise<Ending> {
    const done = await verifyWith(viewer, token, await headers(), new Date());
    return done.ok
      ? { redirectTo: `${paths.verify(token)}?done` }
      : { refused: {}, form: done.reason };
  },
});

/** Notes that whoever is signed in reads the mailbox the letter went to. */
export async function submitVerify(state: FormState, form: FormData): Promise<FormState> {
  return verify(state, form);
}
