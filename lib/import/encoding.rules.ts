import { eachLine } from './lines.rules';

export const encodings = ['utf-8', 'shift_jis'] as const;
export type Encoding = (typeof encodings)[number];

/** The bytes of a file from its beginning, as often as they are asked for. */
export type Source = () => AsyncIterable<Uint8Array>;

/** Why the signs of a file cannot be told, and in which line, counted from 1. */
export type NoEncoding = {
  readonly ok: false;
  readonly reason: 'csv-encoding' | 'csv-mixed';
  readonly line: number;
};

/**
 * How the signs of a file are written down: UTF-8 if all of it is, else Shift_JIS if all of it is. A file
 * put together of both is refused, where read as the one the other would become gibberish.
 */
export async function findEncoding(
  open: Source,
): Promise<{ readonly ok: true; readonly value: Encoding } | NoEncoding> {
  if (await isUtf8(open())) return { ok: true, value: 'utf-8' };
  /** The first line that is not UTF-8, that is Japanese in UTF-8, that is not Shift_JIS. */
  let [broken, otherwise, neither] = [0, 0, 0];
  await eachLine(open(), (bytes, line) => {
    const text = decode('utf-8', bytes);
    if (text === null) broken ||= line;
    else if (japanese.test(text)) otherwise ||= line;
    // No text has it, whatever its signs; UTF-16 is full of it.
    if (bytes.includes(0) || decode('shift_jis', bytes) === null) neither ||= line;
  });
  if (broken > 0 && otherwise > 0) {
    return { ok: false, reason: 'csv-mixed', line: Math.max(broken, otherwise) };
  }
  if (neither > 0) return { ok: false, reason: 'csv-encoding', line: neither };
  return { ok: true, value: 'shift_jis' };
}

/**
 * Signs of three bytes alone: two half-width kana, as banks write them, are at times one accented letter
 * in UTF-8.
 */
const japanese = /[\u3000-\u9fff\uff00-\uffef]/;

async function isUtf8(bytes: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  shift_jis: new TextDecoder('shift_jis', { fatal: true }),
};

function decode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return decoders[encoding].decode(bytes);
  } catch {
    return null;
  }
}

/** A file's text in pieces, without a mark of its byte order, each line's end a single line feed. */
export async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  for await (const chunk of bytes) {
    const text = held + decoder.decode(chunk, { stream: true });
    // What follows may be the other half of its end.
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  yield (held + decoder.decode()).replace(/\r\n?/g, '\n');
}
