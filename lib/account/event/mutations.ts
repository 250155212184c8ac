import { asSystem } from '../../db';
import { noteEvent } from './row';
import { eventDays, type SecurityEventKind, type Whence } from './rules';

/** Notes something that no other writing goes with: a code that was wrong, an export. */
export async function recordEvent(
  ownerId: string,
  event: { what: SecurityEventKind; whence: Whence; detail?: string },
  now: Date,
): Promise<void> {
  await asSystem((tx) => noteEvent(tx, ownerId, event, now));
}

/** Sweeps out what is older than {@link eventDays}. */
export async function sweepEvents(now: Date): Promise<void> {
  const before = new Date(now.getTime() - eventDays * 86_400_000);
  await asSystem((tx) => tx.securityEvent.deleteMany({ where: { at: { lt: before } } }));
}
