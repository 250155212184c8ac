'use server';

import { headers } from 'next/headers';
import { type Ending, freshAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { changePasswordOf } from '@/app/_server/recovery';
import { passwordForm } from '@/lib/account/password/schema';
import { paths, withQuery } from '@/lib/paths';

const change = freshAction({
  schema: passwordForm,
  secrets: ['current', 'password'],
  async run(viewer, form): Promise<Ending> {
    const changed = await changePasswordOf(viewer, form, await headers(), new Date());
    if (changed.ok) {
      return { redirectTo: `${withQuery(paths.security, { password: 'changed' })}#password` };
    }
    switch (changed.reason) {
      case 'password-wrong':
        return { refused: { current: changed.reason } };
      case 'password-personal':
        return { refused: { password: changed.reason } };
      default:
        return { refused: {}, form: changed.reason };
    }
  },
});

/** Changes the password, or sets the first one. */
export async function submitPassword(state: FormState, form: FormData): Promise<FormState> {
  return change(state, form);
}
