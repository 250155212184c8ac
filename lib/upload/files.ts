import { chmod, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '../env';
import { ok, type Result, refuse } from '../result';

/** The file of an upload; `id` is one the app made and no text of anybody's. */
export function fileOf(id: string): string {
  return path.join(env().UPLOADS, id);
}

/**
 * Writes `stream` to the file of `id`, for this program's user alone, reading no more than one chunk
 * beyond `most` bytes. What is refused or breaks off leaves no file.
 * @returns how many bytes it has
 */
export async function writeUpload(
  id: string,
  stream: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Result<number, 'too-large' | 'empty'>> {
  const folder = env().UPLOADS;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // One that somebody else made there is theirs to read, and refuses this.
  await chmod(folder, 0o700);
  let written = 0;
  let isWhole = false;
  const file = await open(fileOf(id), 'wx', 0o600);
  try {
    for await (const chunk of stream) {
      if (written + chunk.byteLength > most) return refuse('too-large');
      await file.writeFile(chunk);
      written += chunk.byteLength;
    }
    if (written === 0) return refuse('empty');
    isWhole = true;
    return ok(written);
  } finally {
    await file.close();
    if (!isWhole) await removeUpload(id);
  }
}

/** How many bytes the file of `id` has; null: there is none on this machine. */
export async function sizeOfUpload(id: string): Promise<number | null> {
  return stat(fileOf(id)).then(
    ({ size }) => size,
    (error) => orNone(error, null),
  );
}

export async function removeUpload(id: string): Promise<void> {
  await rm(fileOf(id), { force: true });
}

const name = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids of the files that were last written to before `before`. Files that are none of ours are left out. */
export async function listFilesBefore(before: Date): Promise<string[]> {
  const names = await readdir(env().UPLOADS).catch((error) => orNone<string[]>(error, []));
  const ids: string[] = [];
  for (const id of names.filter((one) => name.test(one))) {
    const written = await stat(fileOf(id)).catch((error) => orNone(error, null));
    if (written && written.mtime < before) ids.push(id);
  }
  return ids;
}

function orNone<T>(error: NodeJS.ErrnoException, none: T): T {
  if (error.code === 'ENOENT') return none;
  throw error;
}
