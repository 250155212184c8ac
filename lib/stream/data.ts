import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { limits } from '../limits';
import type { Bilingual } from '../locale';

export type Stream = { readonly id: string; readonly name: Bilingual };

/** The viewer's streams, newest first. */
export async function listStreams(viewer: Viewer): Promise<Stream[]> {
  const rows = await asOwner(viewer, (tx) =>
    tx.stream.findMany({
      where: { ownerId: viewer.userId },
      orderBy: { createdAt: 'desc' },
      take: limits.streams,
    }),
  );
  return rows.map(({ id, nameJa, nameEn }) => ({ id, name: { ja: nameJa, en: nameEn } }));
}
