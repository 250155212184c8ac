'use server';

import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import {
  closeGoal,
  deleteGoal,
  extendGoal,
  moveGoal,
  reopenGoal,
  reviseGoal,
  setGoal,
} from '@/lib/goal/mutations';
import type { GoalDraft } from '@/lib/goal/schema';
import { extendForm, goalForm } from '@/lib/goal/schema';
import { paths, withQuery } from '@/lib/paths';

const save = action({
  schema: (viewer: Viewer) => goalForm(today(viewer.zone, new Date())),
  async run(viewer, { id, version, draft }): Promise<Ending> {
    const now = new Date();
    if (version === undefined) return saveNew(viewer, id, draft, now);
    const revised = await reviseGoal(viewer, id, version, draft, now);
    return revised.ok ? savedAs(id) : { refused: {}, form: revised.reason };
  },
});

async function saveNew(viewer: Viewer, id: string, draft: GoalDraft, now: Date): Promise<Ending> {
  const saved = await setGoal(viewer, id, draft, now);
  if (saved.ok) return savedAs(id);
  const { reason } = saved;
  // The next try shall be another goal, if it is tried.
  if (reason === 'already-saved') {
    return { refused: {}, form: 'goal-already-saved', values: { id: uuidv7() } };
  }
  if (reason === 'too-many-goals') return { refused: {}, form: reason };
  return { refused: { [reason.slice(0, -'-missing'.length)]: reason } };
}

function savedAs(id: string): Ending {
  return { redirectTo: withQuery(paths.goals, { saved: id }) };
}

/** Sets a new goal, or edits the version that its form was drawn from. */
export async function saveGoal(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const extend = action({
  schema: (viewer: Viewer) => extendForm(today(viewer.zone, new Date())),
  async run(viewer, { id, version, dueOn }): Promise<Ending> {
    const extended = await extendGoal(viewer, id, version, dueOn, new Date());
    if (extended.ok) return { redirectTo: withQuery(paths.goals, { extended: id }) };
    return extended.reason === 'goal-not-later'
      ? { refused: { extendTo: extended.reason } }
      : { refused: {}, form: extended.reason };
  },
});

/** Puts an open goal's date off. */
export async function putOffGoal(state: FormState, form: FormData): Promise<FormState> {
  return extend(state, form);
}

const one = { id: z.uuid() };

const close = action({
  schema: z.strictObject({ ...one, outcome: z.enum(['met', 'dropped']) }),
  async run(viewer, { id, outcome }): Promise<Ending> {
    const closed = await closeGoal(viewer, id, outcome, new Date());
    if (closed.ok) return { redirectTo: withQuery(paths.goals, { closed: id }) };
    // Closed in another way meanwhile: its page says how.
    return { redirectTo: closed.reason === 'missing' ? paths.goals : paths.goal(id) };
  },
});

/** Closes a goal as met or dropped; the list it leads to offers to reopen it. */
export async function finishGoal(form: FormData): Promise<void> {
  await close(emptyForm, form);
}

const reopen = action({
  schema: z.strictObject(one),
  async run(viewer, { id }): Promise<Ending> {
    const opened = await reopenGoal(viewer, id, new Date());
    if (opened.ok) return { redirectTo: withQuery(paths.goals, { reopened: id }) };
    return {
      redirectTo: withQuery(paths.goals, {
        full: opened.reason === 'too-many-goals' ? 'yes' : undefined,
      }),
    };
  },
});

/** Opens a closed goal again. */
export async function takeUpGoal(form: FormData): Promise<void> {
  await reopen(emptyForm, form);
}

const move = action({
  schema: z.strictObject({ ...one, direction: z.enum(['up', 'down']) }),
  async run(viewer, { id, direction }): Promise<Ending> {
    const moved = await moveGoal(viewer, id, direction);
    if (!moved.ok) return { redirectTo: paths.goals };
    return { redirectTo: `${withQuery(paths.goals, { moved: id, direction })}#goal-${id}` };
  },
});

/** Moves a goal one place in the list. */
export async function orderGoal(form: FormData): Promise<void> {
  await move(emptyForm, form);
}

const remove = action({
  schema: z.strictObject(one),
  async run(viewer, { id }): Promise<Ending> {
    const deleted = await deleteGoal(viewer, id);
    return { redirectTo: withQuery(paths.goals, { deleted: deleted.ok ? 'yes' : undefined }) };
  },
});

/** Deletes a goal with its history, for good. */
export async function removeGoal(form: FormData): Promise<void> {
  await remove(emptyForm, form);
}
