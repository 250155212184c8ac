'use server';

import { headers } from 'next/headers';
import { type Ending, freshAction } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { usable } from '@/app/_server/known-step';
import { nameOf } from '@/app/_server/providers';
import { tellFactor } from '@/app/_server/second-factor';
import { dropStep, stepSecret } from '@/app/_server/step';
import { whenceOf } from '@/app/_server/whence';
import { takeChallenge } from '@/lib/account/challenge/mutations';
import { linkIdentity, unlinkIdentity } from '@/lib/account/identity/mutations';
import { linkForm, unlinkForm } from '@/lib/account/identity/schema';
import { paths, withQuery } from '@/lib/paths';

const link = freshAction({
  schema: linkForm,
  async run(viewer): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const challenge = await takeChallenge(await stepSecret(), 'provider', now);
    const known = challenge && usable(challenge, 'link', viewer.userId);
    await dropStep();
    if (!known) return { redirectTo: withQuery(paths.security, { provider: 'stale' }) };
    const linked = await linkIdentity(viewer, known.claims, whenceOf(asked), now);
    if (!linked.ok) return { refused: {}, form: linked.reason };
    const { provider, label } = known.claims;
    const news = { what: 'providerLinked', name: nameOf(provider) ?? provider, label } as const;
    await tellFactor(viewer.userId, news, asked, now);
    return { redirectTo: `${withQuery(paths.security, { provider: 'linked' })}#providers` };
  },
});

/** Lets the account elsewhere that this browser just came from sign in here. */
export async function linkKnown(state: FormState, form: FormData): Promise<FormState> {
  return link(state, form);
}

const unlink = freshAction({
  schema: unlinkForm,
  async run(viewer, { provider }): Promise<Ending> {
    const [asked, now] = [await headers(), new Date()];
    const unlinked = await unlinkIdentity(viewer, provider, whenceOf(asked), now);
    if (!unlinked.ok) return { refused: {}, form: unlinked.reason };
    if (unlinked.value !== null) {
      const name = nameOf(provider) ?? provider;
      const news = { what: 'providerUnlinked', name, label: unlinked.value } as const;
      await tellFactor(viewer.userId, news, asked, now);
    }
    return { redirectTo: `${withQuery(paths.security, { provider: 'unlinked' })}#providers` };
  },
});

/** Lets an account elsewhere sign in here no more. */
export async function unlinkProvider(state: FormState, form: FormData): Promise<FormState> {
  return unlink(state, form);
}
