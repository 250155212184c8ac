'use server';

import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { paths, withQuery } from '@/lib/paths';
import { reviseShowing } from '@/lib/record/mutations';
import { showingForm } from '@/lib/record/schema';

const save = action({
  schema: showingForm,
  async run(viewer, { version, showing }): Promise<Ending> {
    const saved = await reviseShowing(viewer, version, showing, new Date());
    if (saved.ok) return { redirectTo: withQuery(paths.recordDisclosure, { saved: 'yes' }) };
    return saved.reason === 'stale'
      ? { refused: {}, form: 'stale' }
      : { refused: { penName: saved.reason } };
  },
});

/** Changes how the record is shown. */
export async function saveShowing(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
