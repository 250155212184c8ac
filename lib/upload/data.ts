import type { Viewer } from '../auth/viewer';
import { asOwner } from '../db';
import { ok, type Result, refuse } from '../result';
import { bytesOfUpload, fileOf, sizeOfUpload } from './files';
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

/**
 * All bytes of a table that was opened; null: it went since, swept or pushed out by another. Exports are
 * far too large for this.
 */
export async function readUpload({ id, bytes }: Upload): Promise<Uint8Array | null> {
  const read = await bytesOfUpload(id);
  return read?.byteLength === bytes ? read : null;
}

/** What `work` makes of a file that was opened, or that it went before `work` had it in its hands. */
export async function whileThere<T>(
  { file }: Upload,
  work: (file: string) => Promise<T>,
): Promise<Result<T, 'upload-gone'>> {
  try {
    return ok(await work(file));
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === file) return refuse('upload-gone');
    throw error;
  }
}
