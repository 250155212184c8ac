'use server';

import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { paths, withQuery } from '@/lib/paths';
import { linksToCheck } from '@/lib/record/contact.rules';
import { countAskedAgain, getRecord, type OwnRecord } from '@/lib/record/data';
import { reviseShowing } from '@/lib/record/mutations';
import { showingForm } from '@/lib/record/schema';
import { madeSafe, type Showing } from '@/lib/record/showing.rules';
import { refuseLeaks } from '../../_leaks';
import { askToLook } from '../_look';

const save = action({
  schema: showingForm,
  async run(viewer, { version, showing, leakAccepted, lookedAt, askedAgain }): Promise<Ending> {
    const record = await getRecord(viewer);
    const leaks = await leaksOf(viewer, record, showing, leakAccepted);
    if (leaks) return leaks;
    const waiting = String(await countAskedAgain(viewer, showing));
    if (waiting !== '0' && waiting !== askedAgain) return askOverClients(waiting);
    const saved = await reviseShowing(viewer, version, showing, new Date(), lookedAt);
    if (saved.ok) return { redirectTo: withQuery(paths.recordDisclosure, { saved: 'yes' }) };
    if (saved.reason === 'stale') return { refused: {}, form: 'stale' };
    if (saved.reason === 'pen-name-needed') return { refused: { penName: saved.reason } };
    return askToLook(
      showing.checksLinks ? 'checksLinks' : 'isEmployerSafe',
      linksToCheck(contactOf(record), contactOf({ ...record, showing: madeSafe(showing) })),
    );
  },
});

function contactOf({ contactLinks, showing }: Pick<OwnRecord, 'contactLinks' | 'showing'>) {
  return { contactLinks, checksLinks: showing.checksLinks };
}

/** The name that will show: a pen name, or the display name that comes back with the mode off. */
async function leaksOf(viewer: Viewer, record: OwnRecord, showing: Showing, yes: string) {
  const { isEmployerSafe, penName } = showing;
  if (isEmployerSafe) return refuseLeaks(viewer, { penName }, yes);
  return record.showing.isEmployerSafe
    ? refuseLeaks(viewer, { isEmployerSafe: record.displayName }, yes)
    : null;
}

/** Says how many milestones would wait; a yes to so many is none to more. */
function askOverClients(count: string): Ending {
  return {
    refused: { disclosure: { reason: 'clients-asked-again', values: { count } } },
    form: 'ask-clients-again',
    values: { askedAgain: count },
  };
}

/** Changes how the record is shown. */
export async function saveShowing(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
