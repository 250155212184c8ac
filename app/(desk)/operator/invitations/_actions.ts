'use server';

import type { Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { operatorAction } from '@/app/_server/operator';
import { makeInvitation, revokeInvitation } from '@/lib/operator/invitation/mutations';
import { invitationForm, oneOfOwner } from '@/lib/operator/schema';
import { paths, withQuery } from '@/lib/paths';
import { rememberMade } from './_made';

const make = operatorAction({
  schema: invitationForm,
  async run(operator, { note }): Promise<Ending> {
    await rememberMade(await makeInvitation(operator, note, new Date()));
    return { redirectTo: withQuery(paths.operatorInvitations, { now: 'made' }) };
  },
});

/** Makes an invitation, whose link the page shows for a while. */
export async function makeOne(state: FormState, form: FormData): Promise<FormState> {
  return make(state, form);
}

const revoke = operatorAction({
  schema: oneOfOwner,
  async run(operator, invitation): Promise<Ending> {
    const done = await revokeInvitation(operator, invitation);
    return done.ok
      ? { redirectTo: withQuery(paths.operatorInvitations, { now: 'revoked' }) }
      : { refused: {}, form: done.reason };
  },
});

/** Takes an invitation back. */
export async function revokeOne(state: FormState, form: FormData): Promise<FormState> {
  return revoke(state, form);
}
