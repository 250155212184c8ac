'use server';

import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { revisePreferences } from '@/lib/account/mutations';
import { preferencesForm } from '@/lib/account/schema';
import type { Viewer } from '@/lib/auth/viewer';
import { monthOf, today } from '@/lib/calendar';
import { paths, withQuery } from '@/lib/paths';
import { pauseMonth, resumeMonth, showStreak } from '@/lib/pause/mutations';
import { pauseForm, resumeForm, streakForm } from '@/lib/pause/schema';

const save = action({
  schema: preferencesForm,
  async run(viewer, preferences) {
    await revisePreferences(viewer, preferences);
    return { redirectTo: withQuery(paths.settings, { saved: 'yes' }) };
  },
});

/** Changes the language and the zone of the account. */
export async function savePreferences(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const show = action({
  schema: streakForm,
  async run(viewer, { shows }) {
    await showStreak(viewer, shows);
    return { redirectTo: withQuery(paths.settings, { streak: shows ? 'shown' : 'hidden' }) };
  },
});

/** Shows the months without a break on the dashboard, or hides them. */
export async function switchStreak(form: FormData): Promise<void> {
  await show(emptyForm, form);
}

const pause = action({
  schema: (viewer: Viewer) => pauseForm(monthOf(today(viewer.zone, new Date()))),
  async run(viewer, { month }): Promise<Ending> {
    const paused = await pauseMonth(viewer, month);
    return paused.ok
      ? { redirectTo: withQuery(paths.settings, { streak: 'paused' }) }
      : { refused: {}, form: paused.reason };
  },
});

/** Lets a month neither break the row nor count. */
export async function savePause(state: FormState, form: FormData): Promise<FormState> {
  return pause(state, form);
}

const resume = action({
  schema: resumeForm,
  async run(viewer, { month }) {
    await resumeMonth(viewer, month);
    return { redirectTo: withQuery(paths.settings, { streak: 'resumed' }) };
  },
});

/** Takes a pause back. */
export async function removePause(form: FormData): Promise<void> {
  await resume(emptyForm, form);
}
