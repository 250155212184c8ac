import { uuidv7 } from 'uuidv7';
import type { Tx } from '../../db';
import { eventRow, type SecurityEventKind, type Whence } from './rules';

/** Notes in the transaction of what happened that it did, for its owner to see; see {@link eventRow}. */
export async function noteEvent(
  tx: Tx,
  ownerId: string,
  event: { what: SecurityEventKind; whence: Whence; detail?: string },
  now: Date,
): Promise<void> {
  await tx.securityEvent.create({ data: eventRow(ownerId, uuidv7(), event, now) });
}
