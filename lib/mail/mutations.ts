import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import { lease, type MailDraft, mailRow, nextTry } from './rules';

/** A letter that this process tries to send, and nobody else while the lease lasts. */
export type Claimed = {
  readonly ownerId: string;
  readonly id: string;
  readonly occasion: string;
  readonly recipient: string;
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly unsubscribe: string | null;
  /** This one included. */
  readonly tries: number;
};

/** Queues a letter by itself; false where its occasion has one already. */
export async function queueMail(ownerId: string, draft: MailDraft, now: Date): Promise<boolean> {
  const row = mailRow(ownerId, uuidv7(), draft, now);
  const { count } = await asSystem((tx) =>
    tx.mail.createMany({ data: [row], skipDuplicates: true }),
  );
  return count > 0;
}

/**
 * Takes the letter that has been due longest. The moment of its next try is moved behind the lease by
 * the same statement, and rows that another process is taking are skipped: no two get one letter. A
 * process that dies leaves it to be taken again once the lease is over.
 */
export async function claimDue(now: Date): Promise<Claimed | null> {
  const until = new Date(now.getTime() + lease);
  const rows = await asSystem(
    (tx) => tx.$queryRaw<Claimed[]>`
      WITH due AS MATERIALIZED (
        SELECT owner_id, id FROM mail
        WHERE next_try_at <= ${now} AND sent_at IS NULL AND kept_at IS NULL AND failed_at IS NULL
        ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE mail m SET next_try_at = ${until}, tries = m.tries + 1
      FROM due WHERE m.owner_id = due.owner_id AND m.id = due.id
      RETURNING m.owner_id::text AS "ownerId", m.id::text AS id, m.occasion, m.recipient,
        m.reply_to AS "replyTo", m.subject, m.text, m.html, m.unsubscribe, m.tries`,
  );
  return rows[0] ?? null;
}

/** It is with the server. True whoever else holds it by now, so it takes no more tries. */
export async function noteSent({ ownerId, id }: Claimed, now: Date): Promise<void> {
  await asSystem((tx) =>
    tx.mail.updateMany({
      where: { ownerId, id, sentAt: null },
      data: { sentAt: now, keptAt: null, failedAt: null, error: null },
    }),
  );
}

/** There is no server: it stays here. */
export async function noteKept(mail: Claimed, now: Date): Promise<void> {
  await asSystem((tx) =>
    tx.mail.updateMany({ where: held(mail), data: { keptAt: now, error: null } }),
  );
}

/** The try failed: another is made later, or where that is in vain, none. */
export async function noteFailure(
  mail: Claimed,
  { error, isFinal }: { error: string; isFinal: boolean },
  now: Date,
): Promise<void> {
  const nextTryAt = isFinal ? null : nextTry(mail.tries, now);
  await asSystem((tx) =>
    tx.mail.updateMany({
      where: held(mail),
      data: nextTryAt ? { error, nextTryAt } : { error, failedAt: now },
    }),
  );
}

/** The letter while nobody took it from this try, nor ended it. */
function held({ ownerId, id, tries }: Claimed) {
  return { ownerId, id, tries, sentAt: null, keptAt: null, failedAt: null };
}

/** Queues a letter anew that failed or was kept; false where this person has none such. */
export async function queueAgain(viewer: Viewer, id: string, now: Date): Promise<boolean> {
  const { count } = await asOwner(viewer, (tx) =>
    tx.mail.updateMany({
      where: {
        ownerId: viewer.userId,
        id,
        OR: [{ failedAt: { not: null } }, { keptAt: { not: null } }],
      },
      data: { failedAt: null, keptAt: null, error: null, tries: 0, nextTryAt: now },
    }),
  );
  return count > 0;
}

/** How many days a letter stays to be looked up after it was sent, kept or given up. */
const keptDays = 90;

/** Deletes letters that ended long ago. Returns how many went. */
export async function sweepMail(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { count } = await asSystem((tx) =>
    tx.mail.deleteMany({
      where: {
        OR: [{ sentAt: { lt: before } }, { keptAt: { lt: before } }, { failedAt: { lt: before } }],
      },
    }),
  );
  return count;
}
