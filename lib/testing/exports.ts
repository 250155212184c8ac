import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import type { Viewer } from '../auth/viewer';
import { env } from '../env';
import { exportZip } from '../export/data';
import type { SiteFile } from '../export/entries';
import { sealing, sealOf } from '../export/seal.rules';

export const exportedAt = new Date('2026-11-30T03:00:00Z');

/** The whole export of `viewer`, with `site` as its record. */
export async function exportOf(
  viewer: Viewer,
  site: readonly SiteFile[] = [],
  now = exportedAt,
): Promise<Buffer> {
  const zip = exportZip(
    viewer,
    async function* () {
      yield* site;
    },
    now,
  );
  if (!zip.ok) throw new Error(zip.reason);
  return bytesOf(zip.value);
}

/** All that comes, in one. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** The files in a zip by their names, in their order. */
export async function filesIn(zip: Buffer): Promise<Map<string, Buffer>> {
  const opened = await fromBufferPromise(zip, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of opened.eachEntry()) {
    files.set(entry.fileName, await buffer(await opened.openReadStreamPromise(entry)));
  }
  return files;
}

/** A zip of `files`. */
export async function zipOf(files: Iterable<readonly [string, string | Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime: exportedAt });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** The rows of an account as its export has them, by table. */
export type Exported = {
  readonly format: string;
  readonly version: number;
  readonly tables: Readonly<Record<string, Record<string, unknown>[]>>;
};

export async function accountIn(zip: Buffer): Promise<Exported> {
  return JSON.parse((await filesIn(zip)).get('jisseki.json')?.toString() ?? '');
}

/** Puts `bytes` where a restore can read them, and `use`s them. */
export async function withFile<T>(bytes: Buffer, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jisseki-export-'));
  try {
    const file = path.join(folder, 'export.zip');
    await writeFile(file, bytes);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The zip with another `jisseki.json`; `sealedFor`: as if that account had been exported so here. */
export async function withJson(
  zip: Buffer,
  change: (json: string) => string | Buffer,
  sealedFor?: string,
): Promise<Buffer> {
  const files = await filesIn(zip);
  const json = Buffer.from(change(`${files.get('jisseki.json')}`));
  const secret = env().APP_SECRET;
  const seal = sealedFor
    ? sealOf(sealing(secret).update(json), secret, sealedFor)
    : `${files.get('jisseki.seal')}`;
  return zipOf([
    ['jisseki.json', json],
    ['jisseki.seal', seal],
  ]);
}

/** The zip with other rows in one table. */
export async function withRows(
  zip: Buffer,
  table: string,
  change: (rows: Record<string, unknown>[]) => object[],
  sealedFor?: string,
): Promise<Buffer> {
  return withJson(
    zip,
    (json) => {
      const { tables } = JSON.parse(json);
      const rows = change(tables[table]).map((row) => JSON.stringify(row));
      const opening = `"${table}":[\n`;
      const begin = json.indexOf(opening) + opening.length;
      const end = json.indexOf('\n]', begin - 1);
      const rest = json.slice(rows.length > 0 ? end : end + 1);
      return `${json.slice(0, begin)}${rows.join(',\n')}${rest}`;
    },
    sealedFor,
  );
}
