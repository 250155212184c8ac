'use server';

import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { milestoneId } from '@/lib/milestone/schema';
import { pinMilestone } from '@/lib/milestone/showing/mutations';
import { paths, withQuery } from '@/lib/paths';
import { askPermission, requirePermission } from '@/lib/permission/mutations';
import { askForm } from '@/lib/permission/schema';
import { refuseLeaks } from '../_leaks';

const back = (id: string, now: string): Ending => ({
  redirectTo: withQuery(paths.milestone(id), { now }),
});

const pin = action({
  schema: z.strictObject({ id: milestoneId, pinned: z.enum(['yes', 'no']) }),
  async run(viewer, { id, pinned }): Promise<Ending> {
    const isPinned = pinned === 'yes';
    const done = await pinMilestone(viewer, id, isPinned ? new Date() : null);
    return done.ok
      ? back(id, isPinned ? 'pinned' : 'unpinned')
      : { refused: {}, form: done.reason };
  },
});

/** Puts a milestone at the head of the record, or back among the others. */
export async function pinOne(state: FormState, form: FormData): Promise<FormState> {
  return pin(state, form);
}

const need = action({
  schema: z.strictObject({ id: milestoneId, needed: z.enum(['yes', 'no']) }),
  async run(viewer, { id, needed }): Promise<Ending> {
    const done = await requirePermission(viewer, id, needed === 'yes');
    return done.ok ? back(id, 'permission') : { redirectTo: paths.milestones };
  },
});

/** Notes that a milestone needs a client's say, or that it needs none. */
export async function needPermission(state: FormState, form: FormData): Promise<FormState> {
  return need(state, form);
}

const ask = action({
  schema: askForm,
  async run(viewer, { id, ...texts }): Promise<Ending> {
    const { anonymousTitleJa, anonymousTitleEn, anonymousStoryJa, anonymousStoryEn } = texts;
    const anonymous = {
      title: { ja: anonymousTitleJa, en: anonymousTitleEn },
      story: { ja: anonymousStoryJa, en: anonymousStoryEn },
    };
    // What is to name nobody names nobody that is kept out.
    const leaks = await refuseLeaks(viewer, texts);
    if (leaks) return { refused: leaks.refused };
    const asked = await askPermission(viewer, id, anonymous, new Date());
    if (asked.ok) return back(id, 'asked');
    return asked.reason === 'missing'
      ? { refused: {}, form: 'missing' }
      : { refused: { [`anonymousTitle${viewer.locale === 'ja' ? 'Ja' : 'En'}`]: asked.reason } };
  },
});

/** Makes the link that asks a client for permission, and holds the milestone back until they agree. */
export async function askClient(state: FormState, form: FormData): Promise<FormState> {
  return ask(state, form);
}
