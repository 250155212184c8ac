import { beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '../auth/viewer';
import { limits } from '../limits';
import { exportOf, filesIn, withFile, withJson, zipOf } from '../testing/exports';
import { makeFullPerson } from '../testing/full-person';
import { makePerson } from '../testing/people';
import { lineOf, refusalOf } from '../testing/refusals';
import { planRestore } from './mutations';

let zip: Buffer;
let viewer: Viewer;
beforeAll(async () => {
  zip = await exportOf(await makeFullPerson());
  viewer = await makePerson();
});

/** Where the directory says of the first file what it is: its sum at 16, its sizes at 20 and 24. */
function directoryOf(bytes: Buffer): number {
  return bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
}

/** The zip, as if it had so many files: more than two bytes can say stand in a record of their own (ZIP64). */
function saying(zip: Buffer, files: number): Buffer {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(BigInt(files), 32);
  record.writeUInt32LE(directoryOf(zip), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeUInt32LE(end, 8);
  return Buffer.concat([zip.subarray(0, end), record, locator, zip.subarray(end)]);
}

describe('no zip, or not a whole one', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('{"format":"jisseki-export"}')],
    ['zeros', Buffer.alloc(100_000)],
  ])('%s', async (_, bytes) => {
    expect((await refusalOf(viewer, bytes)).reason).toBe('not-a-zip');
  });

  test('cut short anywhere, it is refused', async () => {
    for (let i = 1; i < 20; i += 1) {
      const cut = zip.subarray(0, Math.floor((zip.length * i) / 20));
      expect(['not-a-zip', 'damaged']).toContain((await refusalOf(viewer, cut)).reason);
    }
  });

  test('bytes that are not what the zip says they are', async () => {
    const whole = await zipOf(await filesIn(zip));
    const broken = Buffer.from(whole);
    broken.writeUInt8(broken.readUInt8(200) ^ 0xff, 200);
    expect((await refusalOf(viewer, broken)).reason).toBe('damaged');
    whole.writeUInt32LE(1, directoryOf(whole) + 16);
    expect((await refusalOf(viewer, whole)).reason).toBe('damaged');
  });

  test('no account in it, or two', async () => {
    const json = (await filesIn(zip)).get('jisseki.json') ?? '';
    expect((await refusalOf(viewer, await zipOf([['a/jisseki.json', json]]))).reason).toBe(
      'no-account',
    );
    const two = await zipOf([
      ['jisseki.json', json],
      ['jisseki.json', json],
    ]);
    expect((await refusalOf(viewer, two)).reason).toBe('no-account');
  });

  test('paths that lead elsewhere are never taken', async () => {
    const json = (await filesIn(zip)).get('jisseki.json') ?? '';
    const leading = await zipOf([
      ['jisseki.json', json],
      ['aa/aa/etc/passwd', 'x'],
    ]);
    const bytes = Buffer.from(
      `${leading.toString('latin1')}`.replaceAll('aa/aa/', '../../'),
      'latin1',
    );
    expect((await refusalOf(viewer, bytes)).reason).toBe('not-a-zip');
  });
});

describe('a zip that inflates to more than an account', () => {
  const mega = 1024 * 1024;

  test('one that says so is not inflated', async () => {
    const bomb = await zipOf([['jisseki.json', Buffer.alloc(64 * mega, ' ')]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refusalOf(viewer, bomb)).reason).toBe('too-large');
  });

  test('one that says something else is inflated no further than it says', async () => {
    const bomb = await zipOf([['jisseki.json', Buffer.alloc(64 * mega, ' ')]]);
    const directory = directoryOf(bomb);
    for (const said of [1_000, 10 * mega]) {
      const lying = Buffer.from(bomb);
      lying.writeUInt32LE(said, directory + 24);
      expect((await refusalOf(viewer, lying)).reason).toBe('damaged');
    }
  });

  test('one that says it is larger than any', async () => {
    const huge = await zipOf([['jisseki.json', 'x']]);
    const directory = directoryOf(huge);
    huge.writeUInt32LE(limits.restoreBytes + 1, directory + 24);
    expect((await refusalOf(viewer, huge)).reason).toBe('too-large');
  });

  test('one of more files than an account ever has is looked through no further', async () => {
    const zip = await zipOf([['jisseki.json', 'x']]);
    // As many as may be are looked for, and are not there.
    expect((await refusalOf(viewer, saying(zip, limits.restoreFiles))).reason).toBe('not-a-zip');
    expect((await refusalOf(viewer, saying(zip, limits.restoreFiles + 1))).reason).toBe(
      'too-large',
    );
  });

  test('what else is in the zip is not inflated at all', async () => {
    const json = (await filesIn(zip)).get('jisseki.json') ?? '';
    const more = await zipOf([
      ['site/bomb.html', Buffer.alloc(64 * mega, ' ')],
      ['jisseki.json', json],
    ]);
    const other = await makePerson();
    const before = process.memoryUsage().arrayBuffers;
    const done = await withFile(more, (file) => planRestore(other, file));
    expect(done.ok).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * mega);
  });
});

describe('text that is no export', () => {
  const refusedAs = async (change: (json: string) => string | Buffer) =>
    refusalOf(viewer, await withJson(zip, change));

  test.each([
    ['nothing', () => '', 'layout'],
    ['an empty line', () => '\n', 'not-an-export'],
    ['other JSON', () => '{"format":"other"}\n', 'not-an-export'],
    ['no end', (json: string) => json.slice(0, -2), 'layout'],
    ['more behind its end', (json: string) => `${json}{}\n`, 'layout'],
    ['a mark at its beginning', (json: string) => `\ufeff${json}`, 'not-an-export'],
    ['a table less', (json: string) => json.replace('"timer":[', '"other":['), 'layout'],
    ['a row without its end', (json: string) => json.replace('},\n{', '}\n{'), 'layout'],
    ['a comma too many', (json: string) => json.replace('}\n]', '},\n]'), 'layout'],
    [
      'written with spaces',
      (json: string) => JSON.stringify(JSON.parse(json), null, 1),
      'not-an-export',
    ],
  ])('%s', async (_, change, reason) => {
    expect((await refusedAs(change)).reason).toBe(reason);
  });

  test('a later version says so, and one that never was does not', async () => {
    const versioned = (version: string) => (json: string) =>
      json.replace('"version":1', `"version":${version}`);
    expect((await refusedAs(versioned('2'))).reason).toBe('newer');
    expect((await refusedAs(versioned('999999'))).reason).toBe('newer');
    for (const version of ['0', '-1', '1.5', '"1"', '9999999']) {
      expect((await refusedAs(versioned(version))).reason).toBe('not-an-export');
    }
  });

  test('bytes in another encoding', async () => {
    const latin = (json: string) => Buffer.from(json.replace('ブログ', 'Größe'), 'latin1');
    expect((await refusedAs(latin)).reason).toBe('damaged');
  });

  test('a line longer than any', async () => {
    const long = 'x'.repeat(limits.restoreLine + 1);
    const refusal = await refusedAs((json) =>
      json.replace('"name_ja":"ブログ"', `"name_ja":"${long}"`),
    );
    expect(refusal).toMatchObject({ reason: 'line-long', line: await lineOf(zip, 'ブログ') });
  });
});
