import type { Viewer } from '../auth/viewer';
import { type Day, dateFromDay, startOfDay, today } from '../calendar';
import { asOwner, type Tx, takeTurn } from '../db';
import { limits } from '../limits';
import { ok, type Result, refuse } from '../result';
import type { Origin } from '../stream/rules';
import { hold, reindex, retally } from './row';
import { searchTextOf } from './search.rules';
import type { Outcome, Subject } from './state.rules';

/** Someone who came in another way than by the contact form, as their host tells it. */
export type HandEntry = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly subject: Subject;
  readonly note: string;
  /** The day they came. */
  readonly day: Day;
  readonly origin: Origin;
  readonly outcome: Outcome | null;
};

/**
 * Enters someone who came in another way, under the id the form was drawn with, so that a form sent
 * twice makes one. The same id with other facts is refused: neither may vanish.
 */
export async function addInquiry(
  viewer: Viewer,
  entry: HandEntry,
  now: Date,
): Promise<Result<null, 'inquiry-already-saved' | 'too-many-inquiries'>> {
  const ownerId = viewer.userId;
  const { id, name, email, subject, note, day, origin, outcome } = entry;
  const told = { arrival: 'hand', origin, name, email, subject, note, outcome } as const;
  return asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    const made = await tx.inquiry.findFirst({ where: { ownerId, id } });
    if (made) {
      const isSame = Object.entries(told).every(([key, value]) => made[key as 'name'] === value);
      return isSame ? ok(null) : refuse('inquiry-already-saved');
    }
    const had = await tx.inquiry.count({
      where: { ownerId, forgottenAt: null },
      take: limits.inquiries,
    });
    if (had >= limits.inquiries) return refuse('too-many-inquiries');
    await tx.inquiry.create({
      data: {
        ...told,
        ownerId,
        id,
        language: viewer.locale,
        // The hour of an earlier day is not known; today's keeps the order of entering.
        arrivedAt: day === today(viewer.zone, now) ? now : startOfDay(day, viewer.zone),
        openedAt: now,
        outcomeAt: outcome && now,
        searchText: searchTextOf({ name, email, message: '', note, nextStep: null }),
      },
    });
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** Notes that its owner has seen it. Nothing that is tallied changes, so nothing is reckoned anew. */
export async function openInquiry(viewer: Viewer, id: string, now: Date): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.inquiry.updateMany({
      where: { ownerId: viewer.userId, id, openedAt: null, forgottenAt: null },
      data: { openedAt: now },
    }),
  );
}

/** Notes that it was answered in another way. Answered twice, it keeps its first moment. */
export async function markAnswered(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return changing(viewer, id, (tx) =>
    tx.inquiry.updateMany({
      where: { ownerId, id, answeredAt: null, forgottenAt: null },
      data: { answeredAt: now },
    }),
  );
}

/** Closes it; closing what is closed keeps its first moment, from which its keeping is reckoned. */
export async function closeInquiry(
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return changing(viewer, id, (tx) =>
    tx.inquiry.updateMany({
      where: { ownerId, id, closedAt: null, forgottenAt: null },
      data: { closedAt: now },
    }),
  );
}

/** Takes it up again. */
export async function reopenInquiry(viewer: Viewer, id: string): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return changing(viewer, id, (tx) =>
    tx.inquiry.updateMany({ where: { ownerId, id, forgottenAt: null }, data: { closedAt: null } }),
  );
}

/** What its owner says of it: a note, what they will do next, and what the person came because of. */
export type FollowUp = {
  readonly origin: Origin;
  readonly note: string;
  readonly nextStep: string | null;
  readonly nextStepOn: Day | null;
};

/** Puts `followUp` in the place of version `version`. `stale`: another edit came first and stands. */
export async function reviseFollowUp(
  viewer: Viewer,
  id: string,
  version: number,
  { origin, note, nextStep, nextStepOn }: FollowUp,
): Promise<Result<null, 'missing' | 'stale'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } = await tx.inquiry.updateMany({
      where: { ownerId, id, version, forgottenAt: null },
      data: {
        origin,
        note,
        nextStep,
        nextStepOn: nextStepOn && dateFromDay(nextStepOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) {
      return refuse((await isThere(tx, ownerId, id)) ? 'stale' : 'missing');
    }
    await reindex(tx, ownerId, id);
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** Deletes it for good, with its replies and every letter about it, those not sent yet too. */
export async function deleteInquiry(viewer: Viewer, id: string): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    if (!(await hold(tx, ownerId, id))) return refuse('missing');
    const replies = await tx.reply.findMany({ where: { ownerId, inquiryId: id } });
    await tx.inquiry.deleteMany({ where: { ownerId, id } });
    const about = [`inquiry:${id}`, `copy:${id}`, ...replies.map((reply) => `reply:${reply.id}`)];
    await tx.mail.deleteMany({ where: { ownerId, occasion: { in: about } } });
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** `work` on one inquiry, which may find it as it should be; `missing` where there is none. */
async function changing(
  viewer: Viewer,
  id: string,
  work: (tx: Tx) => Promise<unknown>,
): Promise<Result<null, 'missing'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    await work(tx);
    if (!(await isThere(tx, ownerId, id))) return refuse('missing');
    await retally(tx, ownerId);
    return ok(null);
  });
}

/** What was forgotten is as missing as what never came: it cannot be changed any more. */
async function isThere(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  return (await tx.inquiry.count({ where: { ownerId, id, forgottenAt: null } })) > 0;
}
