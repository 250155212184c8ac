import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { isAlive } from '../embedded/postmaster';

/**
 * Writes a gzip that is there whole or not at all, readable by its owner alone: beside its place
 * first, and renamed once it is on the disk. What a killed writing left behind goes with the next.
 * @param file an absolute path; what stands there is replaced
 * @returns its bytes
 */
export async function writeWhole(
  file: string,
  content: AsyncIterable<Buffer>,
  signal?: AbortSignal,
): Promise<number> {
  await sweepPartial(file);
  const partial = `${file}.${process.pid}.partial`;
  const sink = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await pipeline(content, createGzip(), sink, { signal });
    const { size } = await stat(partial);
    await rename(partial, file);
    await syncFolder(path.dirname(file));
    return size;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function sweepPartial(file: string): Promise<void> {
  const folder = path.dirname(file);
  const start = `${path.basename(file)}.`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(start)) continue;
    const pid = Number(/^(\d+)\.partial$/.exec(name.slice(start.length))?.[1]);
    if (pid > 0 && !isAlive(pid)) await rm(path.join(folder, name));
  }
}

/** Without it a power cut could forget the new name. Windows opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
