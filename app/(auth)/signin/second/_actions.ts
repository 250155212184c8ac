'use server';

import { headers } from 'next/headers';
import { type Ending, publicAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { passSecond } from '@/app/_server/second-factor';
import { keepSession } from '@/app/_server/session';
import { dropStep, stepSecret } from '@/app/_server/step';
import { secondForm } from '@/lib/account/factor/schema';
import { safeNext } from '@/lib/auth/rules';
import { paths, withQuery } from '@/lib/paths';
import { forgetEmail } from '../../_remembered';

const pass = publicAction({
  schema: secondForm,
  secrets: ['code'],
  async run(_, { code, next }): Promise<Ending> {
    const passed = await passSecond(await stepSecret(), code, await headers(), new Date());
    if (!passed.ok && passed.reason === 'code-wrong') return { refused: { code: passed.reason } };
    if (!passed.ok && passed.reason === 'too-many-tries') {
      return { refused: {}, form: passed.reason };
    }
    await dropStep();
    if (!passed.ok) {
      const back = { expired: 'yes', next: safeNext(next, '') };
      return { redirectTo: withQuery(paths.signIn, back) };
    }
    await forgetEmail();
    await keepSession(passed.value);
    return { redirectTo: safeNext(next, paths.dashboard) };
  },
});

/** Takes the code of the second factor, and signs in. */
export async function submitSecond(state: FormState, form: FormData): Promise<FormState> {
  return pass(state, form);
}
