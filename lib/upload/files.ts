import { chmod, lstat, mkdir, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { env } from '../env';
import { ok, type Result, refuse } from '../result';
import { isOwnFolder } from './rules';

/** The file of an upload; `id` is one the app made and no text of anybody's. */
export function fileOf(id: string): string {
  return path.join(env().UPLOADS, id);
}

/**
 * Makes the folder where it is not there, for this program's user alone. Throws where it is anybody
 * else's: they would read what comes in, or have files swept out of another folder.
 */
async function prepareFolder(): Promise<void> {
  const folder = env().UPLOADS;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await assertOwn(folder);
  await chmod(folder, 0o700);
}

async function assertOwn(folder: string): Promise<void> {
  const [link, there] = [await lstat(folder), await stat(folder)];
  const own = process.getuid?.();
  if (own === undefined || isOwnFolder(own, link.uid, there.uid)) return;
  throw new Error(`The folder ${folder} belongs to another user. Name one of your own by UPLOADS.`);
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
  await prepareFolder();
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

/** The bytes of the file of `id`, all at once; null: there is none on this machine. */
export async function bytesOfUpload(id: string): Promise<Uint8Array | null> {
  return readFile(fileOf(id)).catch((error) => orNone(error, null));
}

/** How many bytes the files have that are there, those of `but` left out, and how many the disk has left. */
export async function measureFolder(
  but: ReadonlySet<string>,
): Promise<{ kept: number; free: number | null }> {
  await prepareFolder();
  let kept = 0;
  for (const id of await listIds()) {
    if (!but.has(id)) kept += (await sizeOfUpload(id)) ?? 0;
  }
  const { blocks, bavail, bsize } = await statfs(env().UPLOADS);
  // Some that are mounted from elsewhere tell nothing.
  return { kept, free: blocks > 0 ? bavail * bsize : null };
}

export async function removeUpload(id: string): Promise<void> {
  await rm(fileOf(id), { force: true });
}

const name = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids of the files that are there. Files that are none of ours are left out. */
async function listIds(): Promise<string[]> {
  const names = await readdir(env().UPLOADS).catch((error) => orNone(error, null));
  if (!names) return [];
  await assertOwn(env().UPLOADS);
  return names.filter((one) => name.test(one));
}

/** The ids of the files that were last written to before `before`. */
export async function listFilesBefore(before: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const id of await listIds()) {
    const written = await stat(fileOf(id)).catch((error) => orNone(error, null));
    if (written && written.mtime < before) ids.push(id);
  }
  return ids;
}

function orNone<T>(error: NodeJS.ErrnoException, none: T): T {
  if (error.code === 'ENOENT') return none;
  throw error;
}
