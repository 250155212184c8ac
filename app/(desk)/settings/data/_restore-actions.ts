'use server';

import { headers } from 'next/headers';
import { type Ending, freshAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { settling } from '@/app/_server/restored';
import { whenceOf } from '@/app/_server/whence';
import { paths, withQuery } from '@/lib/paths';
import { restoreAccount } from '@/lib/restore/mutations';
import { countOf } from '@/lib/restore/report.rules';
import { restoreForm } from '@/lib/restore/schema';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { openUpload, whileThere } from '@/lib/upload/data';
import { dropUpload } from '@/lib/upload/mutations';

const restore = freshAction({
  schema: restoreForm,
  async run(viewer, { upload: id, changed, staysOpen }): Promise<Ending> {
    const now = new Date();
    const upload = await openUpload(viewer, id, now);
    if (upload?.kind !== 'export') return { refused: {}, form: 'upload-gone' };
    const tries = [{ limit: throttles.restores, subject: viewer.userId }];
    if (!(await countTry(tries, now))) return { refused: {}, form: 'too-many-tries' };
    const takes = changed === 'take';
    const settle = settling(upload.name, whenceOf(await headers()), now);
    const tried = await whileThere(upload, (file) =>
      restoreAccount(viewer, file, { takes, staysOpen }, settle),
    );
    if (!tried.ok) return { refused: {}, form: tried.reason };
    const done = tried.value;
    if (!done.ok) {
      // The page told what would come of it, and of a file that cannot be restored it has no form.
      return { refused: {}, form: done.reason === 'busy' ? 'try-again' : 'changed-meanwhile' };
    }
    await dropUpload(viewer, id);
    const isClosed = done.value.changesWhatIsSeen && !staysOpen;
    const told = {
      restored: String(countOf(done.value, 'added')),
      taken: String(takes ? countOf(done.value, 'changed') : 0),
      closed: isClosed ? 'yes' : undefined,
    };
    return { redirectTo: `${withQuery(paths.data, told)}#restore` };
  },
});

/** Restores a file that waits, as it was looked at. */
export async function restoreExport(state: FormState, form: FormData): Promise<FormState> {
  return restore(state, form);
}
