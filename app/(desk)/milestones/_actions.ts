'use server';

import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import {
  deleteMilestone,
  logMilestone,
  restoreMilestone,
  reviseMilestone,
} from '@/lib/milestone/mutations';
import type { MilestoneDraft } from '@/lib/milestone/rules';
import { milestoneForm } from '@/lib/milestone/schema';
import { paths, withQuery } from '@/lib/paths';
import { openStream } from '@/lib/stream/mutations';
import { refuseLeaksOf } from '../_leaks';

const formFor = (viewer: Viewer) => milestoneForm(today(viewer.zone, new Date()), viewer.zone);

const save = action({
  schema: formFor,
  async run(viewer, { id, version, language, draft, leakAccepted }): Promise<Ending> {
    const leaks = await refuseLeaksOf(viewer, draft, leakAccepted);
    if (leaks) return leaks;
    const stream = await streamOf(viewer, draft, language);
    if (!stream.ok) return { refused: { stream: stream.reason } };
    const now = new Date();
    const saved =
      version === undefined
        ? await logMilestone(viewer, id, draft, stream.value, now)
        : await reviseMilestone(viewer, id, version, draft, stream.value, now);
    if (saved.ok) return { redirectTo: withQuery(paths.milestones, { saved: id }) };
    // Merged away a moment ago: the next try opens it anew.
    if (saved.reason === 'stream-missing') return { refused: {}, form: 'try-again' };
    // The next try shall be another milestone, if it is tried.
    const values = saved.reason === 'already-saved' ? { id: uuidv7() } : undefined;
    return { refused: {}, form: saved.reason, values };
  },
});

async function streamOf(viewer: Viewer, draft: MilestoneDraft, language: Locale) {
  if (draft.streamName === null) return { ok: true, value: null } as const;
  return openStream(viewer, draft.streamName, language);
}

/** Logs a new milestone, or edits the version that its form was drawn from. */
export async function saveMilestone(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const one = z.strictObject({ id: z.uuid() });

const remove = action({
  schema: one,
  async run(viewer, { id }): Promise<Ending> {
    const deleted = await deleteMilestone(viewer, id, new Date());
    return {
      redirectTo: withQuery(paths.milestones, deleted.ok ? { deleted: id } : {}),
    };
  },
});

/** Deletes; the list it leads to offers to undo. */
export async function removeMilestone(form: FormData): Promise<void> {
  await remove(emptyForm, form);
}

const restore = action({
  schema: one,
  async run(viewer, { id }): Promise<Ending> {
    const restored = await restoreMilestone(viewer, id, new Date());
    return {
      redirectTo: withQuery(paths.milestones, restored.ok ? { restored: id } : {}),
    };
  },
});

/** Takes a deletion back. */
export async function undoRemoval(form: FormData): Promise<void> {
  await restore(emptyForm, form);
}
