'use server';

import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { paths, withQuery } from '@/lib/paths';
import { publish, retract, reviseProfile } from '@/lib/record/mutations';
import { profileForm } from '@/lib/record/schema';

const save = action({
  schema: profileForm,
  async run(
    viewer,
    { version, headlineJa, headlineEn, aboutJa, aboutEn, ...names },
  ): Promise<Ending> {
    const saved = await reviseProfile(viewer, version, {
      ...names,
      headline: { ja: headlineJa, en: headlineEn },
      about: { ja: aboutJa, en: aboutEn },
    });
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

const nothing = z.strictObject({});

const open = action({
  schema: nothing,
  async run(viewer): Promise<Ending> {
    await publish(viewer, new Date());
    return { redirectTo: withQuery(paths.record, { now: 'published' }) };
  },
});

/** Opens the record to everyone. */
export async function publishRecord(form: FormData): Promise<void> {
  await open(emptyForm, form);
}

const close = action({
  schema: nothing,
  async run(viewer): Promise<Ending> {
    await retract(viewer);
    return { redirectTo: withQuery(paths.record, { now: 'retracted' }) };
  },
});

/** Closes it again. */
export async function retractRecord(form: FormData): Promise<void> {
  await close(emptyForm, form);
}
