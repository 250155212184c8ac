import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import type { Currency } from '../money';
import { ok, type Result, refuse } from '../result';

/**
 * Puts `rungs` (minor units, ascending, 1 to limits.rungs of them) in the place of the ladder of
 * version `version`, null standing for the usual one. `stale`: another edit or a reset came first
 * and stands, unless it said the same.
 */
export async function setRungs(
  viewer: Viewer,
  currency: Currency,
  version: number | null,
  rungs: readonly bigint[],
): Promise<Result<null, 'stale'>> {
  const ownerId = viewer.userId;
  return asOwner(viewer, async (tx) => {
    const { count } =
      version === null
        ? await tx.ladder.createMany({
            data: [{ ownerId, currency, rungs: [...rungs] }],
            skipDuplicates: true,
          })
        : await tx.ladder.updateMany({
            where: { ownerId, currency, version },
            data: { rungs: [...rungs], version: { increment: 1 } },
          });
    if (count > 0) return ok(null);
    const stored = await tx.ladder.findUnique({
      where: { ownerId_currency: { ownerId, currency } },
      select: { rungs: true },
    });
    return stored?.rungs.join() === rungs.join() ? ok(null) : refuse('stale');
  });
}

/** Goes back to the usual rungs. Where there are no others, that is fine. */
export async function resetRungs(viewer: Viewer, currency: Currency): Promise<void> {
  await asOwner(viewer, (tx) =>
    tx.ladder.deleteMany({ where: { ownerId: viewer.userId, currency } }),
  );
}

/**
 * Notes that the crossing of `rungs` (minor units, ascending) was marked, all that were reached
 * with it; marking twice is marking once. A higher mark says it all already. Lower ones that are no
 * rungs any more say nothing that the highest does not, and go, so that marks stay few.
 */
export async function markRungs(
  viewer: Viewer,
  currency: Currency,
  rungs: readonly bigint[],
  now: Date,
): Promise<void> {
  const ownerId = viewer.userId;
  const highest = rungs.at(-1);
  if (highest === undefined) return;
  await asOwner(viewer, async (tx) => {
    const higher = { ownerId, currency, rung: { gte: highest } };
    if (await tx.rungMark.findFirst({ where: higher, select: { rung: true } })) return;
    await tx.rungMark.createMany({
      data: rungs.map((rung) => ({ ownerId, currency, rung, markedAt: now })),
      skipDuplicates: true,
    });
    await tx.rungMark.deleteMany({
      where: { ownerId, currency, rung: { lt: highest, notIn: [...rungs] } },
    });
  });
}
