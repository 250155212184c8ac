'use server';

import { headers } from 'next/headers';
import { action, type Ending, freshAction } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { whenceOf } from '@/app/_server/whence';
import { endOtherSessions, endSession } from '@/lib/account/session/mutations';
import { endOthersForm, endSessionForm } from '@/lib/account/session/schema';
import { paths, withQuery } from '@/lib/paths';

const end = action({
  schema: endSessionForm,
  async run(viewer, { id }): Promise<Ending> {
    // One that ended by itself meanwhile has ended too.
    await endSession(viewer, id, whenceOf(await headers()), new Date());
    return { redirectTo: `${withQuery(paths.security, { ended: 'one' })}#sessions` };
  },
});

/** Signs one browser out. */
export async function endOneSession(form: FormData): Promise<void> {
  await end(emptyForm, form);
}

const endOthers = freshAction({
  schema: endOthersForm,
  async run(viewer): Promise<Ending> {
    await endOtherSessions(viewer, whenceOf(await headers()), new Date());
    return { redirectTo: `${withQuery(paths.security, { ended: 'others' })}#sessions` };
  },
});

/** Signs every other browser out. */
export async function endEveryOther(state: FormState, form: FormData): Promise<FormState> {
  return endOthers(state, form);
}
