import type { Tx } from '../db';

/**
 * Reckons anew how many came because of the record and the median minutes to their first reply, which
 * the record may show. Belongs at the end of every transaction that changes inquiries: a stranger's
 * query never reads them.
 */
export async function retally(tx: Tx, ownerId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE record SET (people_came, reply_minutes) = (
      SELECT count(*)::int, (percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM i.answered_at - i.arrived_at) / 60)
        FILTER (WHERE i.arrival = 'form' AND i.answered_at IS NOT NULL))::int
      FROM inquiry i WHERE i.owner_id = ${ownerId}::uuid AND i.origin = 'record')
    WHERE owner_id = ${ownerId}::uuid`;
}
