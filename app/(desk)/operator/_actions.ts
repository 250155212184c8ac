'use server';

import { releaseMail, suspensionMail } from '@/app/_mail/operator';
import type { Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { operatorAction } from '@/app/_server/operator';
import { jobOrigin } from '@/app/_server/post';
import { tellOwner } from '@/app/_server/tell';
import { findAccount } from '@/lib/operator/data';
import { releaseRecord, suspendRecord } from '@/lib/operator/mutations';
import { findAccountForm, releaseForm, suspendForm } from '@/lib/operator/schema';
import { paths, withQuery } from '@/lib/paths';

const find = operatorAction({
  schema: findAccountForm,
  async run(operator, { named }): Promise<Ending> {
    const account = await findAccount(operator, named);
    // By its id: an e-mail address would stand in histories and logs.
    return account
      ? { redirectTo: withQuery(paths.operator, { account }) }
      : { refused: { named: 'account-unknown' } };
  },
});

/** Finds the account of a handle or an e-mail. */
export async function findOneAccount(state: FormState, form: FormData): Promise<FormState> {
  return find(state, form);
}

const suspend = operatorAction({
  schema: suspendForm,
  async run(operator, { ownerId, words }): Promise<Ending> {
    const now = new Date();
    const done = await suspendRecord(operator, ownerId, words, now);
    if (!done.ok) return { refused: {}, form: done.reason };
    await tellOwner(ownerId, (to) => suspensionMail(to, words, jobOrigin()), now);
    return { redirectTo: withQuery(paths.operator, { account: ownerId, now: 'suspended' }) };
  },
});

/** Closes a record and keeps it closed, and tells its owner why. */
export async function suspendOne(state: FormState, form: FormData): Promise<FormState> {
  return suspend(state, form);
}

const release = operatorAction({
  schema: releaseForm,
  async run(operator, { ownerId }): Promise<Ending> {
    const now = new Date();
    const done = await releaseRecord(operator, ownerId, now);
    if (!done.ok) return { refused: {}, form: done.reason };
    await tellOwner(ownerId, (to) => releaseMail(to, jobOrigin()), now);
    return { redirectTo: withQuery(paths.operator, { account: ownerId, now: 'released' }) };
  },
});

/** Lets a record be published again, and tells its owner. */
export async function releaseOne(state: FormState, form: FormData): Promise<FormState> {
  return release(state, form);
}
