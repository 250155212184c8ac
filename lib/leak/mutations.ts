import type { Viewer } from '../auth/viewer';
import { asOwner, takeTurn } from '../db';
import { nameKey } from './rules';

/** Puts `names` in the place of those that were kept out before. */
export async function setKeptNames(
  viewer: Viewer,
  names: readonly string[],
  now: Date,
): Promise<void> {
  const ownerId = viewer.userId;
  const byKey = new Map(names.map((name) => [nameKey(name), name]));
  await asOwner(viewer, async (tx) => {
    await takeTurn(tx, ownerId);
    await tx.keptName.deleteMany({ where: { ownerId } });
    await tx.keptName.createMany({
      data: [...byKey].map(([key, name], i) => ({
        ownerId,
        nameKey: key,
        name,
        // In the order they were typed.
        createdAt: new Date(now.getTime() + i),
      })),
    });
  });
}
