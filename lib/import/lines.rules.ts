const [newline, carriage] = [0x0a, 0x0d];

/**
 * Gives `take` every line of a file as bytes, without its end, and its number, counted from 1. Lines of
 * ASCII without a zero byte are passed over: they read the same in whatever they are written. In UTF-8
 * and Shift_JIS alike, no byte of a sign looks like the end of a line.
 */
export async function eachLine(
  bytes: AsyncIterable<Uint8Array>,
  take: (line: Uint8Array, number: number) => void,
): Promise<void> {
  let held: Uint8Array[] = [];
  let number = 1;
  let isPlain = true;
  let wasCarriage = false;
  const end = (chunk: Uint8Array, from: number, to: number) => {
    if (!isPlain) take(joined(held, chunk.subarray(from, to)), number);
    if (held.length > 0) held = [];
    isPlain = true;
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === newline || byte === carriage) {
        // The second half of an end is no further line.
        if (!(byte === newline && wasCarriage)) {
          end(chunk, start, at);
          number += 1;
        }
        start = at + 1;
      } else if (byte >= 0x80 || byte === 0) {
        isPlain = false;
      }
      wasCarriage = byte === carriage;
    }
    if (start < chunk.length) held.push(chunk.slice(start));
  }
  end(new Uint8Array(), 0, 0);
}

function joined(held: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  if (held.length === 0) return last;
  const all = new Uint8Array(held.reduce((sum, { length }) => sum + length, last.length));
  let at = 0;
  for (const piece of [...held, last]) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The first line of a file that is longer than `most` bytes, counted from 1; null: none is. Nothing of it
 * is held.
 */
export async function findLongLine(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<number | null> {
  let [number, length, wasCarriage] = [1, 0, false];
  for await (const chunk of bytes) {
    for (const byte of chunk) {
      if (byte === newline || byte === carriage) {
        if (!(byte === newline && wasCarriage)) number += 1;
        length = 0;
      } else {
        length += 1;
        if (length > most) return number;
      }
      wasCarriage = byte === carriage;
    }
  }
  return null;
}
