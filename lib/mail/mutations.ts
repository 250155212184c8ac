import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer';
import { asOwner, asSystem } from '../db';
import {
  afterEnd,
  firstIdAt,
  lease,
  type MailDraft,
  mailRow,
  nextAfterOutage,
  nextTry,
  type Outage,
  troubleBefore,
} from './rules';

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
  readonly secretUntil: Date | null;
  /** This one included. */
  readonly tries: number;
  readonly createdAt: Date;
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
 * process that dies leaves it to be taken again once the lease is over; a letter with which one died
 * time after time is given up, and so is one whose secret has run out.
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
        m.reply_to AS "replyTo", m.subject, m.text, m.html, m.unsubscribe, m.tries,
        m.secret_until AS "secretUntil", m.created_at AS "createdAt"`,
  );
  const mail = rows[0];
  if (!mail) return null;
  const error = troubleBefore(mail, now);
  if (!error) return mail;
  await noteFailure(mail, { error, isFinal: true, outage: null }, now);
  return claimDue(now);
}

/** It is with the server. True whoever else holds it by now, so it takes no more tries. */
export async function noteSent(mail: Claimed, now: Date): Promise<void> {
  const { ownerId, id } = mail;
  await asSystem((tx) =>
    tx.mail.updateMany({
      where: { ownerId, id, sentAt: null },
      data: { sentAt: now, keptAt: null, failedAt: null, error: null, ...afterEnd(mail) },
    }),
  );
}

/** There is no server: it stays here. */
export async function noteKept(mail: Claimed, now: Date): Promise<void> {
  await asSystem((tx) =>
    tx.mail.updateMany({
      where: held(mail),
      data: { keptAt: now, error: null, ...afterEnd(mail) },
    }),
  );
}

/** The try failed: another is made later, or where that is in vain, none. An outage is no try. */
export async function noteFailure(
  mail: Claimed,
  { error, isFinal, outage }: { error: string; isFinal: boolean; outage: Outage | null },
  now: Date,
): Promise<void> {
  const later = outage ? nextAfterOutage(mail.createdAt, now) : nextTry(mail.tries, now);
  const nextTryAt = isFinal ? null : later;
  const tries = outage ? mail.tries - 1 : mail.tries;
  await asSystem((tx) =>
    tx.mail.updateMany({
      where: held(mail),
      data: nextTryAt ? { error, nextTryAt, tries } : { error, failedAt: now, ...afterEnd(mail) },
    }),
  );
}

/** The letter while nobody took it from this try, nor ended it. */
function held({ ownerId, id, tries }: Claimed) {
  return { ownerId, id, tries, sentAt: null, keptAt: null, failedAt: null };
}

/**
 * Queues a letter anew that failed or was kept; false where this person has none such. One that held a
 * secret never goes twice.
 */
export async function queueAgain(viewer: Viewer, id: string, now: Date): Promise<boolean> {
  const { count } = await asOwner(viewer, (tx) =>
    tx.mail.updateMany({
      where: {
        ownerId: viewer.userId,
        id,
        secretUntil: null,
        OR: [{ failedAt: { not: null } }, { keptAt: { not: null } }],
      },
      data: { failedAt: null, keptAt: null, error: null, tries: 0, nextTryAt: now },
    }),
  );
  return count > 0;
}

/** Takes back a letter about the record of `handle` that was queued a moment ago and is not sent. */
export async function withdrawMail(handle: string, occasion: string): Promise<void> {
  await asSystem(async (tx) => {
    const record = await tx.record.findUnique({ where: { handle }, select: { ownerId: true } });
    if (!record) return;
    const { ownerId } = record;
    await tx.mail.deleteMany({ where: { ownerId, occasion, sentAt: null } });
  });
}

/** How many days a letter stays to be looked up after it was sent, kept or given up. */
const keptDays = 90;

/** How many letters one statement deletes. */
const sweptAtOnce = 500;

/**
 * Deletes letters that ended long ago, some at a time. What ended then was made before, and ids begin
 * with the moment they were made: the key alone rules out the others, so no statement reads them.
 * @returns how many went
 */
export async function sweepMail(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  let swept = 0;
  let count: number;
  do {
    count = await asSystem(
      (tx) => tx.$executeRaw`
        WITH old AS MATERIALIZED (
          SELECT owner_id, id FROM mail
          WHERE id < ${firstIdAt(before)}::uuid AND coalesce(sent_at, kept_at, failed_at) < ${before}
          ORDER BY owner_id, id LIMIT ${sweptAtOnce} FOR UPDATE SKIP LOCKED)
        DELETE FROM mail m USING old WHERE m.owner_id = old.owner_id AND m.id = old.id`,
    );
    swept += count;
  } while (count === sweptAtOnce);
  return swept;
}
