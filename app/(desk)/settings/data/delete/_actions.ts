'use server';

import { cookies, headers } from 'next/headers';
import { deletionPlannedMail } from '@/app/_mail/closing';
import { action, type Ending, freshAction } from '@/app/_server/action';
import { purge } from '@/app/_server/closing';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { mayTell } from '@/app/_server/mailbox';
import { jobOrigin } from '@/app/_server/post';
import { wakePost } from '@/app/_server/wake';
import { whenceOf } from '@/app/_server/whence';
import { cancelDeletion, planDeletion } from '@/lib/account/closing/mutations';
import { closingForm, keepForm } from '@/lib/account/closing/schema';
import { sessionCookie } from '@/lib/auth/token';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';

const close = freshAction({
  schema: (viewer: Viewer) => closingForm(viewer.handle),
  async run(viewer, { when }): Promise<Ending> {
    const now = new Date();
    const whence = whenceOf(await headers());
    const happened = { whence, at: now, origin: jobOrigin() };
    const isWritten = when === 'later' && (await mayTell(viewer.userId, now));
    await planDeletion(
      viewer,
      {
        when,
        whence,
        letter: isWritten ? (to, at) => deletionPlannedMail(to, at, happened) : null,
      },
      now,
    );
    if (when === 'later') {
      wakePost();
      return { redirectTo: `${withQuery(paths.data, { deletion: 'planned' })}#delete` };
    }
    // Planned first, so that the record is closed and the post goes on with it if this process ends here.
    await purge(viewer.userId, now);
    const { name, options } = sessionCookie();
    (await cookies()).set(name, '', { ...options, maxAge: 0 });
    return { redirectTo: withQuery(paths.home, { deleted: 'yes' }) };
  },
});

/** Deletes the account, now or in 30 days. */
export async function closeAccount(state: FormState, form: FormData): Promise<FormState> {
  return close(state, form);
}

const keep = action({
  schema: keepForm,
  async run(viewer) {
    await cancelDeletion(viewer, whenceOf(await headers()), new Date());
    return { redirectTo: `${withQuery(paths.data, { deletion: 'cancelled' })}#delete` };
  },
});

/** Keeps an account that was to be deleted. */
export async function keepAccount(form: FormData): Promise<void> {
  await keep(emptyForm, form);
}
