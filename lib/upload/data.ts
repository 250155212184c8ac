import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { fileOf, sizeOfUpload } from './files';
import { isUploadKind, type Upload, uploadLife } from './rules';

/**
 * The viewer's file of this id, or null: there is none of theirs, it waited too long, or its bytes are
 * not on this machine whole.
 */
export async function openUpload(viewer: Viewer, id: string, now: Date): Promise<Upload | null> {
  const row = await asOwner(viewer, (tx) =>
    tx.upload.findFirst({
      where: {
        ownerId: viewer.userId,
        id,
        createdAt: { gt: new Date(now.getTime() - uploadLife) },
      },
    }),
  );
  if (!row || !isUploadKind(row.kind)) return null;
  const bytes = Number(row.bytes);
  if ((await sizeOfUpload(row.id)) !== bytes) return null;
  const { kind, name, createdAt } = row;
  return { id: row.id, kind, name, bytes, createdAt, file: fileOf(row.id) };
}
