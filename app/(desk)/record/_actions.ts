'use server';

import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { paths, withQuery } from '@/lib/paths';
import { getShowing } from '@/lib/record/data';
import { publish, retract, reviseProfile } from '@/lib/record/mutations';
import { profileForm } from '@/lib/record/schema';
import { readableAddress, refuseLeaks } from '../_leaks';
import { findLeaks } from './_leaks';

const save = action({
  schema: profileForm,
  async run(viewer, form): Promise<Ending> {
    const { version, headlineJa, headlineEn, aboutJa, aboutEn, leakAccepted, ...rest } = form;
    const { isEmployerSafe } = await getShowing(viewer);
    const leaks = leakAccepted
      ? null
      : await refuseLeaks(viewer, {
          // In the employer-safe mode the pen name shows, and this one nowhere.
          displayName: isEmployerSafe ? null : form.displayName,
          handle: form.handle,
          headlineJa,
          headlineEn,
          aboutJa,
          aboutEn,
          contactLinks: form.contactLinks.map(readableAddress).join('\n'),
        });
    if (leaks) return leaks;
    const profile = {
      ...rest,
      headline: { ja: headlineJa, en: headlineEn },
      about: { ja: aboutJa, en: aboutEn },
    };
    const saved = await reviseProfile(viewer, version, profile, new Date());
    if (saved.ok) return { redirectTo: withQuery(paths.record, { saved: 'yes' }) };
    return saved.reason === 'stale'
      ? { refused: {}, form: 'stale' }
      : { refused: { handle: saved.reason } };
  },
});

/** Changes what the record says of the person. */
export async function saveProfile(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const open = action({
  schema: z.strictObject({ leakAccepted: z.literal('yes').optional() }),
  async run(viewer, { leakAccepted }): Promise<Ending> {
    if (!leakAccepted && (await findLeaks(viewer)).length > 0) {
      return { redirectTo: withQuery(paths.recordSeen, { publish: 'leaks' }) };
    }
    await publish(viewer, new Date());
    return { redirectTo: withQuery(paths.record, { now: 'published' }) };
  },
});

/** Opens the record to everyone; over names that are kept out only with a yes to them. */
export async function publishRecord(form: FormData): Promise<void> {
  await open(emptyForm, form);
}

const close = action({
  schema: z.strictObject({}),
  async run(viewer): Promise<Ending> {
    await retract(viewer);
    return { redirectTo: withQuery(paths.record, { now: 'retracted' }) };
  },
});

/** Closes it again. */
export async function retractRecord(form: FormData): Promise<void> {
  await close(emptyForm, form);
}
