import { asSystem } from '../../db';
import { noteEvent } from './row';
import { eventDays, mostEvents, type SecurityEventKind, type Whence } from './rules';

/** Notes something that no other writing goes with: a code that was wrong, an export. */
export async function recordEvent(
  ownerId: string,
  event: { what: SecurityEventKind; whence: Whence; detail?: string },
  now: Date,
): Promise<void> {
  await asSystem((tx) => noteEvent(tx, ownerId, event, now));
}

/**
 * Sweeps out what is older than {@link eventDays}, and of whom something happened within the last day all
 * but the newest {@link mostEvents}: owners add to their list and take nothing from it, so it is cut here.
 */
export async function sweepEvents(now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  await asSystem(async (tx) => {
    await tx.securityEvent.deleteMany({ where: { at: { lt: ago(eventDays) } } });
    // What comes meanwhile is newer than the edge: nothing of the newest is lost.
    await tx.$executeRaw`
      DELETE FROM security_event AS event
      USING (SELECT DISTINCT owner_id FROM security_event WHERE at > ${ago(1)}) AS busy
      CROSS JOIN LATERAL (
        SELECT at, id FROM security_event
         WHERE owner_id = busy.owner_id
         ORDER BY at DESC, id DESC OFFSET ${mostEvents} LIMIT 1) AS edge
      WHERE event.owner_id = busy.owner_id AND (event.at, event.id) <= (edge.at, edge.id)`;
  });
}
