'use server';

import { createReadStream } from 'node:fs';
import { headers } from 'next/headers';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { whenceOf } from '@/app/_server/whence';
import { listImports } from '@/lib/import/data';
import { applyForm, oneImport } from '@/lib/import/mapping.schema';
import { applyImport, undoImport } from '@/lib/import/mutations';
import { findForms, unsaidIn } from '@/lib/import/reading';
import { openSheet } from '@/lib/import/sheet';
import { paths, withQuery } from '@/lib/paths';
import { openUpload } from '@/lib/upload/data';
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
    if (upload?.kind !== 'csv') {
      // The button was pressed twice, and the first time did it.
      const isDone = (await listImports(viewer)).some((one) => one.id === id);
      return isDone ? done(id) : { refused: {}, form: 'upload-gone' };
    }
    const sheet = await openSheet(() => createReadStream(upload.file));
    if (!sheet.ok) return malformed;
    const forms = await findForms(sheet.value, mapping);
    // The page shows the button where none of this is so.
    if (!forms.ok || unsaidIn(mapping, forms.value).length > 0) return malformed;
    const reading = { mapping, forms: forms.value };
    const whence = whenceOf(await headers());
    const applied = await applyImport(viewer, upload, sheet.value, reading, whence, now);
    if (applied.ok) {
      await dropUpload(viewer, id);
      return done(id);
    }
    return 'line' in applied ? malformed : { refused: {}, form: applied.reason };
  },
});

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
