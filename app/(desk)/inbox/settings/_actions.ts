'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { inquirySettingsForm, unblockForm } from '@/lib/inquiry/schema';
import { reviseInquirySettings, unblockSender } from '@/lib/inquiry/settings/mutations';
import { paths, withQuery } from '@/lib/paths';

const save = action({
  schema: inquirySettingsForm,
  async run(viewer, { version, ...settings }): Promise<Ending> {
    const saved = await reviseInquirySettings(viewer, version, settings);
    return saved.ok
      ? { redirectTo: withQuery(paths.inboxSettings, { saved: 'yes' }) }
      : { refused: {}, form: 'stale' };
  },
});

/** Changes who may write and how long that is kept. */
export async function saveInquirySettings(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const unblock = action({
  schema: unblockForm,
  async run(viewer, { email }): Promise<Ending> {
    await unblockSender(viewer, email);
    return { redirectTo: withQuery(paths.inboxSettings, { unblocked: 'yes' }) };
  },
});

/** Hears from a sender again. */
export async function unblockOne(form: FormData): Promise<void> {
  await unblock(emptyForm, form);
}
