import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError, codeOf, explainFile } from './errors';
import {
  type Columns,
  type Ending,
  FORMAT,
  type Header,
  isEndLine,
  parseCopyLine,
  parseEndLine,
  parseHeader,
  parseTitle,
  ROWS_END,
} from './format';

/** A line between tables longer than that is none of ours. */
const LONGEST_LINE = 4_000_000;
const CHUNK = 256 * 1024;

/** A table of the backup, and its rows as COPY wrote them; these must be read before what follows. */
export type Section = { table: Columns; rows: AsyncGenerator<Buffer> };

/** A backup being read from beginning to end, once. */
export type Backup = {
  header: Header;
  /** The tables, one after the other; ends only when the file is whole and as it was written. */
  sections(): AsyncGenerator<Section, Ending>;
  close(): void;
};

/**
 * Opens a backup and reads what it says of itself.
 * @throws BackupError when it is none, or of a format that this code does not read
 */
export async function openBackup(file: string): Promise<Backup> {
  const script = new Script(file);
  try {
    const format = parseTitle((await script.line()) ?? '');
    if (format === null) throw noBackup(file);
    if (format !== FORMAT) {
      throw new BackupError(
        'format',
        `${file} is a backup of format ${format}, and this code reads format ${FORMAT}. Restore it with the version of Jisseki that wrote it.`,
      );
    }
    const header = parseHeader((await script.line()) ?? '');
    if (!header) throw altered(file);
    return { header, sections: () => sectionsOf(script, file), close: () => script.close() };
  } catch (error) {
    script.close();
    throw error;
  }
}

/** Whether there is a backup in this file, of whatever format, whole or not. */
export async function isBackup(file: string): Promise<boolean> {
  const script = new Script(file);
  try {
    return parseTitle((await script.line()) ?? '') !== null;
  } catch {
    return false;
  } finally {
    script.close();
  }
}

async function* sectionsOf(script: Script, file: string): AsyncGenerator<Section, Ending> {
  for (;;) {
    const line = await script.line();
    if (line === undefined) throw truncated(file);
    if (isEndLine(line)) {
      const ending = parseEndLine(line);
      const isLast = (await script.line()) === undefined;
      if (ending?.sha256 !== script.digest() || !isLast) throw altered(file);
      return ending;
    }
    const table = parseCopyLine(line);
    if (table) yield { table, rows: script.rows() };
  }
}

function noBackup(file: string): BackupError {
  return new BackupError('format', `${file} is no backup of Jisseki.`);
}

function truncated(file: string): BackupError {
  return new BackupError('truncated', `${file} is cut short: its end is missing.`);
}

function altered(file: string): BackupError {
  return new BackupError('altered', `${file} is not as it was written: its checksum is wrong.`);
}

/** What reading a file or unpacking it failed of. */
function explainReading(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === 'Z_BUF_ERROR') return truncated(file);
  if (code !== 'Z_DATA_ERROR') return explainFile(error, file, 'read');
  return /incorrect header/.test(`${error}`) ? noBackup(file) : altered(file);
}

/** The uncompressed script, by lines and by whole tables, and the hash of what was read. */
class Script {
  readonly #file: string;
  readonly #gunzip = createGunzip({ chunkSize: CHUNK });
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  /** Begins where a line begins. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
    // Errors of either come out of the iterator.
    pipeline(createReadStream(file), this.#gunzip, () => {});
    this.#chunks = this.#gunzip[Symbol.asyncIterator]();
  }

  /** The next line without its end; undefined: there is none. */
  async line(): Promise<string | undefined> {
    let end = this.#rest.indexOf(10);
    while (end < 0) {
      if (this.#rest.length > LONGEST_LINE) throw altered(this.#file);
      if (!(await this.#more())) break;
      end = this.#rest.indexOf(10);
    }
    if (end < 0) {
      if (this.#rest.length > 0) throw truncated(this.#file);
      return undefined;
    }
    const line = this.#rest.toString('utf8', 0, end);
    this.#take(end + 1, !isEndLine(line));
    return line;
  }

  /** Rows in pieces of whole lines, up to the line that ends them. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#rest.indexOf(`\n${ROWS_END}`);
      const isEmpty = this.#rest.subarray(0, ROWS_END.length).equals(Buffer.from(ROWS_END));
      const size = isEmpty ? 0 : end + 1;
      if (isEmpty || end >= 0) {
        if (size > 0) yield this.#take(size);
        this.#take(ROWS_END.length);
        return;
      }
      const whole = this.#rest.lastIndexOf(10) + 1;
      if (whole > 0) yield this.#take(whole);
      if (!(await this.#more())) throw truncated(this.#file);
    }
  }

  digest(): string {
    return this.#hash.digest('hex');
  }

  close(): void {
    this.#gunzip.destroy();
  }

  #take(bytes: number, isHashed = true): Buffer {
    const part = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    if (isHashed) this.#hash.update(part);
    return part;
  }

  async #more(): Promise<boolean> {
    try {
      const { value, done } = await this.#chunks.next();
      if (done) return false;
      this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, value]) : value;
      return true;
    } catch (error) {
      throw explainReading(error, this.#file);
    }
  }
}
