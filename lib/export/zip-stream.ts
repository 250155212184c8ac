import { type Packed, packing, type Sums, twoLots } from './packing';

/*
 * A zip made as it is taken (APPNOTE 6.3): each entry's size follows it, and what is in it stands at the
 * end. Written here because the library for it sums every byte in JavaScript, which took a sixth of an
 * export; Node does the same in a hundredth.
 */

export type ZipEntry = { readonly path: string } & (
  | { readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly packed: Packed }
);

/** What the directory at the end says of an entry. */
type Known = Sums & { readonly name: Buffer; readonly at: number };

/** From here on 32 bits, or 16, no longer hold a number. */
const wide = { bytes: 0xffff_ffff, entries: 0xffff };
/** A plain file that its owner writes and everybody reads, made on a Unix. */
const plainFile = 0o100644;
/** Sizes follow, and names are UTF-8. */
const flags = 0x0808;
const deflated = 8;

/** The bytes of a zip of `entries`; all of them were last changed at `mtime`, in UTC. */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry>,
  mtime: Date,
): AsyncGenerator<Uint8Array> {
  const directory: Known[] = [];
  const lots = twoLots();
  let at = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.path);
    const header = localHeader(name, mtime);
    yield header;
    let sums: Sums;
    if ('packed' in entry) {
      yield* entry.packed.chunks;
      sums = entry.packed;
    } else {
      const packer = packing(lots);
      for await (const bytes of entry.bytes) {
        await packer.add(bytes);
        yield* packer.taken();
      }
      sums = await packer.end();
      yield* packer.taken();
    }
    const descriptor = descriptorOf(sums);
    yield descriptor;
    const { crc, size, packed: short } = sums;
    directory.push({ name, at, crc, size, packed: short });
    at += header.length + short + descriptor.length;
  }
  const began = at;
  for (const known of directory) {
    const record = centralHeader(known, mtime);
    yield record;
    at += record.length;
  }
  yield endOf(directory.length, began, at - began);
}

/** Date and time as MS-DOS had them: two seconds a step, from 1980 on. */
function dosTime(at: Date): number {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  const day = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return day * 0x1_0000 + time;
}

/** The moment once more, to the second and in UTC. */
function timeField(mtime: Date): Buffer {
  const field = Buffer.alloc(9);
  field.write('UT', 'latin1');
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(Math.floor(mtime.getTime() / 1000), 5);
  return field;
}

function localHeader(name: Buffer, mtime: Date): Buffer {
  const field = timeField(mtime);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt32LE(dosTime(mtime), 10);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(field.length, 28);
  return Buffer.concat([header, name, field]);
}

function descriptorOf({ crc, packed: short, size }: Sums): Buffer {
  if (size >= wide.bytes || short >= wide.bytes) throw new Error('An entry of 4 GiB or more.');
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(short, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

/** Where an entry begins, if 32 bits do not hold it. */
function wideField(at: number): Buffer {
  if (at < wide.bytes) return Buffer.alloc(0);
  const field = Buffer.alloc(12);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8, 2);
  field.writeBigUInt64LE(BigInt(at), 4);
  return field;
}

function centralHeader({ name, crc, packed: short, size, at }: Known, mtime: Date): Buffer {
  const fields = Buffer.concat([timeField(mtime), wideField(at)]);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 45, 4);
  header.writeUInt16LE(fields.length > 9 ? 45 : 20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt32LE(dosTime(mtime), 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(short, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(fields.length, 30);
  header.writeUInt32LE((plainFile << 16) >>> 0, 38);
  header.writeUInt32LE(Math.min(at, wide.bytes), 42);
  return Buffer.concat([header, name, fields]);
}

function endOf(entries: number, began: number, length: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const many = Math.min(entries, wide.entries);
  end.writeUInt16LE(many, 8);
  end.writeUInt16LE(many, 10);
  end.writeUInt32LE(Math.min(length, wide.bytes), 12);
  end.writeUInt32LE(Math.min(began, wide.bytes), 16);
  const isWide = entries >= wide.entries || began >= wide.bytes || length >= wide.bytes;
  return isWide ? Buffer.concat([wideEnd(entries, began, length), end]) : end;
}

/** The end, and where it is, for numbers of 64 bits. */
function wideEnd(entries: number, began: number, length: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((3 << 8) | 45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(began), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(began + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
