'use server';

import { action } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { chooseMail } from '@/lib/mail/choice/mutations';
import { choiceForm } from '@/lib/mail/choice/schema';
import { paths, withQuery } from '@/lib/paths';

const choose = action({
  schema: choiceForm,
  async run(viewer, choice) {
    await chooseMail(viewer, choice);
    return { redirectTo: `${withQuery(paths.settings, { letters: 'saved' })}#letters` };
  },
});

/** Chooses which letters and notices come. */
export async function saveLetters(state: FormState, form: FormData): Promise<FormState> {
  return choose(state, form);
}
