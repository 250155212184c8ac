import { asSystem } from '../../../db';

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
 * seem to draw fewer with time. Returns how many went. To be called now and then; several processes
 * may at once.
 */
export async function sweepClosed(now: Date): Promise<number> {
  let gone = 0;
  for (;;) {
    const swept = await sweepSome(now);
    gone += swept;
    if (swept < batch) return gone;
  }
}

async function sweepSome(now: Date): Promise<number> {
  return asSystem(async (tx) => {
    const rows = await tx.$queryRaw<{ ownerId: string; id: string }[]>`
      SELECT i.owner_id AS "ownerId", i.id FROM inquiry i JOIN record r USING (owner_id)
      WHERE i.forgotten_at IS NULL AND i.closed_at < ${now}::timestamptz - r.inquiry_days * interval '1 day'
      ORDER BY i.owner_id, i.id LIMIT ${batch} FOR UPDATE OF i SKIP LOCKED`;
    for (const [ownerId, ids] of byOwner(rows)) {
      const replies = await tx.reply.findMany({ where: { ownerId, inquiryId: { in: ids } } });
      const about = [
        ...ids.flatMap((id) => [`inquiry:${id}`, `copy:${id}`]),
        ...replies.map(({ id }) => `reply:${id}`),
      ];
      await tx.mail.deleteMany({ where: { ownerId, occasion: { in: about } } });
      await tx.reply.deleteMany({ where: { ownerId, inquiryId: { in: ids } } });
      await tx.inquiry.updateMany({
        where: { ownerId, id: { in: ids } },
        data: { ...nobody, forgottenAt: now },
      });
    }
    return rows.length;
  });
}

function byOwner(rows: readonly { ownerId: string; id: string }[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { ownerId, id } of rows) ids.set(ownerId, [...(ids.get(ownerId) ?? []), id]);
  return ids;
}
