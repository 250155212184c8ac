'use server';

import { action } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { revisePreferences } from '@/lib/account/mutations';
import { preferencesForm } from '@/lib/account/schema';
import { paths, withQuery } from '@/lib/paths';

const save = action({
  schema: preferencesForm,
  async run(viewer, preferences) {
    await revisePreferences(viewer, preferences);
    return { redirectTo: withQuery(paths.settings, { saved: 'yes' }) };
  },
});

/** Changes the language and the zone of the account. */
export async function savePreferences(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
