import type { Viewer } from '../../auth/viewer';
import { asOwner } from '../../db';
import { type MailDraft, mailRow } from '../../mail/rules';
import { ok, type Result, refuse } from '../../result';
import { hold, reindex, retally } from '../row';

/** An answer, under the id its form was drawn with, and the id of the letter that carries it. */
export type NewReply = {
  readonly id: string;
  readonly mailId: string;
  readonly inquiryId: string;
  readonly text: string;
};

/** Answers to one inquiry: nobody has proved that the address is theirs. */
const repliesAtMost = 10;

/**
 * Keeps an answer and queues the letter that carries it, both or neither; a form sent twice answers
 * once. Only who wrote by the form is written to: an address that was typed in by hand never asked for
 * it. `reply-already-saved`: that id carried another text.
 * `too-many-replies`: the rest is for one's own mail program.
 */
export async function sendReply(
  viewer: Viewer,
  { id, mailId, inquiryId, text }: NewReply,
  draft: MailDraft,
  now: Date,
): Promise<Result<null, 'missing' | 'no-address' | 'reply-already-saved' | 'too-many-replies'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const inquiry = await hold(tx, ownerId, inquiryId);
    if (!inquiry) return refuse('missing');
    if (inquiry.arrival !== 'form' || inquiry.email !== draft.recipient) {
      return refuse('no-address');
    }
    const { count } = await tx.reply.createMany({
      data: [{ ownerId, id, inquiryId, text, writtenAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const made = await tx.reply.findFirst({ where: { ownerId, id } });
      const isSame = made?.inquiryId === inquiryId && made.text === text;
      return isSame ? ok(null) : refuse('reply-already-saved');
    }
    // The inquiry is held, so no other answer comes between.
    if ((await tx.reply.count({ where: { ownerId, inquiryId } })) > repliesAtMost) {
      await tx.reply.deleteMany({ where: { ownerId, id } });
      return refuse('too-many-replies');
    }
    await tx.mail.createMany({
      data: [mailRow(ownerId, mailId, draft, now)],
      skipDuplicates: true,
    });
    await tx.inquiry.updateMany({
      where: { ownerId, id: inquiryId },
      data: { openedAt: inquiry.openedAt ?? now, answeredAt: inquiry.answeredAt ?? now },
    });
    await reindex(tx, ownerId, inquiryId);
    await retally(tx, ownerId);
    return ok(null);
  });
}
