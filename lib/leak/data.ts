import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';

/** The names that may stand in none of the viewer's public texts, as they typed them. */
export async function listKeptNames(viewer: Viewer): Promise<string[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.keptName.findMany({
      where: { ownerId: viewer.userId },
      orderBy: [{ createdAt: 'asc' }, { nameKey: 'asc' }],
      select: { name: true },
    }),
  );
  return rows.map(({ name }) => name);
}
