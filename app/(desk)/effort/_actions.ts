'use server';

import { uuidv7 } from 'uuidv7';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState, type Reason } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { deleteEffort, logEffort, restoreEffort, reviseEffort } from '@/lib/effort/mutations';
import { effortForm, oneEffort, stopForm, tapForm } from '@/lib/effort/schema';
import { discardTimer, startTimer, stopTimer } from '@/lib/effort/timer/mutations';
import { paths, withQuery } from '@/lib/paths';
import { openSkill } from '@/lib/skill/mutations';

const here = (query: Record<string, string> = {}): Ending => ({
  redirectTo: withQuery(paths.effort, query),
});

/** `subject` and `already-saved` are said where they belong; anything else of the whole form. */
function refusal(reason: Exclude<Reason, 'summary'> | 'already-saved'): Ending {
  if (reason === 'already-saved') {
    // The next try shall be another entry, if it is tried.
    return { refused: {}, form: 'effort-already-saved', values: { id: uuidv7() } };
  }
  return { refused: {}, form: reason };
}

const tap = action({
  schema: tapForm,
  async run(viewer, { id, purpose, subject, minutes }): Promise<Ending> {
    const now = new Date();
    if (minutes === undefined) {
      const started = await startTimer(viewer, id, { purpose, ...subject }, now);
      if (started.ok) return here();
      // The page shows the one that runs, and how to stop it.
      return started.reason === 'timer-runs' ? here({ refused: 'timer-runs' }) : refusal('missing');
    }
    const spentOn = today(viewer.zone, now);
    const draft = { purpose, ...subject, minutes, spentOn, note: null };
    const logged = await logEffort(viewer, id, draft, now);
    return logged.ok ? here({ saved: id }) : refusal(logged.reason);
  },
});

/** Records minutes of today with one tap, or starts the timer. */
export async function spendTime(state: FormState, form: FormData): Promise<FormState> {
  return tap(state, form);
}

const save = action({
  schema: (viewer: Viewer) => effortForm(today(viewer.zone, new Date())),
  async run(viewer, { id, version, newSkill, subject, hours, date, ...rest }): Promise<Ending> {
    const skill = newSkill === null ? null : await openSkill(viewer, newSkill, viewer.locale);
    if (skill && !skill.ok) return { refused: { newSkill: skill.reason } };
    const ids = skill ? { streamId: null, skillId: skill.value } : subject;
    const draft = { ...rest, ...ids, minutes: hours, spentOn: date };
    const saved =
      version === undefined
        ? await logEffort(viewer, id, draft, new Date())
        : await reviseEffort(viewer, id, version, draft);
    if (saved.ok) return here({ saved: id });
    return saved.reason === 'day-full' ? { refused: { hours: 'day-full' } } : refusal(saved.reason);
  },
});

/** Logs time in full, or edits the version that its form was drawn from. */
export async function saveEffort(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const stop = action({
  schema: stopForm,
  async run(viewer, { id, hours }): Promise<Ending> {
    const stopped = await stopTimer(viewer, id, new Date(), hours);
    if (stopped.ok) return here({ saved: id });
    // Discarded elsewhere: the page shows that none runs.
    if (stopped.reason === 'missing') return here();
    return hours === null ? refusal(stopped.reason) : { refused: { hours: stopped.reason } };
  },
});

/** Stops the timer and records what it ran, or how long it is said to have been. */
export async function endTimer(state: FormState, form: FormData): Promise<FormState> {
  return stop(state, form);
}

const discard = action({
  schema: oneEffort,
  async run(viewer, { id }): Promise<Ending> {
    await discardTimer(viewer, id);
    return here();
  },
});

/** Takes the timer away and records nothing. */
export async function dropTimer(form: FormData): Promise<void> {
  await discard(emptyForm, form);
}

const remove = action({
  schema: oneEffort,
  async run(viewer, { id }): Promise<Ending> {
    const deleted = await deleteEffort(viewer, id, new Date());
    return here(deleted.ok ? { deleted: id } : {});
  },
});

/** Deletes; the page it leads to offers to undo. */
export async function removeEffort(form: FormData): Promise<void> {
  await remove(emptyForm, form);
}

const restore = action({
  schema: oneEffort,
  async run(viewer, { id }): Promise<Ending> {
    const restored = await restoreEffort(viewer, id, new Date());
    if (restored.ok) return here({ restored: id });
    return here(restored.reason === 'missing' ? {} : { refused: restored.reason });
  },
});

/** Takes a deletion back. */
export async function undoEffortRemoval(form: FormData): Promise<void> {
  await restore(emptyForm, form);
}
