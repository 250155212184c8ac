import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { bytesOf, exportedAt, filesIn } from '../testing/exports';
import { holding } from './packing';
import { zipStream } from './zip-stream';

async function* entriesOf(files: Iterable<readonly [string, string]>) {
  for (const [path, text] of files) yield { path, bytes: chunksOf(text) };
}

async function* chunksOf(text: string) {
  for (let at = 0; at < text.length; at += 10_000) yield Buffer.from(text.slice(at, at + 10_000));
}

test('another program reads what is in it, by its name, its time and its sum', async () => {
  const files = [
    ['jisseki.json', '{}\n'],
    ['site/実績.html', '長い文。'.repeat(50_000)],
    ['nothing', ''],
  ] as const;
  const bytes = await bytesOf(zipStream(entriesOf(files), exportedAt));
  const read = await filesIn(bytes);
  expect([...read].map(([path, text]) => [path, `${text}`])).toEqual(
    files.map((file) => [...file]),
  );
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    expect(entry.getLastModDate()).toEqual(exportedAt);
    expect(entry.getLastModDate({ forceDosFormat: true, timezone: 'UTC' })).toEqual(exportedAt);
    expect(entry.crc32).toBe(crc32(read.get(entry.fileName) ?? ''));
    expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
  }
});

test('more entries than 16 bits count are all there', async () => {
  const nothing = await holding({ left: 100 }).end();
  async function* many() {
    for (let i = 0; i < 66_000; i += 1) if (nothing) yield { path: `${i}`, packed: nothing };
  }
  const zip = await fromBufferPromise(await bytesOf(zipStream(many(), exportedAt)));
  expect(zip.entryCount).toBe(66_000);
  let last = '';
  for await (const { fileName } of zip.eachEntry()) last = fileName;
  expect(last).toBe('65999');
});

test('what breaks off while it is read breaks the zip', async () => {
  async function* broken() {
    yield Buffer.from('x');
    throw new Error('cut');
  }
  async function* one() {
    yield { path: 'x', bytes: broken() };
  }
  await expect(bytesOf(zipStream(one(), exportedAt))).rejects.toThrow('cut');
});
