'use server';

import { headers } from 'next/headers';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { whenceOf } from '@/app/_server/whence';
import type { Viewer } from '@/lib/auth/viewer';
import { listImports } from '@/lib/import/data';
import { applyForm, oneImport } from '@/lib/import/mapping.schema';
import { importTable, undoImport } from '@/lib/import/mutations';
import { paths, withQuery } from '@/lib/paths';
import { countTry } from '@/lib/throttle/mutations';
import { throttles } from '@/lib/throttle/rules';
import { openUpload, readUpload } from '@/lib/upload/data';
import { dropUpload } from '@/lib/upload/mutations';

const malformed: Ending = { refused: {}, form: 'form-malformed' };

const done = (id: string): Ending => ({
  redirectTo: `${withQuery(paths.data, { imported: id })}#import`,
});

const apply = action({
  schema: applyForm,
  async run(viewer, { upload: id, mapping }): Promise<Ending> {
    const now = new Date();
    const upload = await openUpload(viewer, id, now);
    if (upload?.kind !== 'csv') return gone(viewer, id);
    const tries = [{ limit: throttles.tables, subject: viewer.userId }];
    if (!(await countTry(tries, now))) return { refused: {}, form: 'too-many-tries' };
    const whence = whenceOf(await headers());
    const load = () => readUpload(upload);
    const imported = await importTable(viewer, upload, load, mapping, whence, now);
    if (imported.ok) {
      await dropUpload(viewer, id);
      return done(id);
    }
    if (imported.reason === 'upload-gone') return gone(viewer, id);
    // The page shows the button where none of this is so.
    if ('line' in imported || imported.reason === 'unsaid') return malformed;
    return { refused: {}, form: imported.reason };
  },
});

/** A file that is no longer there may have come in: the button was pressed twice. */
async function gone(viewer: Viewer, id: string): Promise<Ending> {
  const isDone = (await listImports(viewer)).some((one) => one.id === id);
  return isDone ? done(id) : { refused: {}, form: 'upload-gone' };
}

/** Logs what a file that waits has, as it was looked at. */
export async function applyCsv(state: FormState, form: FormData): Promise<FormState> {
  return apply(state, form);
}

const undo = action({
  schema: oneImport,
  async run(viewer, { id }): Promise<Ending> {
    const undone = await undoImport(viewer, id, whenceOf(await headers()), new Date());
    return undone.ok
      ? { redirectTo: `${withQuery(paths.data, { undone: id })}#import` }
      : { refused: {}, form: undone.reason };
  },
});

/** Takes back what came in with one file. */
export async function undoCsv(state: FormState, form: FormData): Promise<FormState> {
  return undo(state, form);
}
