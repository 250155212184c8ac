import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** What a zip says of an entry's bytes, and how many they are once they are packed. */
export type Sums = { readonly crc: number; readonly size: number; readonly packed: number };

/** What an entry holds, packed already. */
export type Packed = Sums & { readonly chunks: readonly Uint8Array[] };

/** Rows repeat themselves so much that more effort saves little. */
const how = { level: 1, chunkSize: 64 * 1024 };
/** How many bytes are packed at a time: handing less to another thread takes longer than packing it. */
const lot = 256 * 1024;

/** One lot is packed while the other is filled. */
export function twoLots(): [Buffer, Buffer] {
  return [Buffer.allocUnsafeSlow(lot), Buffer.allocUnsafeSlow(lot)];
}

/** Packs one entry. What `add` was given may be written over once it is done. */
export function packing(lots = twoLots()) {
  const deflate = createDeflateRaw(how);
  const sums = { crc: 0, size: 0, packed: 0 };
  let ready: Uint8Array[] = [];
  deflate.on('data', (chunk: Uint8Array) => {
    sums.packed += chunk.length;
    ready.push(chunk);
  });
  let [filling, resting] = lots;
  let length = 0;
  let packed = Promise.resolve();
  async function pack(): Promise<void> {
    await packed;
    const bytes = filling.subarray(0, length);
    packed = new Promise((done, fail) => {
      deflate.write(bytes, (error) => (error ? fail(error) : done()));
    });
    [filling, resting] = [resting, filling];
    length = 0;
  }
  return {
    async add(bytes: Uint8Array): Promise<void> {
      sums.crc = crc32(bytes, sums.crc);
      sums.size += bytes.length;
      for (let taken = 0; taken < bytes.length; ) {
        const more = bytes.subarray(taken, taken + lot - length);
        filling.set(more, length);
        length += more.length;
        taken += more.length;
        if (length === lot) await pack();
      }
    },
    /** What is packed by now, each once. */
    taken(): Uint8Array[] {
      const some = ready;
      ready = [];
      return some;
    },
    async end(): Promise<Sums> {
      await packed;
      deflate.end(filling.subarray(0, length));
      await finished(deflate);
      return sums;
    },
  };
}

/**
 * Packs an entry whose turn comes later, and holds it as long as there is room: `room.left` bytes, less
 * what it takes. `end` answers null where there was too little.
 */
export function holding(room: { left: number }, lots = twoLots()) {
  const packer = packing(lots);
  let chunks: Uint8Array[] = [];
  let short = 0;
  function hold(): void {
    const more = packer.taken();
    short += more.reduce((sum, { length }) => sum + length, 0);
    chunks = short <= room.left ? [...chunks, ...more] : [];
  }
  return {
    async add(bytes: Uint8Array): Promise<void> {
      if (short > room.left) return;
      await packer.add(bytes);
      hold();
    },
    async end(): Promise<Packed | null> {
      const sums = await packer.end();
      hold();
      if (short > room.left) return null;
      room.left -= short;
      return { ...sums, chunks };
    },
  };
}
