'use server';

import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { reviseShowing } from '@/lib/record/mutations';
import { showingForm } from '@/lib/record/schema';
import type { Showing } from '@/lib/record/showing.rules';
import { refuseLeaks } from '../../_leaks';

const save = action({
  schema: showingForm,
  async run(viewer, { version, showing, leakAccepted }): Promise<Ending> {
    const leaks = leakAccepted ? null : await leaksOf(viewer, showing);
    if (leaks) return leaks;
    const saved = await reviseShowing(viewer, version, showing, new Date());
    if (saved.ok) return { redirectTo: withQuery(paths.recordDisclosure, { saved: 'yes' }) };
    return saved.reason === 'stale'
      ? { refused: {}, form: 'stale' }
      : { refused: { penName: saved.reason } };
  },
});

/** The name that will show: a pen name, or the display name that comes back with the mode off. */
async function leaksOf(viewer: Viewer, { isEmployerSafe, penName }: Showing) {
  if (isEmployerSafe) return refuseLeaks(viewer, { penName });
  const record = await getRecord(viewer);
  return record.showing.isEmployerSafe
    ? refuseLeaks(viewer, { isEmployerSafe: record.displayName })
    : null;
}

/** Changes how the record is shown. */
export async function saveShowing(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
