/** A letter to be queued. */
export type MailDraft = {
  /** What it is for; its owner gets one of a kind, once: `inquiry:<id>`, `copy:<id>`, `reply:<id>`. */
  readonly occasion: string;
  readonly recipient: string;
  /** Who an answer goes to; null: to whoever runs this. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one press ends letters of its kind (RFC 8058); null: it is no such letter. */
  readonly unsubscribe: string | null;
};

/**
 * The row of a letter, to be written in the transaction that gives rise to it, with
 * `tx.mail.createMany({ data, skipDuplicates: true })`: either both are kept or neither is, and what
 * was queued for an occasion already stays as it is. A line's end in a header would begin another
 * one, so there it becomes a space.
 */
export function mailRow(ownerId: string, id: string, draft: MailDraft, now: Date) {
  const { occasion, recipient, replyTo, subject, text, html, unsubscribe } = draft;
  return {
    ownerId,
    id,
    occasion,
    recipient: oneLine(recipient),
    replyTo: replyTo && oneLine(replyTo),
    subject: oneLine(subject),
    text,
    html,
    unsubscribe: unsubscribe && oneLine(unsubscribe),
    createdAt: now,
    nextTryAt: now,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
