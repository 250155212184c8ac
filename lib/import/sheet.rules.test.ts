import { describe, expect, test } from 'vitest';
import { limits } from '../limits';
import type { Source } from './encoding.rules';
import { openSheet, readRows, type SheetRow, sourceOf } from './sheet';

/** A file of this text, in pieces of `size` bytes. */
function source(text: string, size = 65_536): Source {
  const bytes = new TextEncoder().encode(text);
  return async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
}

async function read(text: string, size?: number): Promise<SheetRow[] | string> {
  const sheet = await openSheet(source(text, size));
  if (!sheet.ok) return `${sheet.reason} ${sheet.line}`;
  const rows: SheetRow[] = [];
  const broken = await readRows(sheet.value, (row) => void rows.push(row));
  return broken ? `${broken.reason} ${broken.line}` : rows;
}

describe('rows of a table', () => {
  test.each([1, 3, 65_536])(
    'come in order, in pieces of %d bytes, with their lines',
    async (size) => {
      const text = '\ufeffdate,title\r\n\r\n2026-11-30,"a, ""b""\r\nc"\r\n , ,\r\n2026-11-29,d';
      expect(await read(text, size)).toEqual([
        { line: 1, cells: ['date', 'title'] },
        { line: 3, cells: ['2026-11-30', 'a, "b"\nc'] },
        { line: 6, cells: ['2026-11-29', 'd'] },
      ]);
    },
  );

  test('are parted by what parts them', async () => {
    expect(await read('日付;金額\n30.11.2026;1,50\n')).toEqual([
      { line: 1, cells: ['日付', '金額'] },
      { line: 2, cells: ['30.11.2026', '1,50'] },
    ]);
    expect(await read('a\tb\r1\t2\r')).toMatchObject([{ cells: ['a', 'b'] }, { line: 2 }]);
  });

  test('are read no further than somebody wants, and the file is let go', async () => {
    let pieces = 0;
    let isClosed = false;
    const open: Source = async function* () {
      try {
        for (; pieces < 1_000; pieces += 1) yield new TextEncoder().encode('a,b\n'.repeat(10_000));
      } finally {
        isClosed = true;
      }
    };
    let rows = 0;
    const written = { open, encoding: 'utf-8', delimiter: ',' } as const;
    const count = () => {
      rows += 1;
    };
    expect(await readRows(written, count, () => rows === 3)).toBeNull();
    expect(rows).toBe(3);
    expect(pieces).toBeLessThan(20);
    expect(isClosed).toBe(true);
  });

  test('wait for whoever takes them, and end with what they throw', async () => {
    const written = { open: source('1\n2\n3\n'), encoding: 'utf-8', delimiter: ',' } as const;
    const taken: string[] = [];
    await readRows(written, async ({ cells }) => {
      await Promise.resolve();
      taken.push(cells.join());
    });
    expect(taken).toEqual(['1', '2', '3']);
    const refuses = readRows(written, async ({ line }) => {
      if (line === 2) throw new Error('enough');
    });
    await expect(refuses).rejects.toThrow('enough');
  });

  test('a file that breaks while it is read is a surprise', async () => {
    const open: Source = async function* () {
      yield new TextEncoder().encode('a,b\n');
      throw new Error('disk');
    };
    const written = { open, encoding: 'utf-8', delimiter: ',' } as const;
    await expect(readRows(written, () => {})).rejects.toThrow('disk');
    await expect(openSheet(open)).rejects.toThrow('disk');
  });
});

describe('a table is refused with the line', () => {
  test.each([
    ['with nothing in it', '', 'csv-empty null'],
    ['of blanks alone', '\n , ,\n\n', 'csv-empty null'],
    ['with a quote that never ends', 'a,b\n1,"2\n3,4\n', 'csv-quotes 2'],
    ['with a quote in the midst of a cell', 'a,b\n1,2"3\n', 'csv-quotes 2'],
    ['with something behind a quote', 'a,b\n1,"2"3\n', 'csv-quotes 2'],
    ['with 51 columns', `a,b\n${','.repeat(50)}x\n`, 'csv-too-many-columns 2'],
    ['with a row that is endless', `a,b\n1,"${'x\n'.repeat(150_000)}`, 'csv-row-too-large 2'],
    ['with a line that is endless', `a,b\n1,"${'x'.repeat(300_000)}`, 'csv-row-too-large 2'],
    ['with a line of cells without end', `a,b\n${','.repeat(300_000)}`, 'csv-row-too-large 2'],
  ])('%s', async (_, text, told) => {
    expect(await read(text)).toBe(told);
  });

  test('whose line is endless before its end is read', async () => {
    let pieces = 0;
    const open: Source = async function* () {
      for (; pieces < 1_000; pieces += 1) yield new Uint8Array(65_536).fill(0x2c);
    };
    expect(await openSheet(open)).toEqual({ ok: false, reason: 'csv-row-too-large', line: 1 });
    expect(pieces).toBeLessThan(10);
  });

  test('of 200,000 lines, once there are more than there may be milestones', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `2026-11-30,row ${i}`);
    expect(await read(rows.join('\n'))).toBe(`csv-too-many-rows ${limits.milestones + 11}`);
  });

  test('of as many as there may be it is read', async () => {
    const rows = Array.from({ length: limits.milestones }, (_, i) => `2026-11-30,row ${i}`);
    expect(await read(['date,title', ...rows].join('\n'))).toHaveLength(limits.milestones + 1);
  });

  test('with 50 columns it is read', async () => {
    expect(await read(`${'a,'.repeat(49)}b\n`)).toHaveLength(1);
  });
});

test('bytes that are held come in pieces, whole, and others have their turn between them', async () => {
  const bytes = new Uint8Array(200_000).map((_, i) => i % 251);
  let turns = 0;
  const turn = () => {
    turns += 1;
    again = setImmediate(turn);
  };
  let again = setImmediate(turn);
  const open = sourceOf(bytes);
  for (let time = 0; time < 2; time += 1) {
    const pieces: Uint8Array[] = [];
    for await (const piece of open()) pieces.push(piece);
    expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
  }
  clearImmediate(again);
  expect(turns).toBeGreaterThan(4);
});
