import { asSystem } from '../../db';
import { ok, type Result, refuse } from '../../result';
import type { Operator } from '../operator';

/** Notes that a report is dealt with. `changed-meanwhile`: it is already, or gone. */
export async function handleReport(
  _: Operator,
  { ownerId, id }: { readonly ownerId: string; readonly id: string },
  now: Date,
): Promise<Result<null, 'changed-meanwhile'>> {
  const { count } = await asSystem((tx) =>
    tx.abuseReport.updateMany({
      where: { ownerId, id, handledAt: null },
      data: { handledAt: now },
    }),
  );
  return count > 0 ? ok(null) : refuse('changed-meanwhile');
}
