'use server';

import { headers } from 'next/headers';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { originOf } from '@/app/_server/origin';
import { paths, withQuery } from '@/lib/paths';
import { fits } from '@/lib/share/count.rules';
import { getShare } from '@/lib/share/data';
import { draftText } from '@/lib/share/draft.rules';
import { deleteShare, makeShare, markSent, passOver, reviseShare } from '@/lib/share/mutations';
import { newShareForm, occasion, shareForm, shareId } from '@/lib/share/schema';
import { refuseLeaks } from '../_leaks';
import { standingOf } from './_standing';
import { subjectOf } from './_subject';

const make = action({
  schema: newShareForm,
  async run(viewer, share): Promise<Ending> {
    const { milestoneId, network, language } = share;
    const now = new Date();
    const { why } = (await standingOf(viewer, milestoneId, now)).why;
    // Held back by its owner or for a client: no draft of it leaves the house.
    if (why === 'private' || why === 'permission') return { refused: {}, form: 'not-public' };
    const subject = await subjectOf(viewer, share, language);
    if (!subject) return { refused: {}, form: milestoneId ? 'missing' : 'not-public' };
    const origin = originOf(await headers());
    const draft = (code: string) =>
      draftText(network, language, subject, origin + paths.shortShare(code));
    const made = await makeShare(viewer, share, draft, now);
    if (made.ok) return { redirectTo: paths.share(share.id) };
    if (made.reason !== 'already-saved') return { refused: {}, form: made.reason };
    // The next try shall be another share, if it is tried.
    return { refused: {}, form: 'share-already-saved', values: { id: uuidv7() } };
  },
});

/** Makes a share for one network, with a first draft of its text. */
export async function addShare(state: FormState, form: FormData): Promise<FormState> {
  return make(state, form);
}

const save = action({
  schema: shareForm,
  async run(viewer, { id, version, text, leakAccepted }): Promise<Ending> {
    const share = await getShare(viewer, id);
    if (!share) return { refused: {}, form: 'missing' };
    const url = originOf(await headers()) + paths.shortShare(share.code);
    if (!fits(share.network, text, url)) return { refused: { text: 'share-too-long' } };
    const leaks = await refuseLeaks(viewer, { text }, leakAccepted);
    if (leaks) return leaks;
    const saved = await reviseShare(viewer, id, version, text);
    return saved.ok
      ? { redirectTo: withQuery(paths.share(id), { now: 'saved' }) }
      : { refused: {}, form: saved.reason };
  },
});

/** Keeps the edited text of a share. */
export async function saveShare(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

const mark = action({
  schema: z.strictObject({ id: shareId, sent: z.enum(['yes', 'no']) }),
  async run(viewer, { id, sent }): Promise<Ending> {
    const done = await markSent(viewer, id, sent === 'yes' ? new Date() : null);
    return { redirectTo: done.ok ? withQuery(paths.share(id), { now: 'marked' }) : paths.shares };
  },
});

/** Notes that a share was sent, or that it was not. */
export async function markShare(form: FormData): Promise<void> {
  await mark(emptyForm, form);
}

const remove = action({
  schema: z.strictObject({ id: shareId }),
  async run(viewer, { id }): Promise<Ending> {
    const done = await deleteShare(viewer, id);
    return { redirectTo: withQuery(paths.shares, done.ok ? { now: 'removed' } : {}) };
  },
});

/** Takes a share away, and with it its short address. */
export async function removeShare(form: FormData): Promise<void> {
  await remove(emptyForm, form);
}

const pass = action({
  schema: z.strictObject({ occasion, passed: z.enum(['yes', 'no']) }),
  async run(viewer, { occasion: one, passed }): Promise<Ending> {
    await passOver(viewer, one, passed === 'yes' ? new Date() : null);
    return {
      redirectTo: withQuery(paths.publicise, passed === 'yes' ? { passed: one } : {}),
    };
  },
});

/** Takes an occasion out of the queue of what to publicise, or puts it back. */
export async function passOne(form: FormData): Promise<void> {
  await pass(emptyForm, form);
}
