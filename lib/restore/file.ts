import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { env } from '../env';
import { exportFile, sealFile } from '../export/layout.rules';
import { sealing, type Writer, writerOf } from '../export/seal.rules';
import { limits } from '../limits';
import { Refused } from './report.rules';

/** The account in a zip. */
export type AccountFile = {
  /** When it was put into the zip, as that says. */
  readonly exportedAt: Date;
  readonly writer: Writer;
  /** Its lines in their order, some at a time; may be read once. */
  lines(): AsyncGenerator<readonly string[]>;
};

/** A file holds at most so many times its size; what repeats itself more is no account. */
const ratio = 500;
/** Small ones may be anything. */
const small = 16 * 1024 * 1024;
const sealLength = 200;

/**
 * Lets `work` read the account in the zip `path`, for the account of `ownerId`. Nothing else of the zip is
 * read, and nothing of it is ever written anywhere. How much it holds is asked before it is inflated, and
 * again while it is.
 * @throws Refused
 */
export async function withAccount<T>(
  path: string,
  ownerId: string,
  work: (account: AccountFile) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(path, { autoClose: false }).catch(refuseAs('not-a-zip'));
  try {
    const { account, seal } = await findEntries(zip);
    assertSize(account);
    const writer = await check(zip, account, seal, ownerId);
    return await work({
      exportedAt: account.getLastModDate(),
      writer,
      lines: () => linesOf(zip, account),
    });
  } finally {
    zip.close();
  }
}

function refuseAs(reason: 'not-a-zip' | 'damaged') {
  return (error: unknown): never => {
    // The file itself cannot be read: that is ours to mend.
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) {
      throw error;
    }
    throw error instanceof Refused ? error : new Refused(reason);
  };
}

/** The two files that are read, by their names; of each one, or no such zip is restored. */
async function findEntries(zip: ZipFile): Promise<{ account: Entry; seal: Entry | undefined }> {
  if (zip.entryCount > limits.restoreFiles) throw new Refused('too-large');
  const found = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (fileName !== exportFile && fileName !== sealFile) continue;
      if (found.has(fileName)) throw new Refused('no-account');
      found.set(fileName, entry);
    }
  } catch (error) {
    refuseAs('not-a-zip')(error);
  }
  const account = found.get(exportFile);
  if (!account) throw new Refused('no-account');
  return { account, seal: found.get(sealFile) };
}

function assertSize({ uncompressedSize, compressedSize }: Entry): void {
  const isTooDense = uncompressedSize > small && uncompressedSize > compressedSize * ratio;
  if (uncompressedSize > limits.restoreBytes || isTooDense) throw new Refused('too-large');
}

/** Reads all of it once, before any of it is believed. @returns who wrote it, by its seal */
async function check(
  zip: ZipFile,
  account: Entry,
  seal: Entry | undefined,
  ownerId: string,
): Promise<Writer> {
  const secret = env().APP_SECRET;
  const seen = sealing(secret);
  let sum = 0;
  for await (const chunk of read(zip, account)) {
    seen.update(chunk);
    sum = crc32(chunk, sum);
  }
  if (sum !== account.crc32) throw new Refused('damaged');
  if (!seal || seal.uncompressedSize > sealLength) return 'unknown';
  const said = await openStream(zip, seal).then(buffer).catch(refuseAs('damaged'));
  return writerOf(seen, secret, ownerId, said.toString());
}

function openStream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}

/** The bytes of an entry; it ends where there are more or fewer than the zip says. */
async function* read(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await openStream(zip, entry);
    for await (const chunk of stream) yield chunk;
  } catch (error) {
    refuseAs('damaged')(error);
  }
}

async function* linesOf(zip: ZipFile, entry: Entry): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let before = 0;
  for await (const chunk of read(zip, entry)) {
    const lines = (rest + decode(decoder, chunk)).split('\n');
    rest = lines.pop() ?? '';
    const long = [...lines, rest].findIndex((line) => line.length > limits.restoreLine);
    if (long >= 0) throw new Refused('line-long', null, before + long + 1);
    before += lines.length;
    if (lines.length > 0) yield lines;
  }
  // The last line has its end too.
  if (rest + decode(decoder) !== '') throw new Refused('layout', null, before + 1);
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new Refused('damaged');
  }
}
