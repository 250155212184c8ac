'use server';

import { uuidv7 } from 'uuidv7';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import type { Viewer } from '@/lib/auth/viewer';
import { monthOf, today } from '@/lib/calendar';
import type { Locale } from '@/lib/locale';
import { getMilestone } from '@/lib/milestone/data';
import { logMilestone } from '@/lib/milestone/mutations';
import { paths, withQuery } from '@/lib/paths';
import { getSums } from '@/lib/progress/data';
import { listStreams } from '@/lib/stream/data';
import {
  closeStream,
  createStream,
  mergeStreams,
  reopenStream,
  reviseStream,
  type StreamDraft,
} from '@/lib/stream/mutations';
import { draftOf, isSameProposal, type Proposal, proposals } from '@/lib/stream/recurring.rules';
import { proposalForm } from '@/lib/stream/recurring.schema';
import { mergeForm, newStreamForm, oneStream, streamForm } from '@/lib/stream/schema';
import { refuseMergeLeaks, refuseStreamLeaks } from './_leaks';

const create = action({
  schema: (viewer: Viewer) => newStreamForm(viewer.locale),
  async run(viewer, { id, ...form }): Promise<Ending> {
    const draft = draftFrom(form);
    const made = await createStream(viewer, id, draft);
    if (made.ok) return { redirectTo: withQuery(paths.streams, { now: 'made' }) };
    if (made.reason === 'stream-name-taken') return nameTaken(draft, viewer.locale);
    // The next try shall be another stream, if it is tried.
    const values = made.reason === 'stream-already-saved' ? { id: uuidv7() } : undefined;
    return { refused: {}, form: made.reason, values };
  },
});

/** Adds a stream. */
export async function addStream(state: FormState, form: FormData): Promise<FormState> {
  return create(state, form);
}

const revise = action({
  schema: (viewer: Viewer) => streamForm(viewer.locale),
  async run(viewer, { id, version, leakAccepted, ...form }): Promise<Ending> {
    const draft = draftFrom(form);
    const { nameJa, nameEn } = form;
    const leaks = await refuseStreamLeaks(viewer, id, { nameJa, nameEn }, leakAccepted);
    if (leaks) return leaks;
    const saved = await reviseStream(viewer, id, version, draft);
    if (saved.ok) return { redirectTo: withQuery(paths.stream(id), { now: 'saved' }) };
    if (saved.reason === 'stream-name-taken') return nameTaken(draft, viewer.locale);
    return { refused: {}, form: saved.reason };
  },
});

/** Changes a stream's names and origin, from the version its form was drawn from. */
export async function saveStream(state: FormState, form: FormData): Promise<FormState> {
  return revise(state, form);
}

function draftFrom(form: {
  nameJa: string | null;
  nameEn: string | null;
  origin: StreamDraft['origin'];
}): StreamDraft {
  return { name: { ja: form.nameJa, en: form.nameEn }, origin: form.origin };
}

/** Beside the name in the person's own language, or the only one there is. */
function nameTaken({ name }: StreamDraft, locale: Locale): Ending {
  const language = name[locale] === null ? (locale === 'ja' ? 'en' : 'ja') : locale;
  return { refused: { [language === 'ja' ? 'nameJa' : 'nameEn']: 'stream-name-taken' } };
}

const close = action({
  schema: oneStream,
  async run(viewer, { id }): Promise<Ending> {
    const closed = await closeStream(viewer, id, new Date());
    return { redirectTo: closed.ok ? nowAt(id, 'closed') : paths.streams };
  },
});

/** Offers a stream no more. */
export async function closeOneStream(form: FormData): Promise<void> {
  await close(emptyForm, form);
}

const reopen = action({
  schema: oneStream,
  async run(viewer, { id }): Promise<Ending> {
    const reopened = await reopenStream(viewer, id);
    return { redirectTo: reopened.ok ? nowAt(id, 'reopened') : paths.streams };
  },
});

/** Offers it again. */
export async function reopenOneStream(form: FormData): Promise<void> {
  await reopen(emptyForm, form);
}

function nowAt(id: string, now: string): string {
  return withQuery(paths.stream(id), { now });
}

const merge = action({
  schema: mergeForm,
  async run(viewer, { id, into, leakAccepted }): Promise<Ending> {
    const leaks = await refuseMergeLeaks(viewer, id, into, leakAccepted);
    if (leaks) return leaks;
    const merged = await mergeStreams(viewer, id, into);
    if (merged.ok) return { redirectTo: nowAt(into, 'merged') };
    return merged.reason === 'missing'
      ? { refused: {}, form: 'missing' }
      : { refused: { into: merged.reason } };
  },
});

/** Moves everything to another stream and deletes the emptied one. */
export async function mergeIntoStream(state: FormState, form: FormData): Promise<FormState> {
  return merge(state, form);
}

const confirm = action({
  schema: proposalForm,
  async run(viewer, { id, at, proposal }): Promise<Ending> {
    const now = new Date();
    const saved = { redirectTo: withQuery(paths[at], { saved: id }) };
    const refused = (why: string) => ({ redirectTo: withQuery(paths[at], { now: why }) });
    const stream = await streamProposing(viewer, proposal, now);
    // Pressed twice: the first press has made it.
    if (!stream) return (await getMilestone(viewer, id)) ? saved : refused('gone');
    const draft = draftOf(proposal, stream.name);
    const logged = await logMilestone(viewer, id, draft, stream.id, now);
    if (logged.ok) return saved;
    return refused(logged.reason === 'too-many-milestones' ? 'full' : 'gone');
  },
});

/** Logs what a stream brings every month, as it was shown. */
export async function confirmProposal(form: FormData): Promise<void> {
  await confirm(emptyForm, form);
}

/** The stream that still proposes exactly this; undefined where it does not any more. */
async function streamProposing(viewer: Viewer, proposal: Proposal, now: Date) {
  const [sums, streams] = await Promise.all([getSums(viewer), listStreams(viewer)]);
  const due = proposals(sums.milestones, streams, monthOf(today(viewer.zone, now)));
  if (!due.some((one) => isSameProposal(one, proposal))) return undefined;
  return streams.find(({ id }) => id === proposal.streamId);
}
