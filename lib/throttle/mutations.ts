import { createHmac } from 'node:crypto';
import { asSystem, type Tx } from '../db';
import { env } from '../env';
import type { Limit } from './rules';

/** One thing that is counted: the limit, and whose tries they are (an address bucket, an e-mail). */
export type Counted = { readonly limit: Limit; readonly subject: string };

/**
 * Counts one try against each limit and tells whether all of them still allow it. Counting comes
 * before the work it guards, so that tries sent at once cannot all slip through; the database
 * decides. Give limits in one fixed order everywhere: two transactions then never wait for each
 * other in a circle.
 */
export async function countTry(tries: readonly Counted[], now: Date): Promise<boolean> {
  return asSystem(async (tx) => {
    for (const { limit, subject } of tries) {
      if ((await count(tx, limit, subject, now)) > limit.most) return false;
    }
    return true;
  });
}

/** Takes one counted try back: it turned out to be a good one. */
export async function takeTryBack({ limit, subject }: Counted): Promise<void> {
  const key = keyOf(limit, subject);
  await asSystem(
    (tx) => tx.$executeRaw`
      UPDATE rate_limit SET count = greatest(count - 1, 1) WHERE key = ${key}`,
  );
}

/** Forgets every try of the subject. */
export async function forgetTries({ limit, subject }: Counted): Promise<void> {
  const key = keyOf(limit, subject);
  await asSystem((tx) => tx.$executeRaw`DELETE FROM rate_limit WHERE key = ${key}`);
}

/** One statement: a new window or one more, and a few windows long over swept out. */
async function count(tx: Tx, limit: Limit, subject: string, now: Date): Promise<number> {
  const key = keyOf(limit, subject);
  const resetAt = new Date(now.getTime() + limit.seconds * 1000);
  const rows = await tx.$queryRaw<{ count: number }[]>`
    WITH swept AS (
      DELETE FROM rate_limit WHERE key IN (
        SELECT key FROM rate_limit WHERE reset_at <= ${now} AND key <> ${key}
        LIMIT 20 FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO rate_limit AS tried (key, count, reset_at) VALUES (${key}, 1, ${resetAt})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN tried.reset_at <= ${now} THEN 1 ELSE least(tried.count + 1, 1000000) END,
      reset_at = CASE WHEN tried.reset_at <= ${now} THEN ${resetAt} ELSE tried.reset_at END
    RETURNING count`;
  return rows[0]?.count ?? 1;
}

function keyOf(limit: Limit, subject: string): string {
  return createHmac('sha256', env().APP_SECRET)
    .update(`throttle\0${limit.scope}\0${subject}`)
    .digest('hex');
}
