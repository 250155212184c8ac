'use server';

import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { setKeptNames } from '@/lib/leak/mutations';
import { keptNamesForm } from '@/lib/leak/schema';
import { paths, withQuery } from '@/lib/paths';

const save = action({
  schema: keptNamesForm,
  async run(viewer, { names }): Promise<Ending> {
    await setKeptNames(viewer, names, new Date());
    return { redirectTo: withQuery(paths.recordNames, { saved: 'yes' }) };
  },
});

/** Puts the typed names in the place of those kept out before. */
export async function saveKeptNames(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
