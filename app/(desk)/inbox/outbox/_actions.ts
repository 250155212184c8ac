'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm } from '@/app/_server/form-state';
import { wakePost } from '@/app/_server/wake';
import { queueAgain } from '@/lib/mail/mutations';
import { queueAgainForm } from '@/lib/mail/schema';
import { paths, withQuery } from '@/lib/paths';

const again = action({
  schema: queueAgainForm,
  async run(viewer, { id }): Promise<Ending> {
    // Pressed twice, or sent meanwhile: the list says how it stands.
    const isQueued = await queueAgain(viewer, id, new Date());
    if (isQueued) wakePost();
    return { redirectTo: withQuery(paths.outbox, { now: isQueued ? 'queued' : undefined }) };
  },
});

/** Queues a letter anew that failed or was kept. */
export async function sendAgain(form: FormData): Promise<void> {
  await again(emptyForm, form);
}
