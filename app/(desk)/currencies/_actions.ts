'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { chooseBase, enterRate, removeRate } from '@/lib/exchange/mutations';
import { baseForm, oneRate, rateForm } from '@/lib/exchange/schema';
import { paths, withQuery } from '@/lib/paths';

const choose = action({
  schema: baseForm,
  async run(viewer, { base }): Promise<Ending> {
    await chooseBase(viewer, base);
    return now(base ? 'based' : 'unbased');
  },
});

/** Chooses the currency that sums are converted to, or none. */
export async function saveBase(state: FormState, form: FormData): Promise<FormState> {
  return choose(state, form);
}

const enter = action({
  schema: (viewer: Viewer) => rateForm(today(viewer.zone, new Date())),
  async run(viewer, rate): Promise<Ending> {
    const entered = await enterRate(viewer, rate, new Date());
    if (!entered.ok) return { refused: {}, form: entered.reason };
    return now(entered.value.isReplaced ? 'replaced' : 'added');
  },
});

/** Enters a rate, or replaces the one of the same day. */
export async function saveRate(state: FormState, form: FormData): Promise<FormState> {
  return enter(state, form);
}

const remove = action({
  schema: oneRate,
  async run(viewer, rate): Promise<Ending> {
    const removed = await removeRate(viewer, rate);
    return removed.ok ? now('removed') : { redirectTo: paths.currencies };
  },
});

/** Removes a rate. */
export async function removeOneRate(form: FormData): Promise<void> {
  await remove(emptyForm, form);
}

function now(change: string): Ending {
  return { redirectTo: withQuery(paths.currencies, { now: change }) };
}
