'use server';

import { uuidv7 } from 'uuidv7';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import type { Capture } from '@/lib/capture/schema';
import { captureForm } from '@/lib/capture/schema';
import { logEffort } from '@/lib/effort/mutations';
import { logMilestone } from '@/lib/milestone/mutations';
import { paths, withQuery } from '@/lib/paths';
import { openSkill } from '@/lib/skill/mutations';
import { openStream } from '@/lib/stream/mutations';
import { refuseLeaksOf } from '../_leaks';

type Of<Part extends string> = Extract<Capture, Record<Part, unknown>>;

const save = action({
  schema: (viewer: Viewer) => captureForm(today(viewer.zone, new Date()), viewer.zone),
  async run(viewer, capture): Promise<Ending> {
    return 'milestone' in capture ? saveMilestone(viewer, capture) : saveEffort(viewer, capture);
  },
});

async function saveMilestone(viewer: Viewer, capture: Of<'milestone'>): Promise<Ending> {
  const { id, language, milestone } = capture;
  const leaks = await refuseLeaksOf(viewer, milestone);
  // One line has no room for the yes that the full form asks for.
  if (leaks) return { refused: leaks.refused, form: 'leaks-here' };
  const name = milestone.streamName;
  const stream = name === null ? null : await openStream(viewer, name, language);
  if (stream && !stream.ok) return { refused: { stream: stream.reason } };
  const saved = await logMilestone(viewer, id, milestone, stream?.value ?? null, new Date());
  if (saved.ok) return { redirectTo: withQuery(paths.milestones, { saved: id }) };
  // Merged away a moment ago: the next try opens it anew.
  if (saved.reason === 'stream-missing') return { refused: {}, form: 'try-again' };
  return { refused: {}, form: saved.reason, values: another(saved.reason) };
}

async function saveEffort(viewer: Viewer, capture: Of<'effort'>): Promise<Ending> {
  const { id, language, effort, subject } = capture;
  const open = subject?.kind === 'stream' ? openStream : openSkill;
  const opened = subject && (await open(viewer, subject.name, language));
  if (opened && !opened.ok) return { refused: { subject: opened.reason } };
  const subjectId = opened?.value ?? null;
  const ids = {
    streamId: subject?.kind === 'stream' ? subjectId : null,
    skillId: subject?.kind === 'skill' ? subjectId : null,
  };
  const saved = await logEffort(viewer, id, { ...effort, ...ids }, new Date());
  if (saved.ok) return { redirectTo: withQuery(paths.effort, { saved: id }) };
  if (saved.reason === 'day-full') return { refused: { hours: 'day-full' } };
  if (saved.reason === 'missing') return { refused: {}, form: 'try-again' };
  const form = saved.reason === 'already-saved' ? 'effort-already-saved' : saved.reason;
  return { refused: {}, form, values: another(saved.reason) };
}

/** The next try shall be another one, if it is tried. */
function another(reason: string): { id: string } | undefined {
  return reason === 'already-saved' ? { id: uuidv7() } : undefined;
}

/** Saves what a captured line became: a milestone, or time with the skill or stream it names. */
export async function saveCapture(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}
