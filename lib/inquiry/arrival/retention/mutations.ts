import { asSystem, type Tx } from '../../../db';
import { retally } from '../../row';

const nobody = {
  name: '',
  email: null,
  message: '',
  note: '',
  nextStep: null,
  nextStepOn: null,
  searchText: '',
};

/** How many go in one transaction, so that none holds its locks for long. */
const batch = 200;

/**
 * Forgets who it was and what they wrote where an inquiry was closed longer ago than its owner keeps
 * it, with the replies and every letter about it; that somebody came still counts, or the record would
 * seem to draw fewer with time. Nothing at all is kept of what came to nothing, of who was blocked or
 * reported, and of a message whose sender still counts by another one. Work agreed waits until it is
 * logged as income: nobody could log it any more. Returns how many went. To be called now and then;
 * several processes may at once.
 */
export async function sweepClosed(now: Date): Promise<number> {
  let gone = 0;
  for (;;) {
    const swept = await sweepSome(now);
    gone += swept;
    if (swept < batch) return gone;
  }
}

type Due = { readonly ownerId: string; readonly id: string; readonly counts: boolean };

async function sweepSome(now: Date): Promise<number> {
  return asSystem(async (tx) => {
    const rows = await tx.$queryRaw<Due[]>`
      SELECT i.owner_id AS "ownerId", i.id, i.outcome IS DISTINCT FROM 'nothing'
        AND NOT EXISTS (SELECT FROM blocked_sender b WHERE b.owner_id = i.owner_id AND b.email = i.email)
        AND NOT EXISTS (SELECT FROM abuse_report a
          WHERE a.owner_id = i.owner_id AND a.id = i.id AND a.inquiry_id = i.id) AS counts
      FROM inquiry i JOIN record r USING (owner_id)
      WHERE i.forgotten_at IS NULL AND i.closed_at < ${now}::timestamptz - r.inquiry_days * interval '1 day'
        AND (i.amount_minor IS NULL OR i.income_id IS NOT NULL)
      ORDER BY i.owner_id, i.id LIMIT ${batch} FOR UPDATE OF i SKIP LOCKED`;
    for (const ownerId of new Set(rows.map((row) => row.ownerId))) {
      await forget(
        tx,
        ownerId,
        rows.filter((row) => row.ownerId === ownerId),
        now,
      );
    }
    return rows.length;
  });
}

async function forget(tx: Tx, ownerId: string, rows: readonly Due[], now: Date): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const inquiryId = { in: ids };
  const replies = await tx.reply.findMany({ where: { ownerId, inquiryId } });
  const about = [
    ...ids.flatMap((id) => [`inquiry:${id}`, `copy:${id}`]),
    ...replies.map(({ id }) => `reply:${id}`),
  ];
  await tx.mail.deleteMany({ where: { ownerId, occasion: { in: about } } });
  await tx.reply.deleteMany({ where: { ownerId, inquiryId } });
  const gone = rows.filter(({ counts }) => !counts).map(({ id }) => id);
  await tx.inquiry.deleteMany({ where: { ownerId, id: { in: gone } } });
  // Forgotten, nobody could tell that two messages are of one person: another one that stays says it.
  // Which of several goes is decided by their order, so that two sweeps at once never take them all.
  await tx.$executeRaw`
    DELETE FROM inquiry i WHERE i.owner_id = ${ownerId}::uuid AND i.id = ANY (${ids}::uuid[])
      AND i.outcome IS NULL AND EXISTS (SELECT FROM inquiry o
        WHERE o.owner_id = i.owner_id AND o.email = i.email AND o.id <> i.id
          AND o.arrival = i.arrival AND o.origin = i.origin AND o.forgotten_at IS NULL
          AND o.outcome IS DISTINCT FROM 'nothing'
          AND (o.id > i.id OR o.outcome IS NOT NULL OR o.closed_at IS NULL))`;
  await tx.inquiry.updateMany({
    where: { ownerId, id: inquiryId },
    data: { ...nobody, forgottenAt: now },
  });
  await retally(tx, ownerId);
}
