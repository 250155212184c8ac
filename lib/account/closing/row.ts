import { sqlName, type Tx } from '../../db';
import { env } from '../../env';
import { handleHash, heldUntil } from './rules';

/**
 * Whether a handle is kept out of use, because the account it led to was deleted lately. Asked after
 * the index on `record.handle`, which makes whoever wants the handle wait for a deletion under way.
 */
export async function isHeld(tx: Tx, handle: string, now: Date): Promise<boolean> {
  const hash = handleHash(handle, env().APP_SECRET);
  const held = await tx.handleHold.findFirst({ where: { handleHash: hash, until: { gt: now } } });
  return held !== null;
}

/**
 * Keeps out of use the handles that lead to an account which goes: its own, and those it gave up so
 * lately that they lead on.
 */
export async function holdHandles(tx: Tx, ownerId: string, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<{ handle: string }[]>`
    SELECT handle FROM record WHERE owner_id = ${ownerId}::uuid
    UNION SELECT handle FROM old_handle WHERE owner_id = ${ownerId}::uuid AND until > ${now}`;
  const until = heldUntil(now);
  const hashes = rows.map(({ handle }) => handleHash(handle, env().APP_SECRET)).sort();
  for (const hash of hashes) {
    // An older hold of the handle may stand there still, past its time.
    await tx.handleHold.upsert({
      where: { handleHash: hash },
      create: { handleHash: hash, until },
      update: { until },
    });
  }
}

/** How many milestones go in one statement: five tables are searched for what hangs on each. */
const atOnce = 2_000;

/**
 * Deletes an account with all that is its own. What there may be much of goes first, some at a time, so
 * that no statement comes near its five seconds; the rest hangs on the account and falls with it. An
 * array and no `IN`: where the store thinks an account small, it compares every row with every id.
 */
export async function deleteAll(tx: Tx, ownerId: string): Promise<void> {
  for (const table of ['visit_count', 'effort', 'reply', 'milestone'].map(sqlName)) {
    let gone: number;
    do {
      gone = await tx.$executeRaw`
        DELETE FROM ${table} WHERE owner_id = ${ownerId}::uuid AND id = ANY(ARRAY(
          SELECT id FROM ${table} WHERE owner_id = ${ownerId}::uuid LIMIT ${atOnce}::int))`;
    } while (gone === atOnce);
  }
  await tx.$executeRaw`DELETE FROM "user" WHERE id = ${ownerId}::uuid`;
}
