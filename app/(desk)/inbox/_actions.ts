'use server';

import { uuidv7 } from 'uuidv7';
import { inquiryReplyMail } from '@/app/_mail/drafts';
import { action, type Ending } from '@/app/_server/action';
import type { FormState } from '@/app/_server/form-state';
import { hasMailServer, jobOrigin } from '@/app/_server/post';
import { wakePost } from '@/app/_server/wake';
import type { Viewer } from '@/lib/auth/viewer';
import { today } from '@/lib/calendar';
import { getInquiry } from '@/lib/inquiry/data';
import {
  followUpForm,
  handForm,
  incomeForm,
  oneInquiry,
  outcomeForm,
  replyForm,
} from '@/lib/inquiry/desk.schema';
import { incomeDraft } from '@/lib/inquiry/income.rules';
import {
  addInquiry,
  closeInquiry,
  deleteInquiry,
  markAnswered,
  reopenInquiry,
  reviseFollowUp,
} from '@/lib/inquiry/mutations';
import { claimIncome, setOutcome, settleIncome } from '@/lib/inquiry/outcome/mutations';
import { sendReply } from '@/lib/inquiry/reply/mutations';
import { reportInquiry } from '@/lib/inquiry/report/mutations';
import { blockSender } from '@/lib/inquiry/settings/mutations';
import { inLocale } from '@/lib/locale';
import { logMilestone } from '@/lib/milestone/mutations';
import { paths, withQuery } from '@/lib/paths';
import { getRecord } from '@/lib/record/data';
import { inquiryReportForm } from '@/lib/report/schema';
import type { Result } from '@/lib/result';
import { listStreams } from '@/lib/stream/data';
import { openStream } from '@/lib/stream/mutations';
import { countTry } from '@/lib/throttle/mutations';
import { mailboxOf, throttles } from '@/lib/throttle/rules';

/** Back to the inquiry, which says what has just happened. */
function back(id: string, now: string): Ending {
  return { redirectTo: withQuery(paths.inquiry(id), { now }) };
}

const add = action({
  schema: (viewer: Viewer) => handForm(today(viewer.zone, new Date())),
  async run(viewer, entry): Promise<Ending> {
    const added = await addInquiry(viewer, entry, new Date());
    if (added.ok) return back(entry.id, 'added');
    // The next try shall be another one, if it is tried.
    const values = added.reason === 'inquiry-already-saved' ? { id: uuidv7() } : undefined;
    return { refused: {}, form: added.reason, values };
  },
});

/** Enters someone who came in another way. */
export async function addByHand(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form);
}

const follow = action({
  schema: followUpForm,
  async run(viewer, { id, version, ...followUp }): Promise<Ending> {
    const saved = await reviseFollowUp(viewer, id, version, followUp);
    return saved.ok ? back(id, 'noted') : { refused: {}, form: saved.reason };
  },
});

/** Keeps note, next step and what somebody came because of. */
export async function saveFollowUp(state: FormState, form: FormData): Promise<FormState> {
  return follow(state, form);
}

const decide = action({
  schema: outcomeForm,
  async run(viewer, { id, version, outcome, amount, streamName }): Promise<Ending> {
    const stream = streamName ? await openStream(viewer, streamName, viewer.locale) : null;
    if (stream && !stream.ok) return { refused: { stream: stream.reason } };
    const became = { outcome, amount, streamId: stream?.value ?? null };
    const saved = await setOutcome(viewer, id, version, became, new Date());
    if (saved.ok) return back(id, 'outcome');
    // Merged away a moment ago: the next try opens it anew.
    return { refused: {}, form: saved.reason === 'stream-missing' ? 'try-again' : saved.reason };
  },
});

/** Keeps what became of it. */
export async function saveOutcome(state: FormState, form: FormData): Promise<FormState> {
  return decide(state, form);
}

const log = action({
  schema: incomeForm,
  async run(viewer, { id, incomeId: newId }): Promise<Ending> {
    const now = new Date();
    const claim = await claimIncome(viewer, id, newId, now);
    if (!claim.ok) return { refused: {}, form: claim.reason };
    const { incomeId, isLogged, amount, streamId } = claim.value;
    if (isLogged) return back(id, 'logged');
    const stream = (await listStreams(viewer)).find((one) => one.id === streamId);
    const draft = incomeDraft({
      amount,
      streamName: (stream && inLocale(stream.name, viewer.locale)) ?? '',
      day: today(viewer.zone, now),
      language: viewer.locale,
    });
    const logged = await logMilestone(viewer, incomeId, draft, streamId, now);
    await settleIncome(viewer, id, incomeId);
    // Saved already: another press came first, at the end of a day or with another amount.
    if (logged.ok || logged.reason === 'already-saved') return back(id, 'logged');
    return { refused: {}, form: logged.reason };
  },
});

/** Logs work agreed as income: one, however often it is pressed. */
export async function logIncome(state: FormState, form: FormData): Promise<FormState> {
  return log(state, form);
}

const answer = action({
  schema: replyForm,
  async run(viewer, { id, replyId, text }): Promise<Ending> {
    const [found, record] = await Promise.all([getInquiry(viewer, id), getRecord(viewer)]);
    if (!found) return { refused: {}, form: 'missing' };
    const { email, language, message } = found.inquiry;
    if (email === null || !hasMailServer()) return { refused: {}, form: 'no-address' };
    const now = new Date();
    // Through somebody else's mail server: nobody shall make a mill of it.
    const own = { limit: throttles.replies, subject: viewer.userId };
    if (!(await countTry([own], now))) {
      return { refused: {}, form: 'too-many-tries' };
    }
    // Nor a cannon of it, with many accounts at one address.
    const theirs = { limit: throttles.mailTo, subject: mailboxOf(email) };
    if (!(await countTry([theirs], now))) return { refused: {}, form: 'too-many-replies' };
    const { penName, isEmployerSafe } = record.showing;
    const draft = inquiryReplyMail(language, {
      replyId,
      recipient: email,
      recordName: (isEmployerSafe && penName) || record.displayName,
      contactUrl: jobOrigin() + paths.publicContact(record.handle),
      text,
      quoted: message,
    });
    const reply = { id: replyId, mailId: uuidv7(), inquiryId: id, text };
    const sent = await sendReply(viewer, reply, draft, now);
    if (sent.ok) {
      wakePost();
      return back(id, 'sent');
    }
    const values = sent.reason === 'reply-already-saved' ? { replyId: uuidv7() } : undefined;
    return { refused: {}, form: sent.reason, values };
  },
});

/** Answers by mail from the app. */
export async function sendAnswer(state: FormState, form: FormData): Promise<FormState> {
  return answer(state, form);
}

/** A button about one inquiry. */
function button(
  run: (viewer: Viewer, id: string, now: Date) => Promise<Result<null, 'missing'>>,
  then: string,
) {
  return action({
    schema: oneInquiry,
    async run(viewer, { id }): Promise<Ending> {
      const done = await run(viewer, id, new Date());
      return done.ok ? back(id, then) : { refused: {}, form: 'missing' };
    },
  });
}

const mark = button(markAnswered, 'answered');
const close = button(closeInquiry, 'closed');
const reopen = button((viewer, id) => reopenInquiry(viewer, id), 'reopened');

/** Notes that it was answered by one's own mail program. */
export async function markOne(state: FormState, form: FormData): Promise<FormState> {
  return mark(state, form);
}

/** Closes it. */
export async function closeOne(state: FormState, form: FormData): Promise<FormState> {
  return close(state, form);
}

/** Takes it up again. */
export async function reopenOne(state: FormState, form: FormData): Promise<FormState> {
  return reopen(state, form);
}

const remove = action({
  schema: oneInquiry,
  async run(viewer, { id }): Promise<Ending> {
    const deleted = await deleteInquiry(viewer, id);
    return { redirectTo: withQuery(paths.inbox, deleted.ok ? { now: 'deleted' } : {}) };
  },
});

/** Deletes it for good. */
export async function removeOne(state: FormState, form: FormData): Promise<FormState> {
  return remove(state, form);
}

const block = action({
  schema: oneInquiry,
  async run(viewer, { id }): Promise<Ending> {
    const found = await getInquiry(viewer, id);
    if (!found) return { refused: {}, form: 'missing' };
    if (found.inquiry.email === null) return { refused: {}, form: 'no-address' };
    const blocked = await blockSender(viewer, found.inquiry.email, new Date());
    return blocked.ok ? back(id, 'blocked') : { refused: {}, form: blocked.reason };
  },
});

/** Hears from its sender no more. */
export async function blockOne(state: FormState, form: FormData): Promise<FormState> {
  return block(state, form);
}

const report = action({
  schema: inquiryReportForm,
  async run(viewer, { inquiryId, reason, text }): Promise<Ending> {
    const reported = await reportInquiry(viewer, inquiryId, reason, text, new Date());
    return reported.ok ? back(inquiryId, 'reported') : { refused: {}, form: reported.reason };
  },
});

/** Reports it to whoever runs this. */
export async function reportOne(state: FormState, form: FormData): Promise<FormState> {
  return report(state, form);
}
