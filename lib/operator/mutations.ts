import { uuidv7 } from 'uuidv7';
import { eventRow, nowhere } from '../account/event/rules';
import { asSystem } from '../db';
import { ok, type Result, refuse } from '../result';
import type { Operator } from './operator';

/**
 * Closes a record, published or not, at once and for all its documents, and keeps it closed. `words`
 * are told to its owner. What was reported of it is dealt with by that. `changed-meanwhile`: it is
 * suspended already, or gone.
 */
export async function suspendRecord(
  _: Operator,
  ownerId: string,
  words: string,
  now: Date,
): Promise<Result<null, 'changed-meanwhile'>> {
  return asSystem(async (tx) => {
    const { count } = await tx.record.updateMany({
      where: { ownerId, suspendedAt: null },
      data: { publishedAt: null, suspendedAt: now, suspendedFor: words },
    });
    if (count === 0) return refuse('changed-meanwhile');
    await tx.abuseReport.updateMany({
      where: { ownerId, about: 'record', handledAt: null },
      data: { handledAt: now },
    });
    // Where the operator sits is nothing to the owner.
    const event = { what: 'record_suspended', whence: nowhere } as const;
    await tx.securityEvent.create({ data: eventRow(ownerId, uuidv7(), event, now) });
    return ok(null);
  });
}

/**
 * Lets a record be published again, which its owner does or does not. `changed-meanwhile`: it is not
 * suspended any more, or gone.
 */
export async function releaseRecord(
  _: Operator,
  ownerId: string,
  now: Date,
): Promise<Result<null, 'changed-meanwhile'>> {
  return asSystem(async (tx) => {
    const { count } = await tx.record.updateMany({
      where: { ownerId, suspendedAt: { not: null } },
      data: { suspendedAt: null, suspendedFor: '' },
    });
    if (count === 0) return refuse('changed-meanwhile');
    const event = { what: 'record_released', whence: nowhere } as const;
    await tx.securityEvent.create({ data: eventRow(ownerId, uuidv7(), event, now) });
    return ok(null);
  });
}
