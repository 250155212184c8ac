'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import {
  openAudience,
  recordCount,
  removeAudience,
  removeCount,
  renameAudience,
} from '@/lib/audience/mutations';
import {
  countForm,
  countTodayForm,
  oneAudience,
  oneCount,
  openAudienceForm,
  renameAudienceForm,
} from '@/lib/audience/schema';
import { today } from '@/lib/calendar';
import { paths, withQuery } from '@/lib/paths';

const add = action({
  schema: openAudienceForm,
  async run(viewer, { name }): Promise<Ending> {
    const opened = await openAudience(viewer, name);
    if (!opened.ok) return { refused: { name: opened.reason } };
    return { redirectTo: withQuery(paths.audience, { opened: opened.value }) };
  },
});

/** Adds an account by its name; one that is there already is shown. */
export async function addAudience(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

const countToday = action({
  schema: countTodayForm,
  async run(viewer, { id, followers }): Promise<Ending> {
    const now = new Date();
    const day = today(viewer.zone, now);
    const recorded = await recordCount(viewer, id, day, followers, now);
    if (!recorded.ok) return { refused: {}, form: recorded.reason };
    return {
      redirectTo: withQuery(paths.audience, {
        recorded: id,
        day,
        before: recorded.value.before?.toString(),
      }),
    };
  },
});

/** Records how many there are today, from the list. */
export async function saveCountToday(state: FormState, form: FormData): Promise<FormState> {
  return countToday(state, form);
}

const countOn = action({
  schema: countForm,
  async run(viewer, { id, day, followers }): Promise<Ending> {
    const recorded = await recordCount(viewer, id, day, followers, new Date());
    if (recorded.ok) {
      const before = recorded.value.before?.toString();
      return { redirectTo: withQuery(paths.oneAudience(id), { recorded: id, day, before }) };
    }
    return recorded.reason === 'date-in-future'
      ? { refused: { day: recorded.reason } }
      : { refused: {}, form: recorded.reason };
  },
});

/** Records how many there were on a day. */
export async function saveCount(state: FormState, form: FormData): Promise<FormState> {
  return countOn(state, form);
}

const uncount = action({
  schema: oneCount,
  async run(viewer, { id, day }): Promise<Ending> {
    const removed = await removeCount(viewer, id, day);
    const now = removed.ok ? 'uncounted' : undefined;
    return { redirectTo: withQuery(paths.oneAudience(id), { now }) };
  },
});

/** Removes the count of one day. */
export async function dropCount(form: FormData): Promise<void> {
  await uncount(emptyForm, form);
}

const rename = action({
  schema: renameAudienceForm,
  async run(viewer, { id, version, name }): Promise<Ending> {
    const renamed = await renameAudience(viewer, id, version, name);
    if (renamed.ok) return { redirectTo: withQuery(paths.oneAudience(id), { now: 'saved' }) };
    return renamed.reason === 'audience-name-taken'
      ? { refused: { name: renamed.reason } }
      : { refused: {}, form: renamed.reason };
  },
});

/** Renames an account, from the version its form was drawn with. */
export async function saveAudience(state: FormState, form: FormData): Promise<FormState> {
  return rename(state, form);
}

const remove = action({
  schema: oneAudience,
  async run(viewer, { id }): Promise<Ending> {
    const removed = await removeAudience(viewer, id);
    if (removed.ok) return { redirectTo: withQuery(paths.audience, { now: 'removed' }) };
    return { refused: {}, form: removed.reason };
  },
});

/** Removes an account with its counts. */
export async function dropAudience(state: FormState, form: FormData): Promise<FormState> {
  return remove(state, form);
}
